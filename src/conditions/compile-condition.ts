import type { Column } from "../core/index.js";
import type { FactSchema, Facts, FactTable } from "../model/index.js";
import { evaluateTable } from "./columns/evaluate-table.js";
import { explainer } from "./explanation/explain.js";
import type { ExplainOptions, Verdict } from "./explanation/explanation.js";
import type { EvaluationFrame } from "./frame.js";
import { type ConditionInput, makePlanner, planInput } from "./planning/plan-input.js";
import { TRUE, truthOf } from "./reading/kleene.js";
import { makeRowCompiler } from "./rows/make-row-compiler.js";
import { plainSource, plainSubject } from "./rows/plain-source.js";
import type { Truth } from "./truth.js";

/** A condition ready to judge subjects of schema `S` in one run. */
export interface CompiledCondition<S extends FactSchema> {
  /** True, false or `"unknown"`, which is truthy: ask {@link CompiledCondition.matches} for a boolean. */
  evaluate(facts: Facts<S>): Truth;
  /** Whether it is certainly true. */
  matches(facts: Facts<S>): boolean;
  /** The result with its reasons: every node, the decisive leaves, what is missing and how little would be needed. */
  explain(facts: Facts<S>, options?: ExplainOptions): Verdict;
  /** All rows of a table at once: 0 false, 1 true, 2 unknown. @throws FRAME_MISMATCH for a table of another moment or zone */
  evaluateAll(table: FactTable<S>): Column;
}

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
  const planner = makePlanner(schema, frame);
  const plan = planInput(condition, planner, []);
  const rows = makeRowCompiler(planner.clock, plainSource(planner.clock));
  const judge = rows.judgeOf(plan);
  const explain = explainer(plan, "when" in condition ? "/when" : "", rows);
  return {
    evaluate: (facts) => truthOf(judge(plainSubject(facts as Facts))),
    matches: (facts) => judge(plainSubject(facts as Facts)) === TRUE,
    explain: (facts, options) => explain(plainSubject(facts as Facts), options),
    evaluateAll: (table) => evaluateTable([plan], table as FactTable, planner.schema, planner.clock)[0] as Column,
  };
}
