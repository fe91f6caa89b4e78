import type * as z from "zod";
import type { Transaction, TransactionLine } from "./transaction.js";
import { kindRule, modeRule, refundKindRule, statusRule } from "./transaction-rules.js";
import {
  amount,
  currency,
  flag,
  id,
  idOrNull,
  instant,
  listOf,
  quantity,
  record,
  ruleSchema,
  text,
  texts,
} from "./values.schema.js";

const line = record<TransactionLine>({
  sku: id,
  net: amount,
  quantity: quantity.optional(),
  listPrice: amount.optional(),
  discount: amount.optional(),
  promoted: flag.optional(),
  cost: amount.optional(),
  category: text.optional(),
  brand: text.optional(),
  priceTier: text.optional(),
  tags: texts.optional(),
});

/**
 * The zod schema of a {@link Transaction}.
 * @category Schemas
 */
export const transactionRecordSchema: z.ZodType<Transaction> = record<Transaction>(
  {
    id,
    customerId: idOrNull,
    at: instant,
    amount,
    currency,
    kind: ruleSchema(kindRule).optional(),
    refundOf: id.optional(),
    status: ruleSchema(statusRule).optional(),
    tax: amount.optional(),
    shipping: amount.optional(),
    paidWithPoints: amount.optional(),
    paidWithGiftCard: amount.optional(),
    cost: amount.optional(),
    discount: amount.optional(),
    channel: text.optional(),
    mode: ruleSchema(modeRule).optional(),
    store: text.optional(),
    seller: text.optional(),
    source: text.optional(),
    tags: texts.optional(),
    lines: listOf(line).optional(),
  },
  refundKindRule,
);
