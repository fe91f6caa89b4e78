import { checkFinite } from "../checks.js";
import { normalUpperTail } from "../special/normal-upper-tail.js";
import { isUpper, type Tail } from "./tail.js";

/**
 * P(Z ≤ z) or P(Z > z) of the standard normal distribution.
 *
 * Mills' ratio as a Chebyshev series (J. L. Schonfelder, Math. Comp. 32 (1978) 1232); relative error below 1e-14 out to
 * the smallest double near z = 38.
 * @throws NOT_A_FINITE_NUMBER, INVALID_OPTIONS
 * @example
 * import { normalTail } from "clientele/math";
 * normalTail(0, "lower"); // ≈ 0.5000000000
 * normalTail(1.96, "upper"); // ≈ 0.024998
 * @category Distributions
 */
export function normalTail(z: number, tail: Tail): number {
  checkFinite(z, ["z"]);
  return normalUpperTail(isUpper(tail) ? z : -z);
}
