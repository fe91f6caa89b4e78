import type { Truth } from "../../conditions/index.js";
import { type Assessed, known, unknown } from "../../core/index.js";
import type { RowExplanation, TableDecision } from "../decision.js";
import type { DecisionTable, TableOutput } from "../decision-table.js";
import { decideRows } from "./decide-rows.js";
import type { Answers, EvidenceOf } from "./judge.js";
import { answerOfRow, type TablePlan } from "./table-plan.js";

/** A decision table with its plan. */
export interface PlannedTable<Output extends TableOutput> {
  readonly table: DecisionTable<Output, string>;
  readonly plan: TablePlan;
}

/** The whole decision on one subject, with every row explained. */
export function decidedSubject<Output extends TableOutput>(
  { table, plan }: PlannedTable<Output>,
  answers: Answers,
  evidenceOf: EvidenceOf,
): Assessed<TableDecision<Output>> {
  const { status, rows, undecided } = decideRows(table, (row) => answerOfRow(plan.rows[row] ?? [], answers));
  const missing = missingIn(undecided, plan, answers, evidenceOf);
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
          result: truthOf(answerOfRow(cells, answers)),
          cells: cells.map(({ input, condition }) => ({
            input,
            result: truthOf(answers(condition)),
            facts: evidenceOf(condition).params,
          })),
        };
      });
      return known({ output: outputs[0], outputs, rows, undecided, missing, explanation });
    }
  }
}

/** The facts that keep rows undecided. */
function missingIn(
  rows: readonly number[],
  plan: TablePlan,
  answers: Answers,
  evidenceOf: EvidenceOf,
): readonly string[] {
  const open = rows.flatMap((row) => (plan.rows[row] ?? []).filter(({ condition }) => answers(condition) === 2));
  return [...new Set(open.flatMap(({ condition }) => evidenceOf(condition).missing))];
}

function truthOf(answer: number): Truth {
  return answer === 2 ? "unknown" : answer === 1;
}
