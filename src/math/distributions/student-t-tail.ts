import { checkFinite, checkPositive, refuse } from "../checks.js";
import { betaTail } from "../special/beta-tail.js";
import { logBeta } from "../special/log-beta.js";
import { isUpper, type Tail } from "./tail.js";

/**
 * P(T ≤ t) or P(T > t) of Student's t distribution with any positive degrees of freedom ν.
 *
 * For t ≥ 0 the upper tail is I_x(ν / 2, 1 / 2) / 2 with x = ν / (ν + t²) (M. Abramowitz and I. A. Stegun 26.7.1); the
 * other sides follow by symmetry. Relative error below 1e-12 down to 1e-300. Degrees of freedom up to 1e12.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, INVALID_OPTIONS
 * @example
 * import { studentTTail } from "clientele/math";
 * studentTTail(2.228138852, 10, "upper"); // ≈ 0.0250000000
 * @category Distributions
 */
export function studentTTail(t: number, degreesOfFreedom: number, tail: Tail): number {
  checkFinite(t, ["t"]);
  checkPositive(degreesOfFreedom, ["degreesOfFreedom"]);
  if (degreesOfFreedom > 1e12) refuse("NUMBER_OUT_OF_RANGE", ["degreesOfFreedom"], "at most 1e12", degreesOfFreedom);
  const beyond = upperTail(Math.abs(t), degreesOfFreedom);
  return isUpper(tail) === t >= 0 ? beyond : 1 - beyond;
}

/** P(T > t) for t >= 0. */
function upperTail(t: number, degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  const slope = t / Math.sqrt(degreesOfFreedom);
  // So far out the first term of the series is exact, and the square below would overflow.
  if (slope > 1e8) return 0.5 * Math.exp(-degreesOfFreedom * Math.log(slope) - Math.log(half) - logBeta(half, 0.5));
  const square = slope * slope;
  return 0.5 * betaTail(half, 0.5, 1 / (1 + square), square / (1 + square), false);
}
