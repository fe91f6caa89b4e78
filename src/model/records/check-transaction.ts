import type { Issue } from "../../core/index.js";
import { isTransaction, type UnknownFields } from "./is-transaction.js";
import { fieldIssues, notAListIssue, notARecordIssue, recordIssue, unknownFieldIssues } from "./record-issues.js";
import type { Transaction } from "./transaction.js";
import { lineNames, lineRules, refundKindRule, transactionNames, transactionRules } from "./transaction-rules.js";

/**
 * Every issue of a row that should be a {@link Transaction}; none for a row that is one (which costs no more than
 * {@link isTransaction}). The same issues as `parseTransactions` gives, without a schema library: for whoever reads rows directly.
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
  const path = index === undefined ? [] : [index];
  if (typeof row !== "object" || row === null || Array.isArray(row)) return [notARecordIssue(path, row)];
  const issues = fieldIssues(transactionRules, path, row as Row, transactionNames);
  issues.push(...linesIssues((row as Row).lines, [...path, "lines"], unknownFields));
  const sound = issues.every((issue) => issue.code === "UNKNOWN_FIELD");
  if (unknownFields === "refuse") issues.push(...unknownFieldIssues(path, row as Row, transactionNames));
  if (sound && !refundKindRule.accepts(row as Transaction)) issues.push(recordIssue(refundKindRule, path, row as Row));
  return issues;
}

type Row = { readonly [name: string]: unknown };

function linesIssues(lines: unknown, path: Issue["path"], unknownFields: UnknownFields): readonly Issue[] {
  if (lines === undefined) return [];
  if (!Array.isArray(lines)) return [notAListIssue(path, lines)];
  return lines.flatMap((line, at) => {
    const here = [...path, at];
    if (typeof line !== "object" || line === null || Array.isArray(line)) return [notARecordIssue(here, line)];
    const issues = fieldIssues(lineRules, here, line as Row, lineNames);
    return unknownFields === "ignore" ? issues : [...issues, ...unknownFieldIssues(here, line as Row, lineNames)];
  });
}
