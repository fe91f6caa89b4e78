import type { Column } from "../../core/index.js";
import { anything, checkOptions } from "../../core/shared.js";
import { checkColumn, checkSameLength } from "../checks.js";
import { radixOrder } from "./radix-order.js";

/** Decides between equal values: the lower number or, code unit by code unit, the earlier text comes first. */
export type TieBreak = Column<number> | Column<string>;

/** How {@link sortedPositions} settles ties. */
export interface SortedPositionsOptions {
  /** A column as long as the values. Where it ties too, or is not given, the earlier position comes first. */
  readonly tieBreak?: TieBreak | undefined;
}

/**
 * The positions of a column's values in ascending order of value: the first entry is where the least value stands.
 *
 * Radix sort, stable, so the result is the same on every run and machine. An empty column has no positions; -0 equals 0.
 * @throws NOT_A_FINITE_NUMBER, LENGTHS_DIFFER
 * @example
 * import { sortedPositions } from "clientele/math";
 * const ids = ["eve", "ben", "ann"];
 * sortedPositions([20, 10, 20]); // => [1, 0, 2]
 * sortedPositions([20, 10, 20], { tieBreak: ids }); // => [1, 2, 0]
 * @category Order statistics
 */
export function sortedPositions(values: Column, options: SortedPositionsOptions = {}): Uint32Array {
  checkColumn(values, "values");
  const start = new Uint32Array(values.length);
  for (let position = 0; position < start.length; position++) start[position] = position;
  checkOptions<SortedPositionsOptions>(options, { tieBreak: anything });
  const { tieBreak } = options;
  if (tieBreak === undefined) return radixOrder(values, start);
  checkSameLength(tieBreak, "tieBreak", values.length);
  if (!isText(tieBreak)) {
    checkColumn(tieBreak, "tieBreak");
    return radixOrder(values, radixOrder(tieBreak, start));
  }
  const order = radixOrder(values, start);
  // Texts are compared only inside runs of equal values: sorting all of them would cost far more than the values do.
  for (let from = 0, to = 1; from < order.length; from = to, to++) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => compareTexts(tieBreak[a]!, tieBreak[b]!) || a - b);
  }
  return order;
}

const isText = (column: TieBreak): column is Column<string> => typeof column[0] === "string";

const compareTexts = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
