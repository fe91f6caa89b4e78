import type { Truth } from "../../conditions/index.js";
import type { ReasonParam } from "../../core/index.js";
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
  /** What the deciding row gives; with `collect` the first of them. Undefined where no row matches. */
  readonly output: Output | undefined;
  /** What every deciding row gives: any number of outputs with `collect`, equal ones with `any`, otherwise one. */
  readonly outputs: readonly Output[];
  /** What the table's `aggregation` makes of the outputs. No row: 0 for `count`, otherwise null, as DMN has it. */
  readonly aggregated?: number | null | undefined;
  /** The deciding rows, counted from 0. */
  readonly rows: readonly number[];
  /** Rows that may match too once `missing` is known, without changing `output` or `aggregated`; with plain `collect` they add to `outputs`. */
  readonly undecided: readonly number[];
  readonly missing: readonly string[];
  /** Every row, and why it matched or did not. */
  readonly explanation: readonly RowExplanation[];
}
