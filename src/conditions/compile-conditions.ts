import type { FactSchema, Facts, FactTable } from "../model/index.js";
import { evaluateTable } from "./columns/evaluate-table.js";
import type { CompiledConditions } from "./compiled-condition.js";
import { compiledOf } from "./compiled-of.js";
import type { EvaluationFrame } from "./frame.js";
import { type ConditionInput, type Planned, planInputs } from "./planning/plan-input.js";
import { truthOf } from "./reading/kleene.js";
import { makeRowCompiler } from "./rows/make-row-compiler.js";
import { plainSource, plainSubject } from "./rows/plain-source.js";

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
  const inputs = conditions.map((condition, index) => [condition, [index]] as const);
  const planned = planInputs(inputs, schema, frame);
  const { planner, plans } = planned;
  const { clock } = planner;
  const rows = makeRowCompiler(clock, plainSource(clock));
  const judges = plans.map(rows.judgeOf);
  const planAt = (asOf: EvaluationFrame["asOf"]): Planned => planInputs(inputs, schema, { ...frame, asOf });
  return {
    conditions: conditions.map((condition, index) => compiledOf(planned, index, rows, condition, planAt)),
    evaluate(facts) {
      const subject = plainSubject(facts as Facts);
      return judges.map((judge) => truthOf(judge(subject)));
    },
    evaluateAll: (table) => evaluateTable(plans, table as FactTable, planner.schema, clock),
  };
}
