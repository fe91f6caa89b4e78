import { type Test, type Value, validateCondition } from "../../conditions/index.js";
import type { ConditionScope } from "../../conditions/shared.js";
import { anything, fields, type Rule } from "../../core/shared.js";

/** A value of the schema. */
export function subjectRule({ schema, parameters }: ConditionScope): Rule<Value> {
  return (value, path, check) => {
    const issues = validateCondition({ type: "compare", subject: value, op: "exists" }, schema, { parameters });
    check.adopt(
      issues.map((issue) => ({ ...issue, path: issue.path.slice(1) })),
      path,
    );
    return issues.length === 0 ? (value as Value) : undefined;
  };
}

const testKeys = ["op", "value", "values", "from", "to", "bounds", "window", "leapDay"];
const testShape = fields(Object.fromEntries(testKeys.map((key) => [key, anything])));

/** A test that suits a subject that has been checked. */
export function testRule(subject: Value, { schema, parameters }: ConditionScope): Rule<Test> {
  return (value, path, check) => {
    if (testShape(value, path, check) === undefined) return undefined;
    const issues = validateCondition({ type: "compare", subject, ...(value as Test) }, schema, { parameters, path });
    check.adopt(issues, []);
    return issues.length === 0 ? (value as Test) : undefined;
  };
}
