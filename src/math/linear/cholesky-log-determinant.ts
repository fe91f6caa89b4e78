import { checkFactor } from "./check-factor.js";
import type { Matrix } from "./matrix.js";

/**
 * ln det(L Lᵀ) = 2 Σ ln L(i, i), for a factor from {@link choleskyFactor}. Of no rows it is 0.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE for a diagonal that no factor has
 * @example
 * import { choleskyFactor, choleskyLogDeterminant } from "clientele/math";
 * Math.exp(choleskyLogDeterminant(choleskyFactor([[4, 2], [2, 10]]))); // ≈ 36.000000000
 * @category Linear algebra
 */
export function choleskyLogDeterminant(factor: Matrix): number {
  checkFactor(factor);
  let sum = 0;
  for (let i = 0; i < factor.length; i++) {
    const pivot = factor[i]?.[i] as number;
    sum += Math.log(pivot);
  }
  return 2 * sum;
}
