import { checkNotNegative, checkPositive } from "../checks.js";
import { gammaTail } from "../special/gamma-tail.js";
import { isUpper, type Tail } from "./tail.js";

/**
 * P(X ≤ x) or P(X > x) of the chi-square distribution, for x ≥ 0 and any positive degrees of freedom: the upper tail is
 * the p-value of a chi-square statistic.
 *
 * P(df / 2, x / 2), the regularised incomplete gamma function (DLMF 8.2.4).
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, INVALID_OPTIONS
 * @example
 * import { chiSquareTail } from "clientele/math";
 * chiSquareTail(3.841458820694124, 1, "upper"); // ≈ 0.050000000000
 * @category Distributions
 */
export function chiSquareTail(x: number, degreesOfFreedom: number, tail: Tail): number {
  checkNotNegative(x, ["x"]);
  checkPositive(degreesOfFreedom, ["degreesOfFreedom"]);
  return gammaTail(degreesOfFreedom / 2, x / 2, isUpper(tail));
}
