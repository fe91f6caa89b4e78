import type { Column } from "../../core/index.js";
import { checkColumn, checkSameLength } from "../checks.js";
import { checkFactor } from "./check-factor.js";
import type { Matrix } from "./matrix.js";
import { solveFactored } from "./solve-factored.js";

/**
 * The x with L Lᵀ x = right side, for a factor from {@link choleskyFactor}: forward, then backward substitution.
 * @throws NOT_A_FINITE_NUMBER, LENGTHS_DIFFER
 * @example
 * import { choleskyFactor, choleskySolve } from "clientele/math";
 * choleskySolve(choleskyFactor([[4, 2], [2, 10]]), [8, 22]); // => [1, 2]
 * @category Linear algebra
 */
export function choleskySolve(factor: Matrix, rightSide: Column): number[] {
  checkFactor(factor);
  checkSameLength(rightSide, "rightSide", factor.length);
  checkColumn(rightSide, "rightSide");
  return solveFactored(factor, rightSide);
}
