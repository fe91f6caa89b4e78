import type { Column } from "../../core/index.js";
import { type IntervalOptions, momentsOf, type Spread, tailOf } from "./moments.js";
import { studentTQuantile } from "./student-t-quantile.js";

/** An estimate with its interval. */
export interface MeanInterval {
  readonly mean: number;
  readonly interval: readonly [lower: number, upper: number];
}

/**
 * The mean of a sample with Student's interval. Given the gains of the same people (after less before), it says what a training brought.
 *
 * x̄ ± t s / √n, with s² the sum of squared deviations over n - 1 and t Student's quantile at n - 1 degrees of freedom ("Student",
 * Biometrika 6 (1908) 1). It supposes that the values are independent, and near to normal where they are few. Equal values: no width.
 * @throws INVALID_ARGUMENT, NUMBER_OUT_OF_RANGE for fewer than two values, NOT_A_FINITE_NUMBER
 * @example
 * import { meanInterval } from "clientele/math";
 * const before = [62, 70, 55, 81, 66];
 * const after = [70, 74, 61, 80, 75];
 * const { mean, interval } = meanInterval(after.map((score, i) => score - (before[i] ?? 0)));
 * mean; // => 5.2
 * interval.map((bound) => bound.toFixed(2)); // => ["0.28", "10.12"]
 * @category Distributions
 */
export function meanInterval(values: Column, options: IntervalOptions = {}): MeanInterval {
  const tail = tailOf(options);
  const { mean, squaredError, freedom }: Spread = momentsOf(values, "values");
  const half = studentTQuantile(tail, freedom) * Math.sqrt(squaredError);
  return { mean, interval: [mean - half, mean + half] };
}
