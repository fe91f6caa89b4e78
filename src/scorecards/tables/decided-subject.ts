import type { Truth } from "../../conditions/index.js";
import { TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "../../conditions/shared.js";
import { type Assessed, known, unknown } from "../../core/index.js";
import type { Evidence, TruthOf } from "../rules/compiled-rules.js";
import type { RowExplanation, TableDecision } from "./decision.js";
import type { DecisionTable, TableOutput } from "./decision-table.js";
import { type TablePlan, truthOfCells } from "./table-plan.js";

/** A decision table with its plan. */
export interface PlannedTable<Output extends TableOutput> {
  readonly table: DecisionTable<Output, string>;
  readonly plan: TablePlan;
}

/** The whole decision on one subject, with every row explained. */
export function decidedSubject<Output extends TableOutput>(
  { table, plan }: PlannedTable<Output>,
  truthOf: TruthOf,
  evidence: Evidence,
): Assessed<TableDecision<Output>> {
  const { status, rows, undecided, aggregated } = plan.decide(truthOf);
  const missing = missingIn(undecided, plan, truthOf, evidence);
  switch (status) {
    case "conflict":
      return unknown(missing, [{ code: "scorecards.rows-conflict", params: { rows: rows.map(String) } }]);
    case "undecided":
      return unknown(missing, [{ code: "scorecards.rows-undecided", params: { rows: undecided.map(String) } }]);
    case "decided": {
      const outputs = rows.map((row) => table.rows[row]?.output as Output);
      const explanation = table.rows.map(({ id }, row): RowExplanation => {
        const cells = plan.rows[row] ?? [];
        return {
          row,
          ...(id === undefined ? {} : { id }),
          result: truthIn(truthOfCells(cells, truthOf)),
          cells: cells.map(({ input, condition }) => ({
            input,
            result: truthIn(truthOf(condition)),
            facts: evidence.behind(condition).params,
          })),
        };
      });
      const result = aggregated === undefined ? {} : { aggregated };
      return known({ output: outputs[0], outputs, ...result, rows, undecided, missing, explanation });
    }
  }
}

/** The facts that keep rows undecided. */
function missingIn(rows: readonly number[], plan: TablePlan, truthOf: TruthOf, evidence: Evidence): readonly string[] {
  const cells = rows.flatMap((row) => plan.rows[row] ?? []);
  const open = cells.filter(({ condition }) => truthOf(condition) === UNKNOWN_IN_COLUMN);
  return [...new Set(open.flatMap(({ condition }) => evidence.behind(condition).missing))];
}

const truthIn = (code: number): Truth => (code === UNKNOWN_IN_COLUMN ? "unknown" : code === TRUE_IN_COLUMN);
