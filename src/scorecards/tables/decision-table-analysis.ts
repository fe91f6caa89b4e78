import type { Literal } from "../../conditions/index.js";

/** A case that no row decides: one value per input. */
export interface TableGap {
  readonly example: readonly Literal[];
}

/** A case that two rows match. */
export interface TableOverlap {
  readonly rows: readonly [earlier: number, later: number];
  readonly example: readonly Literal[];
}

/** A row that never decides, and the rows that win all its cases; none where it matches nothing at all. */
export interface UnreachableRow {
  readonly row: number;
  readonly coveredBy: readonly number[];
}

/**
 * What is wrong, or worth knowing, about the rows of a table.
 * @category Decision tables
 */
export interface DecisionTableAnalysis {
  readonly gaps: readonly TableGap[];
  readonly overlaps: readonly TableOverlap[];
  readonly unreachable: readonly UnreachableRow[];
  /** Cells that cannot be judged without a run; a row with one counts as covering nothing and filling every gap. */
  readonly openCells: readonly { readonly row: number; readonly input: number }[];
  /** False where the table is so large that the search for gaps gave up. */
  readonly complete: boolean;
}
