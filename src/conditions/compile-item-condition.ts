import type { FactSchema, Facts } from "../model/index.js";
import type { CompiledItemCondition } from "./compiled-condition.js";
import { explainer } from "./explanation/explain.js";
import type { EvaluationFrame } from "./frame.js";
import type { Plan } from "./planning/plan.js";
import { type ConditionInput, planInputs } from "./planning/plan-input.js";
import { TRUE, truthOf } from "./reading/kleene.js";
import { makeRowCompiler } from "./rows/make-row-compiler.js";
import { itemSubject, plainSource } from "./rows/plain-source.js";

/**
 * Makes a condition on one item of a subject ready for a run: which lines of an order earn double points. It may also speak of the subject.
 * @throws INVALID_CONDITION with all faults as `issues`, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { compileItemCondition } from "clientele/conditions";
 * import { orderSchema } from "clientele/model";
 * const wine = { type: "compare", subject: { type: "item", field: "category" }, op: "eq", value: "wine" } as const;
 * const rule = compileItemCondition(wine, orderSchema("EUR"), "line", { asOf: "2026-04-01" });
 * const order = { attributes: {}, collections: { line: [{ category: "tea" }, { category: "wine" }] } };
 * [rule.matches(order, 0), rule.matches(order, 1)]; // => [false, true]
 * @category Conditions
 */
export function compileItemCondition<S extends FactSchema>(
  condition: ConditionInput,
  schema: S,
  collection: keyof S["collections"] & string,
  frame: EvaluationFrame,
): CompiledItemCondition<S> {
  const { planner, plans } = planInputs([[condition, []]], schema, frame, { collection });
  const plan = plans[0] as Plan;
  const rows = makeRowCompiler(planner.clock, plainSource(planner.clock));
  const judge = rows.judgeOf(plan);
  const explain = explainer(plan, "when" in condition ? "/when" : "", rows);
  const { timed } = schema.collections[collection] as { readonly timed: boolean };
  const subjectOf = (facts: Facts<S>, index: number): ReturnType<typeof itemSubject> =>
    itemSubject(facts as Facts, collection, index, timed, planner.clock);
  return {
    evaluate: (facts, index) => truthOf(judge(subjectOf(facts, index))),
    matches: (facts, index) => judge(subjectOf(facts, index)) === TRUE,
    explain: (facts, index, options) => explain(subjectOf(facts, index), options),
  };
}
