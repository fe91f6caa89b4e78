import { checkPositive, refuse } from "../checks.js";
import { polynomial } from "./polynomial.js";

// B(2k), k = 1 … 9 (DLMF 24.2).
const SERIES = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43_867 / 798];

/**
 * ψ′(x), the second derivative of ln Γ(x), for x > 0.
 *
 * ψ′(x) = ψ′(x + 1) + 1/x² up to 10, from there 1/x + 1/(2x²) + Σ B(2k) / x^(2k + 1) (DLMF 5.15.5, 5.15.8). Relative
 * error below 1e-14. Refused below 1e-153, where the value is no double.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { trigamma } from "clientele/math";
 * trigamma(1); // ≈ 1.644934066848
 * @category Special functions
 */
export function trigamma(x: number): number {
  checkPositive(x, ["x"]);
  let shifted = x;
  let steps = 0;
  while (shifted < 10) {
    steps += 1 / (shifted * shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const value = inverse + square * (0.5 + inverse * polynomial(SERIES, square)) + steps;
  return Number.isFinite(value) ? value : refuse("NUMBER_OUT_OF_RANGE", ["x"], "at least 1e-153", x);
}
