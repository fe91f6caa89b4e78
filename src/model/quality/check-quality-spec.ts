import {
  ClienteleError,
  type Issue,
  isClienteleError,
  nearestName,
  optionNameIssues,
  parseDuration,
  showValue,
} from "../../core/index.js";
import { customerRecordSchema } from "../records/customer.schema.js";
import { fieldNames } from "../records/field-names.schema.js";
import type { FieldQuality, QualitySpec } from "./quality-spec.js";

/** Throws all faults of a specification at once. */
export function checkQualitySpec(spec: QualitySpec): void {
  const issues = optionNameIssues(spec, ["asOf", "timeZone", "fields", "examples"], "INVALID_QUALITY_SPEC");
  const { fields, examples = 0 } = Object(spec) as QualitySpec;
  if (typeof fields !== "object" || fields === null) issues.push(issue(["fields"], "what is asked, by field", fields));
  for (const [path, asked] of Object.entries(fields ?? {}))
    issues.push(...pathIssues(path), ...askedIssues(path, asked));
  if (!Number.isInteger(examples) || examples < 0) {
    issues.push(issue(["examples"], "a whole number, not below zero", examples));
  }
  if (issues.length > 0) throw new ClienteleError({ ...(issues[0] as Issue), issues });
}

function pathIssues(path: string): readonly Issue[] {
  const [first = "", ...rest] = path.split(".");
  const isOpen = (first === "contactPoints" || first === "attributes") && rest.length === 1 && rest[0] !== "";
  if (isOpen) return [];
  const steps = rest.length === 0 ? [] : [first];
  const known = fieldNames(customerRecordSchema, steps);
  const name = rest.length === 0 ? first : rest.join(".");
  if (known.includes(name)) return [];
  const meant = nearestName(name, known);
  const hint = meant === undefined ? undefined : `Did you mean "${[...steps, meant].join(".")}"?`;
  return [issue(["fields", path], "the path of a customer's field", path, hint)];
}

const askable = ["expected", "pattern", "values", "unique", "freshFor"];

function askedIssues(path: string, asked: FieldQuality): readonly Issue[] {
  const issues = optionNameIssues(asked, askable, "INVALID_QUALITY_SPEC", ["fields", path]);
  const { pattern, freshFor } = Object(asked) as FieldQuality;
  if (pattern !== undefined && !isPattern(pattern)) {
    issues.push(issue(["fields", path, "pattern"], "a regular expression", pattern));
  }
  if (freshFor !== undefined) {
    try {
      parseDuration(freshFor);
    } catch (error) {
      if (!isClienteleError(error)) throw error;
      issues.push(issue(["fields", path, "freshFor"], error.expected, freshFor));
    }
  }
  return issues;
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") !== undefined;
  } catch {
    return false;
  }
}

function issue(path: Issue["path"], expected: string, received: unknown, hint?: string): Issue {
  const found = { code: "INVALID_QUALITY_SPEC", path, expected, received: showValue(received) };
  return hint === undefined ? found : { ...found, hint };
}
