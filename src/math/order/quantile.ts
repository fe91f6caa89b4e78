import type { Column } from "../../core/index.js";
import { quantiles } from "./quantiles.js";

/**
 * The type-7 quantile of a column: `quantile(values, 0.5)` is the median. See {@link quantiles} for the formula, and
 * for several probabilities at once.
 * @throws EMPTY_VALUES, NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { quantile } from "clientele/math";
 * quantile([7, 1, 3, 5], 0.5); // => 4
 * @category Order statistics
 */
export function quantile(values: Column, probability: number): number {
  return quantiles(values, [probability])[0]!;
}
