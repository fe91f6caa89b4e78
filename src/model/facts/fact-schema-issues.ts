import { type Issue, nearestName, showValue } from "../../core/index.js";

type Path = readonly (string | number)[];
type Report = (code: FactSchemaFault, path: Path, expected: string, received: unknown, hint?: string) => void;
type FactSchemaFault = "FACT_SCHEMA_SHAPE" | "FACT_SCHEMA_NAME" | "FACT_SCHEMA_FIELD";

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u;
const CURRENCY = /^([A-Z]{3}|\*)$/;
const FORBIDDEN: readonly string[] = ["__proto__", "prototype", "constructor"];
const DEEPEST = 2;

const traits = ["type", "required", "label", "source", "assessed"];
const keysByType: Readonly<Record<string, readonly string[]>> = {
  string: [...traits, "values", "ordered", "hierarchy"],
  number: traits,
  boolean: traits,
  day: traits,
  instant: traits,
  birthday: traits,
  money: [...traits, "currency", "scale"],
  strings: [...traits, "values"],
};

/** Every fault of a fact schema, in the order in which it is written; empty where it is sound. */
export function factSchemaIssues(schema: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  const report: Report = (code, path, expected, received, hint) =>
    issues.push({ code, path, expected, received: showValue(received), ...(hint === undefined ? {} : { hint }) });
  if (isRecord(schema, [], "a schema with attributes", report)) {
    checkKeys(schema, ["attributes", "collections"], [], report);
    checkFields(schema.attributes, ["attributes"], [], report);
    if (schema.collections !== undefined) checkCollections(schema.collections, ["collections"], 1, report);
  }
  return issues;
}

function checkCollections(collections: unknown, path: Path, depth: number, report: Report): void {
  if (!isRecord(collections, path, "collections by name", report)) return;
  for (const [name, collection] of Object.entries(collections)) {
    const here = [...path, name];
    checkName(name, here, report);
    if (!isRecord(collection, here, "a collection: { timed, fields }", report)) continue;
    checkKeys(collection, ["timed", "fields", "collections", "label"], here, report);
    if (typeof collection.timed !== "boolean") {
      report("FACT_SCHEMA_SHAPE", [...here, "timed"], "true (events with a clock) or false (lines)", collection.timed);
    }
    const inner = collection.collections;
    const innerNames = typeof inner === "object" && inner !== null ? Object.keys(inner) : [];
    checkFields(collection.fields, [...here, "fields"], ["at", "id", ...innerNames], report);
    if (inner === undefined) continue;
    if (depth < DEEPEST) checkCollections(inner, [...here, "collections"], depth + 1, report);
    else report("FACT_SCHEMA_SHAPE", [...here, "collections"], `collections at most ${DEEPEST} deep`, inner);
  }
}

function checkFields(fields: unknown, path: Path, taken: readonly string[], report: Report): void {
  if (!isRecord(fields, path, "fields by name", report)) return;
  for (const [name, field] of Object.entries(fields)) {
    const here = [...path, name];
    checkName(name, here, report);
    if (taken.includes(name)) {
      report("FACT_SCHEMA_NAME", here, "a name of its own", name, "Items have id, at and their collections already");
    }
    checkField(field, here, report);
  }
}

function checkField(field: unknown, path: Path, report: Report): void {
  if (!isRecord(field, path, "a field: { type }", report)) return;
  const type = field.type;
  if (typeof type !== "string" || !Object.hasOwn(keysByType, type)) {
    const nearest = typeof type === "string" ? nearestName(type, Object.keys(keysByType)) : undefined;
    const hint = nearest === undefined ? undefined : `Did you mean ${nearest}?`;
    report("FACT_SCHEMA_FIELD", [...path, "type"], `one of ${Object.keys(keysByType).join(", ")}`, type, hint);
    return;
  }
  checkKeys(field, keysByType[type] as readonly string[], path, report);
  for (const flag of ["required", "assessed", "ordered"]) {
    if (field[flag] !== undefined && typeof field[flag] !== "boolean") {
      report("FACT_SCHEMA_FIELD", [...path, flag], "true or false", field[flag]);
    }
  }
  if (field.values !== undefined) checkValues(field.values, [...path, "values"], report);
  if (field.ordered === true && field.values === undefined) {
    report("FACT_SCHEMA_FIELD", [...path, "ordered"], "values to be in an order", "no values");
  }
  if (field.hierarchy !== undefined) checkHierarchy(field.hierarchy, [...path, "hierarchy"], report);
  if (type === "money") checkMoney(field, path, report);
}

function checkValues(values: unknown, path: Path, report: Report): void {
  const sound =
    Array.isArray(values) &&
    values.length > 0 &&
    values.every((value) => typeof value === "string") &&
    new Set(values).size === values.length;
  if (!sound) report("FACT_SCHEMA_FIELD", path, "one or more different texts", values);
}

function checkHierarchy(hierarchy: unknown, path: Path, report: Report): void {
  if (!isRecord(hierarchy, path, '{ separator: "/" }', report)) return;
  checkKeys(hierarchy, ["separator"], path, report);
  if (typeof hierarchy.separator !== "string" || hierarchy.separator === "") {
    report("FACT_SCHEMA_FIELD", [...path, "separator"], "the text between two levels", hierarchy.separator);
  }
}

function checkMoney(field: Readonly<Record<string, unknown>>, path: Path, report: Report): void {
  const { currency, scale } = field;
  if (typeof currency !== "string" || !CURRENCY.test(currency)) {
    report("FACT_SCHEMA_FIELD", [...path, "currency"], 'a currency code such as "EUR", or "*" for any', currency);
  }
  if (scale !== undefined && !(Number.isInteger(scale) && (scale as number) >= 0 && (scale as number) <= 12)) {
    report("FACT_SCHEMA_FIELD", [...path, "scale"], "a whole number of decimals from 0 to 12", scale);
  }
}

function checkName(name: string, path: Path, report: Report): void {
  if (NAME.test(name) && !FORBIDDEN.includes(name)) return;
  report("FACT_SCHEMA_NAME", path, "a name of letters, digits, _ . or -, at most 64, starting with a letter", name);
}

function checkKeys(
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: Path,
  report: Report,
): void {
  for (const key of Object.keys(record)) {
    if (known.includes(key) || record[key] === undefined) continue;
    const nearest = nearestName(key, known);
    const hint = nearest === undefined ? undefined : `Did you mean ${nearest}?`;
    report("FACT_SCHEMA_SHAPE", [...path, key], `one of ${known.join(", ")}`, key, hint);
  }
}

function isRecord(
  value: unknown,
  path: Path,
  expected: string,
  report: Report,
): value is Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return true;
  report("FACT_SCHEMA_SHAPE", path, expected, value);
  return false;
}
