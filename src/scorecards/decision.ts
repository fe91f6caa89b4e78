import type { Truth } from "../conditions/index.js";
import type { ReasonParam } from "../core/index.js";
import type { TableOutput } from "./decision-table.js";

/** How one cell came out, and the facts that it looked at. */
export interface CellExplanation {
  readonly input: number;
  readonly result: Truth;
  readonly facts: Readonly<Record<string, ReasonParam>>;
}

/** How one row came out. Cells of `null` are not listed. */
export interface RowExplanation {
  readonly row: number;
  readonly id?: string | undefined;
  readonly result: Truth;
  readonly cells: readonly CellExplanation[];
}

/**
 * What a decision table says of one subject.
 * @category Decision tables
 */
export interface TableDecision<Output extends TableOutput = TableOutput> {
  /** What the deciding row gives; under `collect` the first of them. Undefined where no row matches. */
  readonly output: Output | undefined;
  /** What every deciding row gives: one under `first` and `unique`, any number under `collect`. */
  readonly outputs: readonly Output[];
  /** The deciding rows, counted from 0. */
  readonly rows: readonly number[];
  /** Rows that may match too, once `missing` is known, without changing `output` under `first` and `unique`. */
  readonly undecided: readonly number[];
  readonly missing: readonly string[];
  /** Every row, and why it matched or did not. */
  readonly explanation: readonly RowExplanation[];
}
