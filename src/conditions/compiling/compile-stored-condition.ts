import { isClienteleError } from "../../core/index.js";
import { refusal } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import type { ConditionInput } from "../envelope.js";
import type { EvaluationFrame } from "../frame.js";
import { planInputs } from "../planning/plan-input.js";
import { type CompiledCondition, faceOf } from "./compiled-condition.js";

/**
 * Makes a condition ready that was validated when it was stored, as {@link compileCondition} does, without the validator: for browsers, where
 * the bundle is then smaller by a quarter. What it does not check is on you: store only what {@link parseCondition} or
 * {@link validateCondition} accepts for this schema, with what it refers to, and bind parameters to values of their types.
 * @throws INVALID_CONDITION where it cannot be planned, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { compileStoredCondition } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const stored = { type: "none", over: { collection: "order" } } as const;
 * const rule = compileStoredCondition(stored, customerSchema("EUR"), { asOf: "2026-04-01" });
 * rule.matches({ attributes: {}, collections: { order: [] } }); // => true
 * @category Conditions
 */
export function compileStoredCondition<S extends FactSchema>(
  condition: ConditionInput,
  schema: S,
  frame: EvaluationFrame,
): CompiledCondition<S> {
  try {
    const [compiled] = planInputs([[condition, []]], schema, frame, () => undefined);
    return faceOf(compiled!);
  } catch (error) {
    if (isClienteleError(error)) throw error;
    throw refusal(
      "INVALID_CONDITION",
      [],
      "a condition that was validated",
      condition,
      "Compile it with compileCondition",
    );
  }
}
