import type { Column } from "../../core/index.js";
import { type IntervalOptions, momentsOf, tailOf } from "./moments.js";
import { studentTQuantile } from "./student-t-quantile.js";

/** How far apart two groups lie. */
export interface GroupDifference {
  /** The first less the second. */
  readonly difference: number;
  readonly interval: readonly [lower: number, upper: number];
}

/**
 * How much more the first group has than the second on average, with Welch's interval: what an action brought, treated against control.
 *
 * (x̄ - ȳ) ± t √(s²/n + s'²/m), t at the degrees of freedom of Welch and Satterthwaite (B. L. Welch, Biometrika 34 (1947) 28); the groups
 * may differ in size and spread. The difference is what the action brought only where chance decided who was in which group.
 * @throws INVALID_ARGUMENT, NUMBER_OUT_OF_RANGE for fewer than two values in a group, NOT_A_FINITE_NUMBER
 * @example
 * import { meanDifference } from "clientele/math";
 * const { difference, interval } = meanDifference([12, 15, 11, 18], [9, 10, 12, 9]);
 * difference; // => 4
 * interval.map((bound) => bound.toFixed(2)); // => ["-0.74", "8.74"]
 * @category Distributions
 */
export function meanDifference(first: Column, second: Column, options: IntervalOptions = {}): GroupDifference {
  const tail = tailOf(options);
  const [x, y] = [momentsOf(first, "first"), momentsOf(second, "second")];
  const difference = x.mean - y.mean;
  const squaredError = x.squaredError + y.squaredError;
  if (squaredError === 0) return { difference, interval: [difference, difference] };
  // Shares of the whole, so that neither a tiny nor a huge spread leaves the range of doubles when squared.
  const [ofX, ofY] = [x.squaredError / squaredError, y.squaredError / squaredError];
  const freedom = 1 / (ofX ** 2 / x.freedom + ofY ** 2 / y.freedom);
  const half = studentTQuantile(tail, freedom) * Math.sqrt(squaredError);
  return { difference, interval: [difference - half, difference + half] };
}
