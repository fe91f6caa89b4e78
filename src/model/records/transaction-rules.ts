import { amountRule, currencyRule, instantRule } from "./border-rules.js";
import type { PurchaseMode, Transaction, TransactionKind, TransactionLine, TransactionStatus } from "./transaction.js";
import type { FieldRules, RecordRule, ValueRule } from "./value-rule.js";
import { booleanRule, choiceRule, idRule, orNull, quantityRule, textRule, textsRule } from "./value-rules.js";

export const kindRule: ValueRule<TransactionKind> = choiceRule(["purchase", "refund"]);
export const statusRule: ValueRule<TransactionStatus> = choiceRule(["completed", "pending", "cancelled", "test"]);
export const modeRule: ValueRule<PurchaseMode> = choiceRule(["online", "offline"]);

/** Every field of a transaction but `lines`. */
export const transactionRules: FieldRules<Omit<Transaction, "lines">> = {
  id: ["required", idRule],
  customerId: ["required", orNull(idRule)],
  at: ["required", instantRule],
  amount: ["required", amountRule],
  currency: ["required", currencyRule],
  kind: ["optional", kindRule],
  refundOf: ["optional", idRule],
  status: ["optional", statusRule],
  tax: ["optional", amountRule],
  shipping: ["optional", amountRule],
  paidWithPoints: ["optional", amountRule],
  paidWithGiftCard: ["optional", amountRule],
  cost: ["optional", amountRule],
  discount: ["optional", amountRule],
  channel: ["optional", textRule],
  mode: ["optional", modeRule],
  store: ["optional", textRule],
  seller: ["optional", textRule],
  source: ["optional", textRule],
  tags: ["optional", textsRule],
};

/** Every field of a line. */
export const lineRules: FieldRules<TransactionLine> = {
  sku: ["required", idRule],
  net: ["required", amountRule],
  quantity: ["optional", quantityRule],
  listPrice: ["optional", amountRule],
  discount: ["optional", amountRule],
  promoted: ["optional", booleanRule],
  cost: ["optional", amountRule],
  category: ["optional", textRule],
  brand: ["optional", textRule],
  priceTier: ["optional", textRule],
  tags: ["optional", textsRule],
};

export const transactionNames: ReadonlySet<string> = new Set([...Object.keys(transactionRules), "lines"]);
export const lineNames: ReadonlySet<string> = new Set(Object.keys(lineRules));

/** A refund without `kind: "refund"` would count as a purchase. */
export const refundKindRule: RecordRule<Pick<Transaction, "kind" | "refundOf">> = {
  accepts: (row) => row.refundOf === undefined || row.kind === "refund",
  field: "kind",
  code: "REFUND_OF_A_PURCHASE",
  expected: '"refund", as refundOf is given',
  hint: 'Set kind: "refund", or leave refundOf out',
};
