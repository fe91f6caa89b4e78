import type { Column } from "../../core/index.js";
import { requireList } from "../../core/shared.js";
import { checkColumn, checkNotEmpty, checkProbability } from "../checks.js";
import { floydRivest } from "./floyd-rivest.js";

/**
 * Several type-7 quantiles of one column, in the order of the probabilities asked for.
 *
 * With the values sorted as x(0) … x(n-1) and h = (n - 1) p: x(⌊h⌋) + (h - ⌊h⌋) (x(⌊h⌋ + 1) - x(⌊h⌋)), the default
 * of R, NumPy and spreadsheets (R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50 (1996) 361, definition 7). Exact selection: one partition per probability, no sort.
 *
 * One value is every quantile of itself; probability 0 is the minimum, 1 the maximum. The input stays as it is.
 * @throws EMPTY_VALUES, NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { quantiles } from "clientele/math";
 * quantiles([1, 2, 3, 4, 10], [0.25, 0.5, 1]); // => [2, 3, 10]
 * @category Order statistics
 */
export function quantiles(values: Column, probabilities: readonly number[]): number[] {
  requireList(probabilities, "probabilities");
  checkNotEmpty(values, "values");
  checkColumn(values, "values");
  probabilities.forEach((probability, index) => {
    checkProbability(probability, ["probabilities", index]);
  });
  const copy = new Float64Array(values);
  const result = new Array<number>(probabilities.length);
  const ascending = [...probabilities.keys()].sort((a, b) => probabilities[a]! - probabilities[b]!);
  // What lies left of a selected position is settled, so each selection starts where the one before ended.
  let settled = 0;
  for (const index of ascending) {
    const h = (copy.length - 1) * probabilities[index]!;
    const below = Math.floor(h);
    floydRivest(copy, settled, copy.length - 1, below);
    settled = below;
    result[index] = h === below ? copy[below]! : between(copy[below]!, lowestFrom(copy, below + 1), h - below);
  }
  return result;
}

function between(low: number, high: number, share: number): number {
  const gap = high - low;
  return Number.isFinite(gap) ? low + share * gap : low * (1 - share) + high * share;
}

function lowestFrom(values: Float64Array, from: number): number {
  let lowest = values[from]!;
  for (let i = from + 1; i < values.length; i++) if (values[i]! < lowest) lowest = values[i]!;
  return lowest;
}
