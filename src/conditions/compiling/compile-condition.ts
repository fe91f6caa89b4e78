import type { FactSchema } from "../../model/index.js";
import type { ConditionInput } from "../envelope.js";
import type { EvaluationFrame } from "../frame.js";
import { checkInputs } from "../planning/check-bindings.js";
import { planInputs } from "../planning/plan-input.js";
import { type CompiledCondition, faceOf } from "./compiled-condition.js";

/**
 * Makes a condition ready for a run: checked, its names looked up, its literals and windows resolved once. Judging never throws.
 *
 * Three values by Kleene's tables, as in SQL: what is missing or unusable makes a comparison unknown, and unknown settles nothing.
 * @throws INVALID_CONDITION with all faults as `issues`, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { compileCondition, conditions } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const schema = customerSchema("EUR");
 * const { attr } = conditions(schema);
 * const rule = compileCondition(attr("net").gte("300.00"), schema, { asOf: "2026-04-01" });
 * rule.matches({ attributes: { net: "350.00" } }); // => true
 * rule.evaluate({ attributes: {} }); // => "unknown"
 * @category Conditions
 */
export function compileCondition<S extends FactSchema>(
  condition: ConditionInput,
  schema: S,
  frame: EvaluationFrame,
): CompiledCondition<S> {
  const [compiled] = planInputs([[condition, []]], schema, frame, checkInputs);
  return faceOf(compiled!);
}
