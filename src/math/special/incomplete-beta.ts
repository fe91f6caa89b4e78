import { checkPositive, checkProbability, refuse } from "../checks.js";
import { isUpper, type Tail } from "../distributions/tail.js";
import { betaTail } from "./beta-tail.js";

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1: lower I_x(a, b), upper 1 - I_x(a, b).
 * It is the distribution of a beta variate.
 *
 * Continued fraction (DLMF 8.17.22) on the side of the mean where it converges fast. Each tail is computed on its own;
 * relative error below 1e-12 down to 1e-300 for parameters from 0.01, absolute below that. The work grows with the root
 * of the parameters, which may reach 1e12.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, INVALID_OPTIONS
 * @example
 * import { incompleteBeta } from "clientele/math";
 * incompleteBeta(2, 3, 0.25, "lower"); // ≈ 0.261718750000
 * @category Special functions
 */
export function incompleteBeta(a: number, b: number, x: number, tail: Tail): number {
  checkParameter(a, "a");
  checkParameter(b, "b");
  checkProbability(x, ["x"]);
  return betaTail(a, b, x, 1 - x, isUpper(tail));
}

function checkParameter(value: number, name: string): void {
  checkPositive(value, [name]);
  if (value > 1e12) refuse("NUMBER_OUT_OF_RANGE", [name], "at most 1e12", value);
}
