import type { FactSchema, Facts } from "../../model/index.js";
import type { CompiledItemCondition } from "../compiling/compile-item-condition.js";
import { type CompiledCondition, compiledOf } from "../compiling/compiled-condition.js";
import { explainer } from "./explain.js";
import type { ExplainOptions, Verdict } from "./explanation.js";

/** How much is told, and of a condition on items, of which one. */
export interface ExplainConditionOptions extends ExplainOptions {
  /** The position of the item, for a condition that was compiled for items. */
  readonly item?: number | undefined;
}

// Made when it is first asked for: most conditions are never explained.
const made = new WeakMap<object, (facts: Facts, options: ExplainConditionOptions) => Verdict>();

/**
 * Why a condition is true, false or unknown of one subject: every node, the decisive leaves, what is missing and how little would be needed.
 * It takes time linear in the condition, whatever refers to what.
 * @throws INVALID_FACTS, INVALID_OPTIONS also for what is no compiled condition
 * @example
 * import { compileCondition, conditions, explainCondition } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const schema = customerSchema("EUR");
 * const rule = compileCondition(conditions(schema).attr("net").gte("300.00"), schema, { asOf: "2026-04-01" });
 * const verdict = explainCondition({ attributes: { net: "250.00" } }, rule);
 * verdict.nearMiss; // => [{ leaves: [{ path: "", distance: "50.00" }] }]
 * @category Explanation
 */
export function explainCondition<S extends FactSchema>(
  facts: Facts<S>,
  rule: CompiledCondition<S> | CompiledItemCondition<S>,
  options: ExplainConditionOptions = defaults,
): Verdict {
  let explain = made.get(rule);
  if (explain === undefined) {
    const { plan, path, rows, subjectOf } = compiledOf(rule);
    const explainSubject = explainer(plan, path, rows);
    explain = (given, told) => explainSubject(subjectOf(given, told.item), told);
    made.set(rule, explain);
  }
  return explain(facts as Facts, options);
}

const defaults: ExplainConditionOptions = {};
