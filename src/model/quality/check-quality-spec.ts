import { parseDuration } from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  fields,
  flag,
  listOf,
  nearestName,
  object,
  optional,
  type Path,
  type Rule,
  readBy,
  satisfying,
  text,
  whole,
} from "../../core/shared.js";
import { customerTable } from "../records/customer.js";
import { type AnyTable, ruleIn } from "../records/record-table.js";
import type { QualitySpec } from "./quality-spec.js";

/** Throws all faults of a specification at once. */
export function checkQualitySpec(spec: QualitySpec): void {
  const check = checker("INVALID_QUALITY_SPEC");
  specRule(spec, [], check);
  check.refuseFaults("INVALID_QUALITY_SPEC");
}

const askedRule = fields({
  expected: optional(flag),
  pattern: optional(satisfying("a regular expression", isPattern)),
  values: optional(listOf(text)),
  unique: optional(flag),
  freshFor: optional(readBy(parseDuration)),
});

const fieldsRule: Rule = (asked, path, check) => {
  for (const [name, what] of Object.entries(object("what is asked, by field")(asked, path, check) ?? {})) {
    checkFieldPath(name, [...path, name], check);
    askedRule(what, [...path, name], check);
  }
};

const specRule = fields({
  // The instant and the zone have readers of their own.
  asOf: anything,
  timeZone: anything,
  fields: fieldsRule,
  examples: optional(whole({ from: 0 })),
});

function checkFieldPath(path: string, at: Path, check: Checker): void {
  const [first = "", ...rest] = path.split(".");
  const isOpen = (first === "contactPoints" || first === "attributes") && rest.length === 1 && rest[0] !== "";
  if (isOpen) return;
  const steps = rest.length === 0 ? [] : [first];
  const known = namesWithin(customerTable as AnyTable, steps[0]);
  const name = rest.length === 0 ? first : rest.join(".");
  if (known.includes(name)) return;
  const meant = nearestName(name, known);
  const hint = meant === undefined ? undefined : `Did you mean "${[...steps, meant].join(".")}"?`;
  check.report(at, "the path of a customer's field", path, hint);
}

/** The fields of a record, or of the record within one of its fields. */
function namesWithin(table: AnyTable, step: string | undefined): readonly string[] {
  if (step === undefined) return Object.keys(table.fields);
  const field = Object.hasOwn(table.fields, step) ? table.fields[step] : undefined;
  const rule = field === undefined ? undefined : ruleIn(field);
  return rule !== undefined && "fields" in rule ? Object.keys(rule.fields) : [];
}

function isPattern(pattern: unknown): boolean {
  try {
    return typeof pattern === "string" && new RegExp(pattern, "u") !== undefined;
  } catch {
    return false;
  }
}
