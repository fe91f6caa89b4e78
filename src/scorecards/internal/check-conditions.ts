import {
  CONDITION_LANGUAGE,
  type Parameters,
  type Test,
  type Value,
  validateCondition,
} from "../../conditions/index.js";
import type { DefinitionChecker, Issue } from "../../core/index.js";
import type { FactSchema } from "../../model/index.js";

/** What the conditions of one definition are checked against. */
export interface ConditionScope {
  readonly schema: FactSchema;
  readonly parameters: Parameters;
}

type Path = Issue["path"];

/** The scope of a definition, after its parameters have been checked. */
export function conditionScope(schema: FactSchema, parameters: unknown, check: DefinitionChecker): ConditionScope {
  if (parameters === undefined) return { schema, parameters: {} };
  const holder = { language: CONDITION_LANGUAGE, parameters, when: { type: "constant", value: true } };
  const issues = validateCondition(holder, schema);
  check.adopt(issues, []);
  return { schema, parameters: issues.length === 0 ? (parameters as Parameters) : {} };
}

export function checkCondition(json: unknown, path: Path, scope: ConditionScope, check: DefinitionChecker): void {
  check.adopt(validateCondition(json, scope.schema, { parameters: scope.parameters, path }), []);
}

/** Checks that a subject is a value of the schema. */
export function checkSubject(json: unknown, path: Path, scope: ConditionScope, check: DefinitionChecker): boolean {
  const issues = validateCondition({ type: "compare", subject: json, op: "exists" }, scope.schema, scope);
  check.adopt(
    issues.map((issue) => ({ ...issue, path: issue.path.slice(1) })),
    path,
  );
  return issues.length === 0;
}

/** Checks that a test suits a subject that has been checked. */
export function checkTest(
  json: unknown,
  path: Path,
  subject: Value,
  scope: ConditionScope,
  check: DefinitionChecker,
): json is Test {
  if (check.record(json, path, ["op"], testKeys) === undefined) return false;
  const compare = { type: "compare", subject, ...(json as Test) };
  const issues = validateCondition(compare, scope.schema, { parameters: scope.parameters, path });
  check.adopt(issues, []);
  return issues.length === 0;
}

const testKeys = ["value", "values", "from", "to", "bounds", "window", "leapDay"];
