import { checkInteger, checkNotNegative } from "../checks.js";
import { gammaTail } from "../special/gamma-tail.js";
import { isUpper, type Tail } from "./tail.js";

/**
 * P(X ≤ count) or P(X > count) of a Poisson count with the given mean ≥ 0. "At least k" is
 * `poissonTail(k - 1, mean, "upper")`; a count below 0 is allowed for that and has lower tail 0.
 *
 * Q(count + 1, mean), the regularised incomplete gamma function (DLMF 8.4.10).
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, INVALID_OPTIONS
 * @example
 * import { poissonTail } from "clientele/math";
 * poissonTail(1, 4, "lower"); // ≈ 0.091578194444
 * poissonTail(40, 4, "upper"); // ≈ 2.92555e-27
 * @category Distributions
 */
export function poissonTail(count: number, mean: number, tail: Tail): number {
  checkInteger(count, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, ["count"]);
  checkNotNegative(mean, ["mean"]);
  const upper = isUpper(tail);
  if (count < 0) return upper ? 1 : 0;
  return gammaTail(count + 1, mean, !upper);
}
