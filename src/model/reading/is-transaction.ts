import { amountRule } from "../records/amount-rules.js";
import {
  kindRule,
  lineTable,
  modeRule,
  statusRule,
  type Transaction,
  type TransactionLine,
  transactionTable,
} from "../records/transaction.js";
import { booleanRule, idRule, quantityRule, textRule, textsRule } from "../records/value-rules.js";
import { currencyRule, instantRule } from "./border-rules.js";

const transactionNames: ReadonlySet<string> = new Set(Object.keys(transactionTable.fields));
const lineNames: ReadonlySet<string> = new Set(Object.keys(lineTable.fields));

/** What to do about unknown field names. */
export type UnknownFields = "refuse" | "ignore";

/**
 * True for a row in which {@link checkTransaction} finds no issue, told without building any: about 0.3 µs a row.
 * Own and inherited fields count alike; a field that is `undefined` is left out.
 * @example
 * import { isTransaction } from "clientele/model";
 * isTransaction({ id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" }); // => true
 * isTransaction({ id: "1", customerId: "ann", at: "2026-01-05T10:00", amount: "120.00", currency: "USD" }); // => false
 * @category Records
 */
export function isTransaction(row: unknown, unknownFields: UnknownFields = "refuse"): row is Transaction {
  if (!isRow<Transaction>(row)) return false;
  // Field by field and by name: this runs once per row of millions (300 ns, a loop over the rules 440).
  return (
    idRule.accepts(row.id) &&
    (row.customerId === null || idRule.accepts(row.customerId)) &&
    instantRule.accepts(row.at) &&
    amountRule.accepts(row.amount) &&
    currencyRule.accepts(row.currency) &&
    (row.kind === undefined || kindRule.accepts(row.kind)) &&
    (row.refundOf === undefined || (idRule.accepts(row.refundOf) && row.kind === "refund")) &&
    (row.status === undefined || statusRule.accepts(row.status)) &&
    (row.tax === undefined || amountRule.accepts(row.tax)) &&
    (row.shipping === undefined || amountRule.accepts(row.shipping)) &&
    (row.paidWithPoints === undefined || amountRule.accepts(row.paidWithPoints)) &&
    (row.paidWithGiftCard === undefined || amountRule.accepts(row.paidWithGiftCard)) &&
    (row.cost === undefined || amountRule.accepts(row.cost)) &&
    (row.discount === undefined || amountRule.accepts(row.discount)) &&
    (row.channel === undefined || textRule.accepts(row.channel)) &&
    (row.mode === undefined || modeRule.accepts(row.mode)) &&
    (row.store === undefined || textRule.accepts(row.store)) &&
    (row.seller === undefined || textRule.accepts(row.seller)) &&
    (row.source === undefined || textRule.accepts(row.source)) &&
    (row.tags === undefined || textsRule.accepts(row.tags)) &&
    (row.lines === undefined || (Array.isArray(row.lines) && row.lines.every((line) => isLine(line, unknownFields)))) &&
    (unknownFields === "ignore" || hasOnly(transactionNames, row))
  );
}

function isLine(line: unknown, unknownFields: UnknownFields): boolean {
  if (!isRow<TransactionLine>(line)) return false;
  return (
    idRule.accepts(line.sku) &&
    amountRule.accepts(line.net) &&
    (line.quantity === undefined || quantityRule.accepts(line.quantity)) &&
    (line.listPrice === undefined || amountRule.accepts(line.listPrice)) &&
    (line.discount === undefined || amountRule.accepts(line.discount)) &&
    (line.promoted === undefined || booleanRule.accepts(line.promoted)) &&
    (line.cost === undefined || amountRule.accepts(line.cost)) &&
    (line.category === undefined || textRule.accepts(line.category)) &&
    (line.brand === undefined || textRule.accepts(line.brand)) &&
    (line.priceTier === undefined || textRule.accepts(line.priceTier)) &&
    (line.tags === undefined || textsRule.accepts(line.tags)) &&
    (unknownFields === "ignore" || hasOnly(lineNames, line))
  );
}

function isRow<T>(row: unknown): row is { readonly [K in keyof T]?: unknown } {
  return typeof row === "object" && row !== null && !Array.isArray(row);
}

function hasOnly(names: ReadonlySet<string>, row: object): boolean {
  for (const name in row) if (!names.has(name)) return false;
  return true;
}
