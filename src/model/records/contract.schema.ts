import type * as z from "zod";
import type { Cancellation, Contract, ContractPrice } from "./contract.js";
import { notBefore } from "./order-rules.js";
import { amount, choice, currency, duration, flag, id, instant, record, text, texts } from "./values.schema.js";

const cancellation = record<Cancellation>({
  at: instant,
  by: choice("customer", "business"),
  reason: text.optional(),
});

const price = record<ContractPrice>({ amount, currency, every: duration });

/**
 * The zod schema of a {@link Contract}.
 * @category Schemas
 */
export const contractRecordSchema: z.ZodType<Contract> = record<Contract>(
  {
    id,
    customerId: id,
    start: instant,
    end: instant.optional(),
    renews: flag.optional(),
    cancellation: cancellation.optional(),
    price: price.optional(),
    sku: id.optional(),
    source: text.optional(),
    tags: texts.optional(),
  },
  notBefore("start", "end"),
);
