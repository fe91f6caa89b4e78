import type { Column } from "../core/index.js";
import type { FactSchema, Facts, FactTable } from "../model/index.js";
import { nextChange, type PlannedMoment } from "./change/next-change.js";
import { evaluateTable } from "./columns/evaluate-table.js";
import type { CompiledCondition } from "./compiled-condition.js";
import { explainer } from "./explanation/explain.js";
import type { Plan } from "./planning/plan.js";
import type { ConditionInput } from "./planning/plan-input.js";
import type { Planner } from "./planning/planner.js";
import { TRUE, truthOf } from "./reading/kleene.js";
import { plainSubject } from "./rows/plain-source.js";
import type { RowCompiler } from "./rows/row-compiler.js";

/** The face of a planned condition. `planAt` plans it for another moment. */
export function compiledOf<S extends FactSchema>(
  plan: Plan,
  rows: RowCompiler,
  planner: Planner,
  input: ConditionInput,
  planAt: (asOf: number) => PlannedMoment,
): CompiledCondition<S> {
  const { clock, schema } = planner;
  const judge = rows.judgeOf(plan);
  const explain = explainer(plan, "when" in input ? "/when" : "", rows);
  return {
    evaluate: (facts) => truthOf(judge(plainSubject(facts as Facts))),
    matches: (facts) => judge(plainSubject(facts as Facts)) === TRUE,
    explain: (facts, options) => explain(plainSubject(facts as Facts), options),
    nextChangeAt: (facts) => nextChange({ plan, clock }, planAt, facts as Facts),
    evaluateAll: (table) => evaluateTable([plan], table as FactTable, schema, clock)[0] as Column,
  };
}
