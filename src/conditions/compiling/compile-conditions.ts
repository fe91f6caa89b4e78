import type { InstantInput } from "../../core/index.js";
import { requireList } from "../../core/shared.js";
import type { FactSchema, Facts } from "../../model/index.js";
import type { ConditionInput } from "../envelope.js";
import type { EvaluationFrame } from "../frame.js";
import { checkInputs } from "../planning/check-bindings.js";
import { planInputs } from "../planning/plan-input.js";
import { truthOf } from "../reading/compare-readings.js";
import { plainSubject } from "../rows/plain-source.js";
import type { Truth } from "../truth.js";
import { type Compiled, type CompiledCondition, clockAt, faceOf, rowsAt } from "./compiled-condition.js";

/**
 * Many conditions of one run, ready together: what they have in common is judged once.
 * @category Conditions
 */
export interface CompiledConditions<S extends FactSchema> {
  readonly conditions: readonly CompiledCondition<S>[];
  /** One answer per condition, in their order. @throws INVALID_FACTS */
  evaluate(facts: Facts<S>): readonly Truth[];
  /** Whether the moment matters to any of them. */
  readonly looksAtClock: boolean;
  /** The same conditions at another moment, without planning them anew. @throws INVALID_INSTANT */
  at(asOf: InstantInput): CompiledConditions<S>;
}

/**
 * Makes many conditions ready for one run. Equal parts of them are one: fifty segments over thirty comparisons pay for thirty.
 * @throws INVALID_CONDITION with all faults of the first faulty condition, its index first in their paths; INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { compileConditions, conditions } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const schema = customerSchema("EUR");
 * const { attr, not } = conditions(schema);
 * const rich = attr("net").gte("300.00");
 * const both = compileConditions([rich, not(rich)], schema, { asOf: "2026-04-01" });
 * both.evaluate({ attributes: { net: "350.00" } }); // => [true, false]
 * @category Conditions
 */
export function compileConditions<S extends FactSchema>(
  conditions: readonly ConditionInput[],
  schema: S,
  frame: EvaluationFrame,
): CompiledConditions<S> {
  requireList(conditions, "conditions");
  const inputs = conditions.map((condition, index) => [condition, [index]] as const);
  return facesOf(planInputs(inputs, schema, frame, checkInputs));
}

function facesOf<S extends FactSchema>(compiled: readonly Compiled[]): CompiledConditions<S> {
  const judges = compiled.map(({ plan, rows }) => rows.judgeOf(plan));
  return {
    conditions: compiled.map((one) => faceOf<S>(one)),
    evaluate(facts) {
      const subject = plainSubject(facts as Facts);
      return judges.map((judge) => truthOf(judge(subject)));
    },
    looksAtClock: compiled.some(({ looksAtClock }) => looksAtClock),
    at(asOf) {
      const [first] = compiled;
      if (first === undefined) return facesOf([]);
      const rows = rowsAt(clockAt(asOf, first.rows.clock));
      return facesOf(compiled.map((one) => ({ ...one, rows })));
    },
  };
}
