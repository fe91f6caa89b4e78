import type { AmountInput, Duration, InstantInput } from "../../core/index.js";
import { parseDuration } from "../../core/index.js";
import { currencyRule, instantRule, ruleOf } from "../reading/border-rules.js";
import { amountRule } from "./amount-rules.js";
import { notBefore } from "./order-rules.js";
import { optional, type RecordTable, recordTable, type ValueRule } from "./record-table.js";
import { booleanRule, choiceRule, idRule, textRule, textsRule } from "./value-rules.js";

/**
 * An agreement that runs over time: a subscription, a rental, a service plan.
 * @category Records
 */
export interface Contract {
  readonly id: string;
  readonly customerId: string;
  readonly start: InstantInput;
  /** The last moment of the current term; a day counts whole. Absent: without a fixed term. */
  readonly end?: InstantInput | undefined;
  /** True: begins anew at its end unless somebody cancels. */
  readonly renews?: boolean | undefined;
  readonly cancellation?: Cancellation | undefined;
  readonly price?: ContractPrice | undefined;
  /** What is agreed on. */
  readonly sku?: string | undefined;
  readonly source?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/**
 * Who ended a contract, when it was said, and why.
 * @category Records
 */
export interface Cancellation {
  /** When it was cancelled; the contract may run on to its `end`. */
  readonly at: InstantInput;
  readonly by: CancelledBy;
  /** price, quality, service, competitor, need-gone, payment-failed …: the host's own codes. */
  readonly reason?: string | undefined;
}

/**
 * The amount of each period: `{ amount: "9.90", currency: "USD", every: { months: 1 } }`.
 * @category Records
 */
export interface ContractPrice {
  readonly amount: AmountInput;
  readonly currency: string;
  readonly every: Duration;
}

/** Whose wish it was: the customer's, or the business's own (a failed payment counts as the business's). */
export type CancelledBy = "customer" | "business";

const cancellation = recordTable<Cancellation>({
  at: instantRule,
  by: choiceRule(["customer", "business"]),
  reason: optional(textRule),
});

const durationRule: ValueRule<Duration> = ruleOf<Duration>(parseDuration, {
  description: "exactly one of hours, days, weeks, months, quarters, years",
  type: "object",
  additionalProperties: { type: "integer", minimum: 0 },
  minProperties: 1,
  maxProperties: 1,
});

const price = recordTable<ContractPrice>({ amount: amountRule, currency: currencyRule, every: durationRule });

/** What a {@link Contract} must hold. */
export const contractTable: RecordTable<Contract> = recordTable<Contract>(
  {
    id: idRule,
    customerId: idRule,
    start: instantRule,
    end: optional(instantRule),
    renews: optional(booleanRule),
    cancellation: optional(cancellation),
    price: optional(price),
    sku: optional(idRule),
    source: optional(textRule),
    tags: optional(textsRule),
  },
  notBefore("start", "end"),
);
