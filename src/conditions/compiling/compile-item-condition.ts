import type { InstantInput } from "../../core/index.js";
import type { FactSchema, Facts } from "../../model/index.js";
import type { ConditionInput } from "../envelope.js";
import type { EvaluationFrame } from "../frame.js";
import { checkInputs } from "../planning/check-bindings.js";
import { planInputs } from "../planning/plan-input.js";
import { TRUE, truthOf } from "../reading/compare-readings.js";
import { itemSubject } from "../rows/plain-source.js";
import type { Truth } from "../truth.js";
import { type Compiled, movedTo, remember } from "./compiled-condition.js";

/**
 * A condition on one item of a subject, such as a line of an order. {@link explainCondition} explains it too.
 * @category Conditions
 */
export interface CompiledItemCondition<S extends FactSchema> {
  /** Of the item at a position of its collection, as the facts list it. @throws INVALID_FACTS */
  evaluate(facts: Facts<S>, index: number): Truth;
  /** Whether it is certainly true. @throws INVALID_FACTS */
  matches(facts: Facts<S>, index: number): boolean;
  /** Whether the moment matters. */
  readonly looksAtClock: boolean;
  /** The same condition at another moment, without planning it anew. @throws INVALID_INSTANT */
  at(asOf: InstantInput): CompiledItemCondition<S>;
}

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
  const [compiled] = planInputs([[condition, []]], schema, frame, checkInputs, { collection });
  const { timed } = schema.collections[collection] as { readonly timed: boolean };
  return itemFaceOf({
    ...compiled!,
    subjectOf: (facts, index = 0) => itemSubject(facts, collection, index, timed, compiled!.rows.clock),
  });
}

function itemFaceOf<S extends FactSchema>(compiled: Compiled): CompiledItemCondition<S> {
  const { plan, rows, looksAtClock, subjectOf } = compiled;
  const judge = rows.judgeOf(plan);
  const face: CompiledItemCondition<S> = {
    evaluate: (facts, index) => truthOf(judge(subjectOf(facts as Facts, index))),
    matches: (facts, index) => judge(subjectOf(facts as Facts, index)) === TRUE,
    looksAtClock,
    at: (asOf) => itemFaceOf(movedTo(asOf, compiled)),
  };
  return remember(face, compiled);
}
