import type { Condition } from "../../conditions/index.js";
import { FALSE_IN_COLUMN, TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "../../conditions/shared.js";
import { canonicalJson } from "../../core/index.js";
import type { TruthOf } from "../rules/compiled-rules.js";
import { type RowsDecided, type RowsToDecide, rowDecider } from "./decide-rows.js";
import type { DecisionTable } from "./decision-table.js";

/** A cell that holds a test, and the place of its condition. */
export interface PlannedCell {
  readonly input: number;
  readonly condition: number;
}

/** A decision table ready to decide: the conditions to judge, equal cells once, and the cells of each row. */
export interface TablePlan {
  readonly conditions: readonly Condition[];
  readonly rows: readonly (readonly PlannedCell[])[];
  /** Applies the hit policy to the truths of a subject. */
  decide(truthOf: TruthOf): RowsDecided;
}

export function tablePlan(table: RowsToDecide & Pick<DecisionTable, "inputs">): TablePlan {
  const { inputs, rows } = table;
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
  const decide = rowDecider(table);
  return {
    conditions,
    rows: planned,
    decide: (truthOf) => decide((row) => truthOfCells(planned[row] ?? [], truthOf)),
  };
}

/** The truth of a row: all of its cells, by Kleene's table; a row without tests matches everything. */
export function truthOfCells(cells: readonly PlannedCell[], truthOf: TruthOf): number {
  let row = TRUE_IN_COLUMN;
  for (const { condition } of cells) {
    const truth = truthOf(condition);
    if (truth === FALSE_IN_COLUMN) return FALSE_IN_COLUMN;
    if (truth === UNKNOWN_IN_COLUMN) row = UNKNOWN_IN_COLUMN;
  }
  return row;
}
