import { requireFunction } from "../../core/shared.js";
import { checkFinite, checkNotNegative, refuse } from "../checks.js";

/** Options of {@link findRoot}. */
export interface FindRootOptions {
  /** How far the answer may lie from a change of sign, beside rounding; default 0, as near as doubles allow. */
  readonly tolerance?: number | undefined;
}

/**
 * An x between two bounds at which a continuous function changes its sign.
 *
 * Brent's method: inverse quadratic interpolation and secants where they converge, bisection where they do not
 * (R. P. Brent, "Algorithms for Minimization without Derivatives", 1973, chapter 4). The sign must differ at the two
 * bounds; a bound that is a root itself is returned. Of several roots one is found.
 * @throws NOT_A_FINITE_NUMBER also where the function is not finite, NO_SIGN_CHANGE, NUMBER_OUT_OF_RANGE
 * @example
 * import { findRoot } from "clientele/math";
 * findRoot((x) => x * x - 2, 0, 2); // ≈ 1.414213562373
 * @category Calculus
 */
export function findRoot(
  equation: (x: number) => number,
  lower: number,
  upper: number,
  options: FindRootOptions = {},
): number {
  requireFunction(equation, "equation");
  const { tolerance = 0 } = options;
  checkFinite(lower, ["lower"]);
  checkFinite(upper, ["upper"]);
  checkNotNegative(tolerance, ["tolerance"]);
  const valueAt = (x: number): number => {
    const value = equation(x);
    checkFinite(value, ["equation"]);
    return value;
  };
  const atLower = valueAt(lower);
  const atUpper = valueAt(upper);
  if (atLower === 0) return lower;
  if (atUpper === 0) return upper;
  if (atLower > 0 === atUpper > 0) {
    refuse("NO_SIGN_CHANGE", ["equation"], "values of different sign at the two bounds", `${atLower} and ${atUpper}`);
  }
  return brent(valueAt, { x: lower, value: atLower }, { x: upper, value: atUpper }, tolerance);
}

interface Point {
  readonly x: number;
  readonly value: number;
}

/** Brent's names: `b` the best point so far, `a` the one before, `c` the last one on the other side of the root. */
function brent(valueAt: (x: number) => number, first: Point, second: Point, tolerance: number): number {
  let a = first;
  let b = second;
  let c = first;
  let step = b.x - a.x;
  let stepBefore = step;
  for (;;) {
    if (Math.abs(c.value) < Math.abs(b.value)) [a, b, c] = [b, c, b];
    const smallest = 2 * Number.EPSILON * Math.abs(b.x) + Number.MIN_VALUE + tolerance / 2;
    const half = (c.x - b.x) / 2;
    if (Math.abs(half) <= smallest || b.value === 0) return b.x;
    const interpolated =
      Math.abs(stepBefore) >= smallest && Math.abs(a.value) > Math.abs(b.value)
        ? interpolate(a, b, c, half)
        : undefined;
    if (interpolated !== undefined && Math.abs(interpolated) < Math.abs(stepBefore) / 2) {
      stepBefore = step;
      step = interpolated;
    } else {
      step = stepBefore = half;
    }
    const x = b.x + (Math.abs(step) > smallest ? step : Math.sign(half) * smallest);
    a = b;
    b = { x, value: valueAt(x) };
    if (b.value > 0 === c.value > 0) {
      c = a;
      step = stepBefore = b.x - a.x;
    }
  }
}

/** The step from b by the secant or the inverse parabola, unless it leaves the three quarters next to b. */
function interpolate(a: Point, b: Point, c: Point, half: number): number | undefined {
  const s = b.value / a.value;
  let p: number;
  let q: number;
  if (a.x === c.x) {
    p = 2 * half * s;
    q = 1 - s;
  } else {
    const t = a.value / c.value;
    const r = b.value / c.value;
    p = s * (2 * half * t * (t - r) - (b.x - a.x) * (r - 1));
    q = (t - 1) * (r - 1) * (s - 1);
  }
  const step = -p / q;
  return Number.isFinite(step) && step * Math.sign(half) > 0 && Math.abs(step) < 1.5 * Math.abs(half)
    ? step
    : undefined;
}
