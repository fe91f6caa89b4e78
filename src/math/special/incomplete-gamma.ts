import { checkNotNegative, checkPositive } from "../checks.js";
import { isUpper, type Tail } from "../distributions/tail.js";
import { gammaTail } from "./gamma-tail.js";

/**
 * The regularised incomplete gamma function: lower P(a, x) = γ(a, x) / Γ(a), upper Q(a, x) = Γ(a, x) / Γ(a), for shape
 * a > 0 and x ≥ 0. It is the distribution of a gamma variate of that shape and scale 1.
 *
 * Power series below the mean, continued fraction above it, Temme's uniform expansion for shapes above 1e5 (DLMF 8.11.4,
 * 8.9.2, 8.12.3). Each tail is computed on its own; relative error below 1e-12 down to 1e-300.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, INVALID_OPTIONS
 * @example
 * import { incompleteGamma } from "clientele/math";
 * incompleteGamma(3, 2.5, "lower"); // ≈ 0.456186884117
 * @category Special functions
 */
export function incompleteGamma(shape: number, x: number, tail: Tail): number {
  checkPositive(shape, ["shape"]);
  checkNotNegative(x, ["x"]);
  return gammaTail(shape, x, isUpper(tail));
}
