import type { Issue } from "../../core/index.js";
import { checkOptions, choice, type OptionRules, whole } from "../../core/shared.js";
import type { UnknownFields } from "./is-transaction.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { recordIssues } from "./record-issues.js";
import type { RecordTable } from "./record-table.js";
import { requireRows } from "./require-rows.js";

/** The rows that are records, themselves and in their order, and the issues of all others. */
export interface ParsedRows<T> {
  readonly records: readonly T[];
  readonly rejected: readonly RejectedRow[];
}

/** The options that all kinds of record share. */
export const parseRules: OptionRules<ParseOptions> = {
  unknownFields: choice(["refuse", "ignore"]),
  firstIndex: whole(),
};

/** Reads rows into records by their table. */
export function parseRows<T>(rows: Iterable<unknown>, table: RecordTable<T>, options: ParseOptions): ParsedRows<T> {
  requireRows(rows);
  checkOptions<ParseOptions>(options, parseRules);
  return sortRows(rows, options, (row, unknownFields) => recordIssues(row, table, [], unknownFields));
}

/** Sorts rows into those without an issue and the others. */
export function sortRows<T>(
  rows: Iterable<unknown>,
  { unknownFields = "refuse", firstIndex = 0 }: ParseOptions,
  issuesOf: (row: unknown, unknownFields: UnknownFields) => readonly Issue[],
): ParsedRows<T> {
  const records: T[] = [];
  const rejected: RejectedRow[] = [];
  let index = firstIndex;
  for (const row of rows) {
    const issues = issuesOf(row, unknownFields);
    if (issues.length === 0) records.push(row as T);
    else rejected.push({ index, issues });
    index++;
  }
  return { records, rejected };
}
