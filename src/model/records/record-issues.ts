import type { Issue } from "../../core/index.js";
import { inWords, issueOf, nearestName, showValue } from "../../core/shared.js";
import type { UnknownFields } from "../reading/is-transaction.js";
import { type AnyRule, type AnyTable, type Fault, type RecordTable, ruleIn } from "./record-table.js";

type Path = Issue["path"];
type Row = { readonly [name: string]: unknown };
type Report = (issue: Issue) => void;

/**
 * Everything that is wrong with a row: field by field in the order of the table, then names that are no fields, then what must
 * hold between the fields, where each is right alone.
 */
export function recordIssues<T>(
  row: unknown,
  table: RecordTable<T>,
  path: Path,
  unknownFields: UnknownFields,
): readonly Issue[] {
  const issues: Issue[] = [];
  isWhole(row, table as AnyTable, { path, unknownFields, report: (issue) => issues.push(issue) });
  return issues;
}

interface Place {
  readonly path: Path;
  readonly unknownFields: UnknownFields;
  readonly report: Report;
}

const within = (place: Place, step: string | number): Place => ({ ...place, path: [...place.path, step] });

/** True where every known field is right by itself, so that the fields can be compared. */
function isWhole(row: unknown, table: AnyTable, place: Place): boolean {
  const { path, unknownFields, report } = place;
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    report(valueIssue(row, table, path));
    return false;
  }
  let whole = true;
  for (const name of Object.keys(table.fields)) {
    if (!isRightField(row as Row, name, table, within(place, name))) whole = false;
  }
  if (unknownFields === "refuse") {
    for (const name of unknownNames(row as Row, table)) report(unknownFieldIssue(row as Row, name, table, path));
  }
  for (const { accepts, field, code, expected, hint } of whole ? table.together : []) {
    if (!accepts(row as never)) report(issueOf(code, [...path, field], expected, (row as Row)[field], hint));
  }
  return whole;
}

/** The first fault of one field, where a row is read cell by cell. */
export function fieldIssue(row: Row, name: string, table: AnyTable): Issue | undefined {
  const issues: Issue[] = [];
  isRightField(row, name, table, { path: [name], unknownFields: "ignore", report: (issue) => issues.push(issue) });
  return issues[0];
}

function isRightField(row: Row, name: string, table: AnyTable, place: Place): boolean {
  const field = table.fields[name] as AnyTable["fields"][string];
  const value = row[name];
  const mayLack = "optional" in field;
  if (value === undefined && mayLack) return true;
  const rule = ruleIn(field);
  const leaveOut =
    mayLack && (value === null || value === "")
      ? `Leave out what is not known, instead of ${showValue(value)}`
      : undefined;
  if (value === undefined) place.report(missingIssue(row, name, rule, table, place.path));
  else if (leaveOut !== undefined) place.report(valueIssue(value, rule, place.path, leaveOut));
  else if ("item" in rule) return isRightList(value, rule, place);
  else if ("fields" in rule) return isWhole(value, rule, place);
  else if (rule.accepts(value)) return true;
  else place.report(valueIssue(value, rule, place.path));
  return false;
}

function isRightList(list: unknown, rule: { readonly item: AnyTable }, place: Place): boolean {
  if (!Array.isArray(list)) {
    place.report(valueIssue(list, rule, place.path));
    return false;
  }
  let whole = true;
  // By index: a hole in a list is no record.
  for (let index = 0; index < list.length; index++) {
    if (!isWhole(list[index], rule.item, within(place, index))) whole = false;
  }
  return whole;
}

function missingIssue(row: Row, name: string, rule: AnyRule, table: AnyTable, path: Path): Issue {
  const misspelt = nearestName(
    name,
    unknownNames(row, table).filter((strange) => row[strange] !== undefined),
  );
  const rename = misspelt === undefined ? undefined : `Rename ${showValue(misspelt)} to "${name}"`;
  return issueOf("MISSING_FIELD", path, faultOf(undefined, rule).expected, inWords("nothing"), rename);
}

function valueIssue(value: unknown, rule: AnyRule, path: Path, leaveOut?: string): Issue {
  const { code, expected, hint } = faultOf(value, rule);
  return issueOf(code, path, expected, value, leaveOut ?? hint);
}

function faultOf(value: unknown, rule: AnyRule): Fault {
  if ("accepts" in rule) return rule.fault(value);
  return "item" in rule
    ? { code: "INVALID_LIST", expected: "a list" }
    : { code: "INVALID_RECORD", expected: "an object" };
}

function unknownFieldIssue(row: Row, name: string, table: AnyTable, path: Path): Issue {
  const meant = nearestName(name, Object.keys(table.fields));
  const hint =
    meant === undefined || row[meant] !== undefined
      ? 'Leave it out, or pass unknownFields: "ignore"'
      : `Did you mean "${meant}"?`;
  return issueOf("UNKNOWN_FIELD", [...path, name], "a field of the record", name, hint);
}

function unknownNames(row: Row, table: AnyTable): readonly string[] {
  const unknown: string[] = [];
  for (const name in row) if (!Object.hasOwn(table.fields, name)) unknown.push(name);
  return unknown;
}
