import type { EvaluationFrame } from "../../conditions/index.js";
import type { Assessed } from "../../core/index.js";
import { checkOptions } from "../../core/shared.js";
import type { FactSchema, Facts } from "../../model/index.js";
import { compileRules } from "../rules/compiled-rules.js";
import { frameRules } from "../rules/judgement-options.js";
import { checkTableParts } from "./check-decision-table.js";
import { decidedSubject } from "./decided-subject.js";
import type { TableDecision } from "./decision.js";
import type { DecisionTable, TableOutput } from "./decision-table.js";
import { tablePlan } from "./table-plan.js";

/** A decision table compiled for one run. */
export interface CompiledDecisionTable<S extends FactSchema, Output extends TableOutput> {
  decide(facts: Facts<S>): Assessed<TableDecision<Output>>;
}

/**
 * Compiles a decision table for single subjects: checked once, it decides any number of them at one moment.
 * @throws INVALID_DEFINITION with all faults as `issues`, INVALID_OPTIONS, what `compileCondition` throws
 * @example
 * import { defineSchema } from "clientele/model";
 * import { compileDecisionTable, defineDecisionTable } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { score: { type: "number" } } });
 * const actions = defineDecisionTable({
 *   id: "actions",
 *   version: 1,
 *   hitPolicy: "unique",
 *   inputs: [{ type: "attribute", field: "score" }],
 *   outputs: { action: { type: "string" } },
 *   rows: [
 *     { cells: [{ op: "gte", value: 6 }], output: { action: "call" } },
 *     { cells: [{ op: "lt", value: 6 }], output: { action: "none" } },
 *   ],
 * }, schema);
 * const { decide } = compileDecisionTable(actions, schema, { asOf: "2026-04-01" });
 * const decided = decide({ attributes: { score: 7 } });
 * decided.status === "known" && decided.value.output; // => { action: "call" }
 * @category Decision tables
 */
export function compileDecisionTable<S extends FactSchema, Output extends TableOutput>(
  table: DecisionTable<Output, string>,
  schema: S,
  frame: EvaluationFrame,
): CompiledDecisionTable<S, Output> {
  checkTableParts(table, schema).refuseFaults();
  checkOptions<EvaluationFrame>(frame, frameRules);
  const plan = tablePlan(table);
  const { truths, evidence } = compileRules({ ...table, conditions: plan.conditions }, schema, frame);
  return { decide: (facts) => decidedSubject({ table, plan }, truths(facts), evidence(facts)) };
}
