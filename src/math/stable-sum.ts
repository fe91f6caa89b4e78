import type { Column } from "../core/index.js";
import { requireList } from "../core/shared.js";
import { checkColumn, refuse } from "./checks.js";

/**
 * The sum of a column with the rounding errors of each addition carried along and added at the end.
 *
 * A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974) 39 (improved
 * Kahan-Babuška). The error no longer grows with the count. For estimates; money is summed exactly in `core`.
 * The sum of nothing is 0.
 * @throws NOT_A_FINITE_NUMBER where a value is not finite, NUMBER_OUT_OF_RANGE where the sum leaves the doubles
 * @example
 * import { stableSum } from "clientele/math";
 * stableSum([1, 1e100, 1, -1e100]); // => 2
 * @category Numbers
 */
export function stableSum(values: Column): number {
  requireList(values, "values");
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  const total = sum + lost;
  if (Number.isFinite(total)) return total;
  checkColumn(values, "values");
  return refuse("NUMBER_OUT_OF_RANGE", ["values"], "a sum below 1.8e308", "a larger one");
}
