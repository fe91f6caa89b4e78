import type { Column } from "../../core/index.js";
import { requireFunction } from "../../core/shared.js";
import { checkColumn, checkFinite, checkSameLength } from "../checks.js";
import type { Matrix } from "../linear/matrix.js";
import { differenceStep } from "./central-differences.js";

/**
 * The second derivatives of a function at a point, by central differences of its gradient, made exactly symmetric:
 * about ten digits where the gradient is exact (J. Nocedal and S. J. Wright, "Numerical Optimization", 8.1).
 * @throws NOT_A_FINITE_NUMBER
 * @example
 * import { numericHessian } from "clientele/math";
 * const slopes = ([x = 0, y = 0]: readonly number[]) => [2 * x * y, x * x];
 * numericHessian(slopes, [3, 2]).map((row) => row.map((value) => value.toFixed(6))); // => [["4.000000", "6.000000"], ["6.000000", "0.000000"]]
 * @category Optimisation
 */
export function numericHessian(gradient: (point: readonly number[]) => Column, point: readonly number[]): Matrix {
  requireFunction(gradient, "gradient");
  checkColumn(point, "point");
  const along = (i: number, x: number): number[] => point.map((other, j) => (i === j ? x : other));
  const rows = point.map((x, i) => {
    const h = differenceStep(x);
    const [above, below] = [gradient(along(i, x + h)), gradient(along(i, x - h))];
    checkSameLength(above, "gradient", point.length);
    checkSameLength(below, "gradient", point.length);
    return point.map((_, j) => {
      const slope = (above[j]! - below[j]!) / (2 * h);
      checkFinite(slope, ["gradient", j]);
      return slope;
    });
  });
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}
