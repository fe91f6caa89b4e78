import { canonicalJson } from "../../core/index.js";
import type { DecisionTable, TableOutput } from "../decision-table.js";
import type { Answers } from "./judge.js";

/** Which rows decide, and which could still match. */
export interface RowsDecided {
  /** `undecided`: what decides is not known. `conflict`: more rows match than may. */
  readonly status: "decided" | "undecided" | "conflict";
  readonly rows: readonly number[];
  readonly undecided: readonly number[];
}

/**
 * Applies the hit policy to the answers of the rows (0 no, 1 yes, 2 unknown).
 *
 * An unknown row before the first match matters only if it gives something else: where all that may decide give the same, the output is known.
 */
export function decideRows(
  { hitPolicy, rows }: Pick<DecisionTable, "hitPolicy" | "rows">,
  answers: Answers,
): RowsDecided {
  const matching: number[] = [];
  const unknown: number[] = [];
  for (const row of rows.keys()) {
    const answer = answers(row);
    if (answer === 1) matching.push(row);
    if (answer === 2) unknown.push(row);
    if (answer === 1 && hitPolicy === "first") break;
  }
  const [first] = matching;
  if (first === undefined)
    return { status: unknown.length === 0 ? "decided" : "undecided", rows: [], undecided: unknown };
  switch (hitPolicy) {
    case "first": {
      const wanted = canonicalJson(outputOf(rows, first));
      const agree = unknown.every((row) => canonicalJson(outputOf(rows, row)) === wanted);
      return agree
        ? { status: "decided", rows: matching, undecided: unknown }
        : { status: "undecided", rows: [], undecided: [...unknown, first] };
    }
    case "unique":
      // Rows exclude each other by definition, so an unknown one cannot match any more.
      return matching.length === 1
        ? { status: "decided", rows: matching, undecided: [] }
        : { status: "conflict", rows: matching, undecided: [] };
    case "collect":
      return { status: "decided", rows: matching, undecided: unknown };
  }
}

const outputOf = (rows: DecisionTable["rows"], row: number): TableOutput => rows[row]?.output as TableOutput;
