import type { FactSchema } from "../../model/index.js";
import type { Condition } from "../condition.js";
import type { ConditionEnvelope } from "../envelope.js";
import { collectionOf } from "../typing/type-of-value.js";
import type { NameScope } from "../typing/value-types.js";
import { declaredParameters } from "../validation/check-inputs.js";
import { requireSound, type ValidateConditionOptions } from "../validation/validate-condition.js";
import { type ConditionWarning, nodeWarnings } from "./node-warnings.js";
import { visitConditions } from "./visit-conditions.js";

/**
 * Warns of what is allowed but seldom meant, in document order:
 * `ne`, `notIn` or `hasNone` of a field that may be missing, or `not` around their opposites, without `orMissing`; the day of a birth in a
 * moving window, where its anniversary is meant; equality of numbers that need not be whole; `every`
 * without a `some` beside it, which is true of nothing; siblings that contradict each other under `all`, or of which one is always true
 * under `any`; an `atLeast` that asks for all.
 *
 * What it says is so; what it does not say may be wrong still. Conditions that are referred to are not looked into. `describeReasons` puts
 * the warnings into words.
 * @throws INVALID_CONDITION with all faults as `issues`
 * @example
 * import { conditions, lintCondition } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const schema = customerSchema("EUR");
 * const { all, attr } = conditions(schema);
 * const warnings = lintCondition(all(attr("orders").gte(5), attr("orders").lt(3)), schema);
 * warnings; // => [{ code: "conditions.contradiction", params: { first: 1, second: 2 }, path: ["of", 1] }]
 * @category Conditions
 */
export function lintCondition(
  condition: Condition | ConditionEnvelope,
  schema: FactSchema,
  options: ValidateConditionOptions = {},
): readonly ConditionWarning[] {
  requireSound(condition, schema, options);
  const parameters = declaredParameters(condition, options.parameters);
  const { path: root = [] } = options;
  const isWrapped = "when" in condition;
  const over = (isWrapped ? condition.scope : undefined) ?? options.scope;
  const scope: NameScope = { schema, item: over === undefined ? undefined : collectionOf({ schema }, over) };
  const [when, path] = isWrapped ? [condition.when, [...root, "when"]] : [condition, root];
  const warnings: ConditionWarning[] = [];
  visitConditions(when, path, scope, (node, path, scope, beside) => {
    for (const found of nodeWarnings(node, beside, scope, parameters)) {
      warnings.push({ ...found, path: [...path, ...found.path] });
    }
  });
  return warnings;
}
