import { checkPositive, refuse } from "../checks.js";
import { logGammaOf } from "./log-gamma-of.js";

/**
 * ln Γ(x), the logarithm of the gamma function, for x > 0.
 *
 * Series around 2 in ζ(k) - 1 (DLMF 5.7.3), the recurrence Γ(x + 1) = x Γ(x), Stirling's series from 10 (DLMF 5.11.1);
 * relative error below 1e-14, also beside the zeros at 1 and 2. Refused above 2.5e305, where the value is no double.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { logGamma } from "clientele/math";
 * Math.round(Math.exp(logGamma(6))); // => 120
 * @category Special functions
 */
export function logGamma(x: number): number {
  checkPositive(x, ["x"]);
  const value = logGammaOf(x);
  return Number.isFinite(value) ? value : refuse("NUMBER_OUT_OF_RANGE", ["x"], "at most 2.5e305", x);
}
