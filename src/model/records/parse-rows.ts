import { checkOptionNames } from "../../core/index.js";
import { refuseOption } from "../refuse-option.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { requireRows } from "./require-rows.js";
import { type RecordSchema, zodIssues } from "./zod-issues.schema.js";

/** The rows that are records, themselves and in their order, and the issues of all others. */
export interface ParsedRows<T> {
  readonly records: readonly T[];
  readonly rejected: readonly RejectedRow[];
}

/** Reads rows into records; a row that `accepts` takes is not shown to the schema. */
export function parseRows<T>(
  rows: Iterable<unknown>,
  schema: RecordSchema<T>,
  options: ParseOptions,
  accepts: (row: unknown) => boolean = () => false,
): ParsedRows<T> {
  requireRows(rows);
  checkOptionNames(options, ["unknownFields", "firstIndex"]);
  const { unknownFields = "refuse", firstIndex = 0 } = options;
  if (unknownFields !== "refuse" && unknownFields !== "ignore") {
    refuseOption("unknownFields", '"refuse" or "ignore"', unknownFields);
  }
  if (!Number.isInteger(firstIndex)) refuseOption("firstIndex", "a whole number", firstIndex);
  const records: T[] = [];
  const rejected: RejectedRow[] = [];
  let index = firstIndex;
  for (const row of rows) {
    const result = accepts(row) ? undefined : schema.safeParse(row);
    const issues = result === undefined || result.success ? [] : zodIssues(result.error, schema, row);
    const grave = unknownFields === "refuse" ? issues : issues.filter((issue) => issue.code !== "UNKNOWN_FIELD");
    if (grave.length === 0) records.push(row as T);
    else rejected.push({ index, issues: grave });
    index++;
  }
  return { records, rejected };
}
