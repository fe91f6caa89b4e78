import { requireFunction, requireShape } from "../../core/shared.js";
import { checkSameLength, refuse } from "../checks.js";
import { factorize } from "../linear/factorize.js";
import type { Matrix } from "../linear/matrix.js";
import { solveFactored } from "../linear/solve-factored.js";
import { dot, flatness, moved, SUFFICIENT, slack, stoppingRule } from "./minimization.js";
import type { MinimizeOptions, Minimum, ValueWithGradient } from "./minimum.js";

/** A value with its first and second derivatives. */
export interface ValueWithHessian extends ValueWithGradient {
  readonly hessian: Matrix;
}

/** A {@link Minimum} with the second derivatives there: their inverse is the covariance of maximum-likelihood estimates. */
export interface NewtonMinimum extends Minimum {
  readonly hessian: Matrix;
}

/**
 * Minimises a function from its first and second derivatives by Newton's method: few iterations, and the second
 * derivatives at the end.
 *
 * The step solves (H + λI) s = -g by Cholesky, with λ = 0 where H is positive definite and else raised by
 * factors of ten until it is; it is halved until the value falls enough (J. Nocedal and S. J. Wright, "Numerical
 * Optimization", 3.4). An objective may return anything not finite where it is not defined.
 *
 * Does not throw for want of convergence: the result says how it ended.
 * @throws EMPTY_VALUES, NUMBER_OUT_OF_RANGE, NOT_A_FINITE_NUMBER, also where the objective is not defined at the start
 * @example
 * import { minimizeNewton } from "clientele/math";
 * const bowl = ([x = 0]: readonly number[]) => ({ value: Math.exp(x) - 2 * x, gradient: [Math.exp(x) - 2], hessian: [[Math.exp(x)]] });
 * minimizeNewton(bowl, [0]).point.at(0); // ≈ 0.693147180560
 * @category Optimisation
 */
export function minimizeNewton(
  objective: (point: readonly number[]) => ValueWithHessian,
  start: readonly number[],
  options: MinimizeOptions = {},
): NewtonMinimum {
  requireFunction(objective, "objective");
  const { tolerance, maxIterations } = stoppingRule(start, options);
  let point = start;
  let here = objective(point);
  let evaluations = 1;
  if (!isDefined(here, start.length))
    refuse("NOT_A_FINITE_NUMBER", ["objective"], "finite derivatives at the start", here.value);
  let status: Minimum["status"] = "max-iterations";
  let iterations = 0;
  for (;;) {
    if (flatness(point, here.value, here.gradient) <= tolerance) status = "converged";
    if (status !== "max-iterations" || iterations === maxIterations) break;
    iterations++;
    const direction = descent(here);
    const slope = dot(here.gradient, direction);
    let next: ValueWithHessian | undefined;
    for (let step = 1; step > SHORTEST && next === undefined; step /= 2) {
      const there = moved(point, step, direction);
      if (!there.every(Number.isFinite)) continue;
      const found = objective(there);
      evaluations++;
      const enough = here.value + SUFFICIENT * step * slope + slack(here.value);
      if (isDefined(found, start.length) && found.value <= enough) {
        next = found;
        point = there;
      }
    }
    if (next === undefined) status = "stalled";
    else here = next;
    if (status === "stalled") break;
  }
  const { value, hessian } = here;
  const gradient = Array.from(here.gradient);
  return {
    status,
    point,
    value,
    gradient,
    hessian,
    flatness: flatness(point, value, gradient),
    iterations,
    evaluations,
  };
}

const SHORTEST = 1e-12;

function isDefined(found: ValueWithHessian, size: number): boolean {
  requireShape(found, "objective", "a function that gives value, gradient and hessian", "gradient", "hessian");
  const { value, gradient, hessian } = found;
  checkSameLength(gradient, "gradient", size);
  checkSameLength(hessian, "hessian", size);
  return Number.isFinite(value) && Array.from(gradient).every(Number.isFinite) && hessian.flat().every(Number.isFinite);
}

/** The Newton step, or one bent towards the steepest descent where the second derivatives point to no minimum. */
function descent({ gradient, hessian }: ValueWithHessian): readonly number[] {
  const downhill = Array.from(gradient, (slope) => -slope);
  const shifted = (shift: number): Matrix => hessian.map((row, i) => row.map((h, j) => (i === j ? h + shift : h)));
  const asItIs = factorize(hessian);
  if (asItIs !== undefined) return solveFactored(asItIs, downhill);
  const size = Math.max(...hessian.flat().map(Math.abs)) || 1;
  for (let shift = size * 1e-6; ; shift *= 10) {
    // What is barely positive definite would send the step anywhere: twice the shift holds it.
    const factor = factorize(shifted(shift)) && factorize(shifted(2 * shift));
    if (factor !== undefined) return solveFactored(factor, downhill);
  }
}
