import { normalQuantile } from "../distributions/normal-quantile.js";
import { studentTTail } from "../distributions/student-t-tail.js";
import { findRoot } from "../optimization/find-root.js";

/** The t above which Student's distribution has the probability `upper`, below one half. */
export function studentTQuantile(upper: number, degreesOfFreedom: number): number {
  const excess = (t: number): number => studentTTail(t, degreesOfFreedom, "upper") - upper;
  // The tails are heavier than the normal ones, so the root lies above the normal quantile.
  const lower = normalQuantile(upper, "upper");
  let bound = 2 * lower + 1;
  while (excess(bound) > 0) bound *= 4;
  return findRoot(excess, 0, bound);
}
