import type { Column } from "../core/index.js";
import type { FactSchema, Facts, FactTable } from "../model/index.js";
import { nextChange, type PlannedMoment } from "./change/next-change.js";
import { evaluateTable } from "./columns/evaluate-table.js";
import type { CompiledCondition } from "./compiled-condition.js";
import { explainer } from "./explanation/explain.js";
import type { Plan } from "./planning/plan.js";
import type { ConditionInput, Planned } from "./planning/plan-input.js";
import { TRUE, truthOf } from "./reading/kleene.js";
import { plainSubject } from "./rows/plain-source.js";
import type { RowCompiler } from "./rows/row-compiler.js";

/** The face of one of the conditions that were planned. `planAt` plans them for another moment. */
export function compiledOf<S extends FactSchema>(
  { plans, planner }: Planned,
  index: number,
  rows: RowCompiler,
  input: ConditionInput,
  planAt: (asOf: number) => Planned,
): CompiledCondition<S> {
  const { clock, schema } = planner;
  const plan = plans[index] as Plan;
  const judge = rows.judgeOf(plan);
  const explain = explainer(plan, "when" in input ? "/when" : "", rows);
  const momentAt = (asOf: number): PlannedMoment => {
    const later = planAt(asOf);
    return { plan: later.plans[index] as Plan, clock: later.planner.clock };
  };
  return {
    evaluate: (facts) => truthOf(judge(plainSubject(facts as Facts))),
    matches: (facts) => judge(plainSubject(facts as Facts)) === TRUE,
    explain: (facts, options) => explain(plainSubject(facts as Facts), options),
    nextChangeAt: (facts) => nextChange({ plan, clock }, momentAt, facts as Facts),
    evaluateAll: (table) => evaluateTable([plan], table as FactTable, schema, clock)[0] as Column,
  };
}
