import type { Column } from "../../core/index.js";
import { checkColumn, checkInteger, checkNotEmpty } from "../checks.js";
import { floydRivest } from "./floyd-rivest.js";

/**
 * The k-th smallest value, exactly, counted from 0: `selectKth(values, 0)` is the minimum.
 *
 * Selection by R. W. Floyd and R. L. Rivest (Algorithm 489, CACM 18, 1975): linear time, no full sort.
 * The input stays as it is. Ties count as often as they occur.
 * @throws EMPTY_VALUES, NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { selectKth } from "clientele/math";
 * selectKth([30, 10, 20, 20], 2); // => 20
 * @category Order statistics
 */
export function selectKth(values: Column, k: number): number {
  checkNotEmpty(values, "values");
  checkColumn(values, "values");
  checkInteger(k, 0, values.length - 1, ["k"]);
  const copy = new Float64Array(values);
  floydRivest(copy, 0, copy.length - 1, k);
  return copy[k]!;
}
