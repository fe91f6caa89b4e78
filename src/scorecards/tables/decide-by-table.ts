import type { Assessed } from "../../core/index.js";
import { checkOptions } from "../../core/shared.js";
import type { FactSchema, Facts } from "../../model/index.js";
import { type SubjectRunOptions, subjectRunRules } from "../rules/judgement-options.js";
import { compileDecisionTable } from "./compile-decision-table.js";
import type { TableDecision } from "./decision.js";
import type { DecisionTable, TableOutput } from "./decision-table.js";

/**
 * Decides one subject by a table: what the matching row gives, and why every other row did not match.
 *
 * A cell whose input is unknown is unknown. With `first` and `priority` an unknown row that would win leaves the decision unknown, unless it gives the
 * same; with `unique` and `any` one matching row decides; with `collect` rows that match decide and those that may are `undecided`, and an
 * `aggregation` is unknown while one of them would change it. Where no row can match, the decision is known and has no output.
 * @throws INVALID_DEFINITION with all faults as `issues`, INVALID_OPTIONS, what `compileCondition` throws
 * @example
 * import { defineSchema } from "clientele/model";
 * import { decideByTable, defineDecisionTable } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { age: { type: "number" } } });
 * const channels = defineDecisionTable({
 *   id: "channels",
 *   version: 1,
 *   hitPolicy: "collect",
 *   inputs: [{ type: "attribute", field: "age" }],
 *   outputs: { channel: { type: "string" } },
 *   rows: [
 *     { cells: [{ op: "lt", value: 35 }], output: { channel: "social-media" } },
 *     { cells: [{ op: "lt", value: 35 }], output: { channel: "online-shop" } },
 *     { cells: [{ op: "gte", value: 60 }], output: { channel: "store" } },
 *   ],
 * }, schema);
 * const decided = decideByTable({ attributes: { age: 24 } }, channels, { schema, asOf: "2026-04-01" });
 * decided.status === "known" && decided.value.outputs; // => [{ channel: "social-media" }, { channel: "online-shop" }]
 * decided.status === "known" && decided.value.explanation[2]; // => { row: 2, result: false, cells: [{ input: 0, result: false, facts: { age: 24 } }] }
 * @category Decision tables
 */
export function decideByTable<S extends FactSchema, Output extends TableOutput>(
  facts: Facts<S>,
  table: DecisionTable<Output, string>,
  options: SubjectRunOptions<S>,
): Assessed<TableDecision<Output>> {
  checkOptions<SubjectRunOptions<FactSchema>>(options, subjectRunRules);
  const { schema, ...frame } = options;
  return compileDecisionTable(table, schema, frame).decide(facts);
}
