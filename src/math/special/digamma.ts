import { checkPositive, refuse } from "../checks.js";
import { polynomial } from "./polynomial.js";

// B(2k) / 2k, k = 1 … 8 (DLMF 5.11.2).
const SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12, -3617 / 8160];

/**
 * ψ(x), the derivative of ln Γ(x), for x > 0.
 *
 * ψ(x) = ψ(x + 1) - 1/x up to 10, from there ln x - 1/(2x) - Σ B(2k) / (2k x^2k) (DLMF 5.5.2, 5.11.2). Relative error
 * below 1e-14, beside the zero at 1.4616… absolute 1e-15. Refused below 1e-308, where the value is no double.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { digamma } from "clientele/math";
 * digamma(1); // ≈ -0.577215664902
 * @category Special functions
 */
export function digamma(x: number): number {
  checkPositive(x, ["x"]);
  let shifted = x;
  let steps = 0;
  while (shifted < 10) {
    steps += 1 / shifted;
    shifted += 1;
  }
  const inverseSquare = 1 / (shifted * shifted);
  const value = Math.log(shifted) - 0.5 / shifted - inverseSquare * polynomial(SERIES, inverseSquare) - steps;
  return Number.isFinite(value) ? value : refuse("NUMBER_OUT_OF_RANGE", ["x"], "at least 1e-308", x);
}
