import { requireFunction } from "../../core/shared.js";
import { checkColumn, refuse } from "../checks.js";
import { centralDifferences } from "./central-differences.js";

/**
 * The slopes of a function at a point, by differences: D(h) = (f(x + h) - f(x - h)) / 2h per coordinate, extrapolated to
 * (4 D(h/2) - D(h)) / 3 with h = ε^(1/5) max(|x|, 1), about twelve digits (J. Nocedal and S. J. Wright, "Numerical
 * Optimization", 8.1). Four calls per coordinate. Where the function is not finite on one side, the other must do.
 * @throws NOT_A_FINITE_NUMBER
 * @example
 * import { numericGradient } from "clientele/math";
 * numericGradient(([x = 0, y = 0]) => x * x * y, [3, 2]).map((slope) => slope.toFixed(6)); // => ["12.000000", "9.000000"]
 * @category Optimisation
 */
export function numericGradient(
  objective: (point: readonly number[]) => number,
  point: readonly number[],
): readonly number[] {
  requireFunction(objective, "objective");
  checkColumn(point, "point");
  const gradient = centralDifferences(objective, point, objective(point));
  return gradient ?? refuse("NOT_A_FINITE_NUMBER", ["objective"], "finite values around the point", "others");
}
