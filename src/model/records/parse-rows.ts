import { checkOptions, choice, whole } from "../../core/shared.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { recordIssues } from "./record-issues.js";
import type { RecordTable } from "./record-table.js";
import { requireRows } from "./require-rows.js";

/** The rows that are records, themselves and in their order, and the issues of all others. */
export interface ParsedRows<T> {
  readonly records: readonly T[];
  readonly rejected: readonly RejectedRow[];
}

/** Reads rows into records; a row that `accepts` takes is not looked at again. */
export function parseRows<T>(
  rows: Iterable<unknown>,
  table: RecordTable<T>,
  options: ParseOptions,
  accepts: (row: unknown, unknownFields: "refuse" | "ignore") => boolean = () => false,
): ParsedRows<T> {
  requireRows(rows);
  checkOptions<ParseOptions>(options, { unknownFields: choice(["refuse", "ignore"]), firstIndex: whole() });
  const { unknownFields = "refuse", firstIndex = 0 } = options;
  const records: T[] = [];
  const rejected: RejectedRow[] = [];
  let index = firstIndex;
  for (const row of rows) {
    const issues = accepts(row, unknownFields) ? [] : recordIssues(row, table, [], unknownFields);
    if (issues.length === 0) records.push(row as T);
    else rejected.push({ index, issues });
    index++;
  }
  return { records, rejected };
}
