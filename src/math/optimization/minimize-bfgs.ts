import { refuse } from "../checks.js";
import { counted, type Evaluation } from "./evaluation.js";
import { lineSearch } from "./line-search.js";
import { dot, flatness, slack, stoppingRule } from "./minimization.js";
import type { MinimizeOptions, Minimum } from "./minimum.js";
import type { Objective } from "./objective.js";

/**
 * Minimises a smooth function of any few variables from a start, by the method of Broyden, Fletcher, Goldfarb, Shanno.
 *
 * Inverse update with the first scaling of J. Nocedal and S. J. Wright ("Numerical Optimization", 6.17, 6.20); line
 * search for the weak Wolfe conditions by bracketing and bisection (A. S. Lewis and M. L. Overton, Mathematical
 * Programming 141 (2013) 135, algorithm 2.6), which steps back from undefined points by itself. Finds a local minimum;
 * constraints (a positive parameter) are for the caller to transform away (its logarithm).
 *
 * Does not throw for want of convergence: the result says how it ended. Same input, same result, bit for bit.
 * @throws EMPTY_VALUES, NUMBER_OUT_OF_RANGE, NOT_A_FINITE_NUMBER, also where the objective is not defined at the start
 * @example
 * import { minimizeBfgs } from "clientele/math";
 * const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
 * const minimum = minimizeBfgs(valley, [-1.2, 1]);
 * minimum.status; // => "converged"
 * minimum.point.map((coordinate) => coordinate.toFixed(6)); // => ["1.000000", "1.000000"]
 * @category Optimisation
 */
export function minimizeBfgs(objective: Objective, start: readonly number[], options: MinimizeOptions = {}): Minimum {
  const { tolerance, maxIterations } = stoppingRule(start, options);
  const asked = counted(objective);
  let here = asked.at(start);
  let slopes: readonly number[] =
    here.gradient() ?? refuse("NOT_A_FINITE_NUMBER", ["objective"], "finite values at the start", here.value);
  let inverse = identity(start.length, 1);
  let isFresh = true;
  let status: Minimum["status"] = "max-iterations";
  let iterations = 0;
  for (;;) {
    if (flatness(here.point, here.value, slopes) <= tolerance) status = "converged";
    if (status !== "max-iterations" || iterations === maxIterations) break;
    const gradient = slopes;
    const direction = inverse.map((row) => -dot(row, gradient));
    // The first step has no scale yet: it moves by at most about 1.
    const firstStep = isFresh ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    const next = lineSearch(asked.at, here, direction, dot(gradient, direction), firstStep);
    iterations++;
    if (next === undefined || isNoProgress(here, next)) {
      if (isFresh) status = "stalled";
      inverse = identity(start.length, 1);
      isFresh = true;
      continue;
    }
    const nextSlopes = next.gradient() ?? gradient;
    inverse = updated(inverse, isFresh, difference(next.point, here.point), difference(nextSlopes, gradient));
    isFresh = false;
    here = next;
    slopes = nextSlopes;
  }
  return {
    status,
    point: here.point,
    value: here.value,
    gradient: slopes,
    flatness: flatness(here.point, here.value, slopes),
    iterations,
    evaluations: asked.times(),
  };
}

/** Neither the value nor the point moves by more than rounding: slopes by differences can be no flatter than that. */
function isNoProgress(here: Evaluation, next: Evaluation): boolean {
  return (
    here.value - next.value <= slack(here.value) &&
    next.point.every((x, i) => Math.abs(x - here.point[i]!) <= 1e-12 * Math.max(Math.abs(x), 1))
  );
}

const identity = (size: number, scale: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? scale : 0)));

const difference = (left: readonly number[], right: readonly number[]): number[] =>
  left.map((value, i) => value - right[i]!);

/** Nocedal and Wright 6.17: H ← (I - ρ s yᵀ) H (I - ρ y sᵀ) + ρ s sᵀ; left as it is where the curvature is not positive. */
function updated(inverse: number[][], isFresh: boolean, s: readonly number[], y: readonly number[]): number[][] {
  const curvature = dot(s, y);
  if (!(curvature > Number.EPSILON * Math.sqrt(dot(s, s) * dot(y, y)))) return inverse;
  const h = isFresh ? identity(s.length, curvature / dot(y, y)) : inverse;
  const hy = h.map((row) => dot(row, y));
  const scale = (1 + dot(y, hy) / curvature) / curvature;
  return h.map((row, i) =>
    row.map((value, j) => value + scale * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / curvature),
  );
}
