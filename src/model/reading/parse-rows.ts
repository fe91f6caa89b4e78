import type { Issue } from "../../core/index.js";
import { anything, checkOptions, choice, type OptionRules, whole } from "../../core/shared.js";
import { recordIssues } from "../records/record-issues.js";
import type { RecordTable } from "../records/record-table.js";
import type { UnknownFields } from "./is-transaction.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { requireRows } from "./require-rows.js";
import { type Settle, timesInZone } from "./times-in-zone.js";

/** The rows that are records, themselves and in their order, and the issues of all others. */
export interface ParsedRows<T> {
  readonly records: readonly T[];
  readonly rejected: readonly RejectedRow[];
}

/** The options that all kinds of record share. */
export const parseRules: OptionRules<ParseOptions> = {
  unknownFields: choice(["refuse", "ignore"]),
  firstIndex: whole(),
  localTimes: choice(["refuse", "in-zone"]),
  // Has a reader of its own.
  timeZone: anything,
};

/** Reads rows into records by their table. */
export function parseRows<T>(rows: Iterable<unknown>, table: RecordTable<T>, options: ParseOptions): ParsedRows<T> {
  requireRows(rows);
  checkOptions<ParseOptions>(options, parseRules);
  return sortRows(rows, table, options, (row, unknownFields) => recordIssues(row, table, [], unknownFields));
}

/** Sorts rows into those without an issue and the others. */
export function sortRows<T>(
  rows: Iterable<unknown>,
  table: RecordTable<T>,
  { unknownFields = "refuse", firstIndex = 0, ...times }: ParseOptions,
  issuesOf: (row: unknown, unknownFields: UnknownFields) => readonly Issue[],
): ParsedRows<T> {
  const records: T[] = [];
  const rejected: RejectedRow[] = [];
  const settle: Settle = timesInZone(table, times) ?? ((row) => row);
  let index = firstIndex;
  for (const given of rows) {
    const row = settle(given);
    const issues = issuesOf(row, unknownFields);
    if (issues.length === 0) records.push(row as T);
    else rejected.push({ index, issues });
    index++;
  }
  return { records, rejected };
}
