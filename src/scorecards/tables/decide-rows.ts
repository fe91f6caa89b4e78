import { TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "../../conditions/shared.js";
import { canonicalJson } from "../../core/index.js";
import { aggregateOutputs } from "./aggregate-outputs.js";
import type { DecisionTable } from "./decision-table.js";
import { precedenceOf } from "./precedence-of.js";

/** Which rows decide, and which could still match. */
export interface RowsDecided {
  /** `undecided`: what decides is not known. `conflict`: rows match that give different outputs, though one alone may. */
  readonly status: "decided" | "undecided" | "conflict";
  readonly rows: readonly number[];
  readonly undecided: readonly number[];
  readonly aggregated?: number | null;
}

/** What deciding reads of a table. */
export type RowsToDecide = Pick<DecisionTable, "hitPolicy" | "rows"> &
  Partial<Pick<DecisionTable, "aggregation" | "outputs" | "priority">>;

/** Makes the hit policy ready: from the truths of a subject's rows to those that decide. */
export function rowDecider(table: RowsToDecide): (truthOfRow: (row: number) => number) => RowsDecided {
  const outputs = table.rows.map(({ output }) => canonicalJson(output));
  const all = [...table.rows.keys()];
  const precedence = precedenceOf(table);
  const { hitPolicy, aggregation } = table;
  return (truthOfRow) => {
    const rowsThatAre = (truth: number): readonly number[] => all.filter((row) => truthOfRow(row) === truth);
    switch (hitPolicy) {
      case "first":
      case "priority":
        return firstOf(precedence, truthOfRow, outputs);
      case "unique":
      case "any":
        return agreed(rowsThatAre(TRUE_IN_COLUMN), rowsThatAre(UNKNOWN_IN_COLUMN), hitPolicy, outputs);
      case "collect": {
        const [rows, undecided] = [rowsThatAre(TRUE_IN_COLUMN), rowsThatAre(UNKNOWN_IN_COLUMN)];
        if (aggregation === undefined) return rows.length === 0 ? unlessOpen(undecided) : decided(rows, undecided);
        const aggregated = aggregateOutputs(aggregation, table, rows);
        const changing = undecided.filter((row) => aggregateOutputs(aggregation, table, [...rows, row]) !== aggregated);
        return changing.length > 0 ? open(changing) : { ...decided(rows, undecided), aggregated };
      }
    }
  };
}

const decided = (rows: readonly number[], undecided: readonly number[]): RowsDecided => ({
  status: "decided",
  rows,
  undecided,
});
const open = (undecided: readonly number[]): RowsDecided => ({ status: "undecided", rows: [], undecided });

/** Where no row matches, those that may still leave the decision open. */
const unlessOpen = (unknown: readonly number[]): RowsDecided =>
  unknown.length === 0 ? decided([], []) : open(unknown);

/**
 * The first row by precedence that matches. An unknown row before it matters only if it gives something else: where all that may decide
 * give the same, the output is known.
 */
function firstOf(
  precedence: readonly number[],
  truthOfRow: (row: number) => number,
  outputs: readonly string[],
): RowsDecided {
  const unknown: number[] = [];
  for (const row of precedence) {
    const truth = truthOfRow(row);
    if (truth === UNKNOWN_IN_COLUMN) unknown.push(row);
    if (truth !== TRUE_IN_COLUMN) continue;
    const agree = unknown.every((other) => outputs[other] === outputs[row]);
    return agree ? decided([row], unknown.sort(ascending)) : open([...unknown, row].sort(ascending));
  }
  return unlessOpen(unknown.sort(ascending));
}

const ascending = (a: number, b: number): number => a - b;

/**
 * The rows that match, which under `unique` is one and under `any` may be several that give the same. A definition lets no other two meet,
 * so an unknown row can match beside them only if it gives the same too.
 */
function agreed(
  rows: readonly number[],
  unknown: readonly number[],
  hitPolicy: "unique" | "any",
  outputs: readonly string[],
): RowsDecided {
  const [first] = rows;
  if (first === undefined) return unlessOpen(unknown);
  const isSame = (row: number): boolean => outputs[row] === outputs[first];
  if (hitPolicy === "unique" ? rows.length > 1 : !rows.every(isSame)) {
    return { status: "conflict", rows, undecided: [] };
  }
  return decided(rows, hitPolicy === "unique" ? [] : unknown.filter(isSame));
}
