import type { Rows, Transaction } from "../../model/index.js";
import { requireRows } from "../../model/shared.js";
import { rowFault } from "../reading/row-fault.js";

/**
 * The transactions of each currency, in their order, currencies ascending: one base per currency is made of them where no rates are at hand.
 * A refund stays with the currency it is in.
 * @throws INVALID_ROWS; what `checkTransaction` finds in a row without a currency, with its number in the path
 * @example
 * import { splitByCurrency } from "clientele/history";
 * const rows = [
 *   { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" },
 *   { id: "2", customerId: "ann", at: "2026-03-02", amount: "80.00", currency: "EUR" },
 * ];
 * [...splitByCurrency(rows).keys()]; // => ["EUR", "USD"]
 * @category Customer base
 */
export function splitByCurrency(transactions: Rows<Transaction>): ReadonlyMap<string, readonly Transaction[]> {
  requireRows(transactions, ["transactions"]);
  const parts = new Map<string, Transaction[]>();
  let index = 0;
  for (const row of transactions) {
    if (typeof row?.currency !== "string") throw rowFault(row, index);
    index++;
    const part = parts.get(row.currency);
    if (part === undefined) parts.set(row.currency, [row]);
    else part.push(row);
  }
  return new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
