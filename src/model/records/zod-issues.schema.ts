import type * as z from "zod";
import type { Issue } from "../../core/index.js";
import { fieldNames } from "./field-names.schema.js";
import { fieldIssue, notAListIssue, notARecordIssue, recordIssue, unknownFieldIssue } from "./record-issues.js";
import type { RecordRule, ValueRule } from "./value-rule.js";

type Path = Issue["path"];
type Row = { readonly [name: string]: unknown };

/** The schema of one kind of record. */
export type RecordSchema<T> = z.ZodType<T>;

/** What zod found in a row, as issues of ours: the same that a check by hand gives. */
export function zodIssues(error: z.core.$ZodError, schema: z.ZodType, row: unknown): readonly Issue[] {
  return error.issues.flatMap((issue) => ourIssues(issue, schema, row));
}

function ourIssues(issue: z.core.$ZodIssue, schema: z.ZodType, row: unknown): readonly Issue[] {
  const path = issue.path as Path;
  const parent = path.slice(0, -1);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        unknownFieldIssue([...path, key], valueAt(row, path) as Row, fieldNames(schema, path)),
      );
    case "custom": {
      const { rule, recordRule } = issue.params as { rule?: ValueRule<unknown>; recordRule?: RecordRule<Row> };
      const record = valueAt(row, parent) as Row;
      if (rule !== undefined) return [fieldIssue(rule, path, record, fieldNames(schema, parent))];
      return [recordIssue(recordRule as RecordRule<Row>, parent, record)];
    }
    default: {
      const received = valueAt(row, path);
      const isList = issue.code === "invalid_type" && issue.expected === "array";
      return [isList ? notAListIssue(path, received) : notARecordIssue(path, received)];
    }
  }
}

function valueAt(row: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Row)[step], row);
}
