import type { Evaluation } from "./evaluation.js";
import { dot, moved, SUFFICIENT, slack } from "./minimization.js";

const MOST_TRIALS = 60;
const CURVATURE = 0.9;

/**
 * A point along the direction that falls enough and is flat enough (the weak Wolfe conditions), by bracketing and
 * bisection: A. S. Lewis and M. L. Overton, Mathematical Programming 141 (2013) 135, algorithm 2.6. Undefined where
 * rounding hides any fall.
 */
export function lineSearch(
  at: (point: readonly number[]) => Evaluation,
  here: Evaluation,
  direction: readonly number[],
  slope: number,
  firstStep: number,
): Evaluation | undefined {
  if (!(slope < 0)) return undefined;
  let tooShort = 0;
  let tooLong = Number.POSITIVE_INFINITY;
  let best: Evaluation | undefined;
  let step = firstStep;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const there = at(moved(here.point, step, direction));
    const fallsEnough = there.value <= here.value + SUFFICIENT * step * slope + slack(here.value);
    const slopes = fallsEnough ? there.gradient() : undefined;
    if (slopes === undefined) {
      tooLong = step;
    } else {
      best = there;
      if (dot(slopes, direction) >= CURVATURE * slope) return there;
      tooShort = step;
    }
    step = tooLong === Number.POSITIVE_INFINITY ? 2 * tooShort : (tooShort + tooLong) / 2;
  }
  return best !== undefined && best.value < here.value ? best : undefined;
}
