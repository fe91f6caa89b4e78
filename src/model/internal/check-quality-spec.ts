import {
  ClienteleError,
  type Issue,
  isClienteleError,
  nearestName,
  parseDuration,
  showValue,
} from "../../core/index.js";
import { customerRecordSchema } from "../customer.schema.js";
import type { FieldQuality, QualitySpec } from "../quality-spec.js";
import { fieldNames } from "./field-names.js";

/** Throws all faults of a specification at once. */
export function checkQualitySpec({ fields, examples = 0 }: QualitySpec): void {
  const issues = Object.entries(fields).flatMap(([path, asked]) => [...pathIssues(path), ...askedIssues(path, asked)]);
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

function askedIssues(path: string, { pattern, freshFor }: FieldQuality): readonly Issue[] {
  const issues: Issue[] = [];
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
