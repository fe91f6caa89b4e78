import type { Condition } from "../../conditions/index.js";
import { canonicalJson } from "../../core/index.js";
import type { DecisionTable } from "../decision-table.js";
import type { Answers } from "./judge.js";

/** A cell that holds a test, and the place of its condition. */
export interface PlannedCell {
  readonly input: number;
  readonly condition: number;
}

/** A decision table taken apart: the conditions to judge, equal cells once, and the cells of each row. */
export interface TablePlan {
  readonly conditions: readonly Condition[];
  readonly rows: readonly (readonly PlannedCell[])[];
}

export function tablePlan({ inputs, rows }: Pick<DecisionTable, "inputs" | "rows">): TablePlan {
  const conditions: Condition[] = [];
  const places = new Map<string, number>();
  const placeOf = (condition: Condition): number => {
    const text = canonicalJson(condition);
    const place = places.get(text) ?? conditions.push(condition) - 1;
    places.set(text, place);
    return place;
  };
  const planned = rows.map(({ cells }) =>
    inputs.flatMap((subject, input): readonly PlannedCell[] => {
      const cell = cells[input];
      return cell ? [{ input, condition: placeOf({ type: "compare", subject, ...cell }) }] : [];
    }),
  );
  return { conditions, rows: planned };
}

/** The answer of a row: all of its cells, by Kleene's table; a row without tests matches everything. */
export function answerOfRow(cells: readonly PlannedCell[], answers: Answers): number {
  let row = 1;
  for (const { condition } of cells) {
    const answer = answers(condition);
    if (answer === 0) return 0;
    if (answer === 2) row = 2;
  }
  return row;
}
