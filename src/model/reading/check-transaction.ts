import type { Issue } from "../../core/index.js";
import { recordIssues } from "../records/record-issues.js";
import { transactionTable } from "../records/transaction.js";
import { isTransaction, type UnknownFields } from "./is-transaction.js";

/**
 * Every issue of a row that should be a {@link Transaction}; none for a row that is one, which costs no more than
 * {@link isTransaction}. The same issues as `parseTransactions` gives, for callers that read rows one by one.
 *
 * With an `index`, paths start with it (`[3].amount`), so that an issue says which row it is of.
 * @example
 * import { checkTransaction } from "clientele/model";
 * const row = { id: "1", customer_id: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" };
 * checkTransaction(row).map((issue) => issue.hint); // => ['Rename "customer_id" to "customerId"', 'Did you mean "customerId"?']
 * @category Records
 */
export function checkTransaction(
  row: unknown,
  index?: number,
  unknownFields: UnknownFields = "refuse",
): readonly Issue[] {
  if (isTransaction(row, unknownFields)) return [];
  return recordIssues(row, transactionTable, index === undefined ? [] : [index], unknownFields);
}
