import type { AmountInput, InstantInput } from "../../core/index.js";
import { currencyRule, instantRule } from "../reading/border-rules.js";
import { amountRule, valueRule } from "./amount-rules.js";
import { listOf, optional, type RecordRule, type RecordTable, recordTable, type ValueRule } from "./record-table.js";
import { booleanRule, choiceRule, idRule, orNull, quantityRule, textRule, textsRule } from "./value-rules.js";

/**
 * One order or one refund. `amount` is the value of the goods after discounts, without tax and shipping, never negative:
 * a refund is a transaction of `kind: "refund"` with a positive amount.
 *
 * All amounts are in its `currency`. Leave out what is not known, never write `""` or `null`.
 * @category Records
 */
export interface Transaction {
  readonly id: string;
  /** `null`: a guest. Guests enter base totals as anonymous and belong to no customer. */
  readonly customerId: string | null;
  readonly at: InstantInput;
  readonly amount: AmountInput;
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly kind?: TransactionKind | undefined;
  /** The order that this refund is for, in whole or in part. On refunds only. */
  readonly refundOf?: string | undefined;
  /** Only completed transactions count; the others are ignored and counted. */
  readonly status?: TransactionStatus | undefined;
  readonly tax?: AmountInput | undefined;
  readonly shipping?: AmountInput | undefined;
  /** The part of the total that was paid with points, as an amount; left out: none. */
  readonly paidWithPoints?: AmountInput | undefined;
  /** The part of the total that was paid with gift cards or store credit; left out: none. */
  readonly paidWithGiftCard?: AmountInput | undefined;
  /** What the goods cost the seller. */
  readonly cost?: AmountInput | undefined;
  /** The reduction from the list price, as an amount (not a rate). */
  readonly discount?: AmountInput | undefined;
  readonly channel?: string | undefined;
  readonly mode?: PurchaseMode | undefined;
  readonly store?: string | undefined;
  readonly seller?: string | undefined;
  readonly source?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly lines?: readonly TransactionLine[] | undefined;
}

/**
 * One product within an order. `net` is the line's value after discounts, never negative: returned goods belong on a refund.
 * @category Records
 */
export interface TransactionLine {
  readonly sku: string;
  readonly net: AmountInput;
  /** Pieces, metres, kilograms: never negative; 1 if left out. */
  readonly quantity?: number | undefined;
  /** Value of the line before discounts. */
  readonly listPrice?: AmountInput | undefined;
  readonly discount?: AmountInput | undefined;
  /** Bought on a promotion. */
  readonly promoted?: boolean | undefined;
  readonly cost?: AmountInput | undefined;
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
  readonly priceTier?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** A purchase (default), or money given back. */
export type TransactionKind = "purchase" | "refund";
/** Only `completed` (default) counts. */
export type TransactionStatus = "completed" | "pending" | "cancelled" | "test";
/** Where the purchase was made. */
export type PurchaseMode = "online" | "offline";

export const kindRule: ValueRule<TransactionKind> = choiceRule(["purchase", "refund"]);
export const statusRule: ValueRule<TransactionStatus> = choiceRule(["completed", "pending", "cancelled", "test"]);
export const modeRule: ValueRule<PurchaseMode> = choiceRule(["online", "offline"]);

/** A refund without `kind: "refund"` would count as a purchase. */
const refundKindRule: RecordRule<Pick<Transaction, "kind" | "refundOf">> = {
  accepts: (row) => row.refundOf === undefined || row.kind === "refund",
  field: "kind",
  code: "REFUND_OF_A_PURCHASE",
  expected: '"refund", as refundOf is given',
  hint: 'Set kind: "refund", or leave refundOf out',
};

/** What a {@link TransactionLine} must hold. */
export const lineTable: RecordTable<TransactionLine> = recordTable<TransactionLine>({
  sku: idRule,
  net: valueRule,
  quantity: optional(quantityRule),
  listPrice: optional(amountRule),
  discount: optional(amountRule),
  promoted: optional(booleanRule),
  cost: optional(amountRule),
  category: optional(textRule),
  brand: optional(textRule),
  priceTier: optional(textRule),
  tags: optional(textsRule),
});

/** What a {@link Transaction} must hold. */
export const transactionTable: RecordTable<Transaction> = recordTable<Transaction>(
  {
    id: idRule,
    customerId: orNull(idRule),
    at: instantRule,
    amount: valueRule,
    currency: currencyRule,
    kind: optional(kindRule),
    refundOf: optional(idRule),
    status: optional(statusRule),
    tax: optional(amountRule),
    shipping: optional(amountRule),
    paidWithPoints: optional(amountRule),
    paidWithGiftCard: optional(amountRule),
    cost: optional(amountRule),
    discount: optional(amountRule),
    channel: optional(textRule),
    mode: optional(modeRule),
    store: optional(textRule),
    seller: optional(textRule),
    source: optional(textRule),
    tags: optional(textsRule),
    lines: optional(listOf(lineTable)),
  },
  refundKindRule,
);
