import type { Matrix } from "./matrix.js";

/**
 * ln det(L Lᵀ) = 2 Σ ln L(i, i), for a factor from {@link choleskyFactor}. Of no rows it is 0.
 * @example
 * import { choleskyFactor, choleskyLogDeterminant } from "clientele/math";
 * Math.exp(choleskyLogDeterminant(choleskyFactor([[4, 2], [2, 10]]))); // ≈ 36.000000000
 * @category Linear algebra
 */
export function choleskyLogDeterminant(factor: Matrix): number {
  let sum = 0;
  for (let i = 0; i < factor.length; i++) sum += Math.log(factor[i]![i]!);
  return 2 * sum;
}
