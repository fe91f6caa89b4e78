import { type Issue, nearestName, showValue } from "../../core/index.js";
import type { FieldRule, RecordRule, ValueRule } from "./value-rule.js";

type Path = Issue["path"];
type Row = { readonly [name: string]: unknown };

/** A row that is no object. */
export function notARecordIssue(path: Path, received: unknown): Issue {
  return { code: "NOT_A_RECORD", path, expected: "an object", received: showReceived(received) };
}

/** A list of records that is no list. */
export function notAListIssue(path: Path, received: unknown): Issue {
  return { code: "INVALID_LIST", path, expected: "a list", received: showReceived(received) };
}

/** A field whose value is missing or not accepted. */
export function fieldIssue(rule: ValueRule<unknown>, path: Path, row: Row, known: Iterable<string>): Issue {
  const name = String(path[path.length - 1]);
  const value = row[name];
  const { code, expected, hint } = rule.fault(value);
  if (value === undefined) {
    const misspelt = nearestName(name, unknownNames(row, known));
    const rename = misspelt === undefined ? undefined : `Rename ${showValue(misspelt)} to "${name}"`;
    return withHint({ code: "MISSING_FIELD", path, expected, received: "nothing" }, rename);
  }
  const advice = value === null ? "Leave out what is not known, instead of null" : hint;
  return withHint({ code, path, expected, received: showValue(value) }, advice);
}

/** A name that is no field of the record. */
export function unknownFieldIssue(path: Path, row: Row, known: Iterable<string>): Issue {
  const name = String(path[path.length - 1]);
  const meant = nearestName(name, known);
  const hint =
    meant === undefined || row[meant] !== undefined
      ? 'Leave it out, or pass unknownFields: "ignore"'
      : `Did you mean "${meant}"?`;
  return { code: "UNKNOWN_FIELD", path, expected: "a field of the record", received: showValue(name), hint };
}

/** The issues of the fields that have a rule. */
export function fieldIssues(
  rules: Readonly<Record<string, FieldRule>>,
  path: Path,
  row: Row,
  known: Iterable<string>,
): Issue[] {
  const issues: Issue[] = [];
  for (const [name, [presence, rule]] of Object.entries(rules)) {
    const value = row[name];
    if (value === undefined ? presence === "required" : !rule.accepts(value)) {
      issues.push(fieldIssue(rule, [...path, name], row, known));
    }
  }
  return issues;
}

/** The issues of names that are no fields, in the order of the row. */
export function unknownFieldIssues(path: Path, row: Row, known: Iterable<string>): Issue[] {
  return unknownNames(row, known).map((name) => unknownFieldIssue([...path, name], row, known));
}

/** The issue of fields that are right one by one but not together. */
export function recordIssue<T>({ field, code, expected, hint }: RecordRule<T>, path: Path, row: Row): Issue {
  return withHint({ code, path: [...path, field], expected, received: showReceived(row[field]) }, hint);
}

function unknownNames(row: Row, known: Iterable<string>): readonly string[] {
  const names = new Set(known);
  const unknown: string[] = [];
  for (const name in row) if (!names.has(name)) unknown.push(name);
  return unknown;
}

const showReceived = (received: unknown): string => (received === undefined ? "nothing" : showValue(received));

const withHint = (issue: Issue, hint: string | undefined): Issue => (hint === undefined ? issue : { ...issue, hint });
