import { checkFactor } from "./check-factor.js";
import type { Matrix } from "./matrix.js";
import { solveFactored } from "./solve-factored.js";

/**
 * The inverse of L Lᵀ, exactly symmetric, for a factor from {@link choleskyFactor}: the covariance of estimates from
 * the second derivatives of their negative log-likelihood.
 * @example
 * import { choleskyFactor, choleskyInverse } from "clientele/math";
 * choleskyInverse(choleskyFactor([[4, 0], [0, 0.25]])); // => [[0.25, 0], [0, 4]]
 * @category Linear algebra
 */
export function choleskyInverse(factor: Matrix): Matrix {
  checkFactor(factor);
  const columns = factor.map((_, i) =>
    solveFactored(
      factor,
      factor.map((__, j) => (i === j ? 1 : 0)),
    ),
  );
  return columns.map((column, i) => column.map((value, j) => (value + columns[j]![i]!) / 2));
}
