import { requireShape } from "../../core/shared.js";
import { checkInteger } from "../checks.js";
import { wilsonInterval } from "../distributions/wilson-interval.js";
import type { GroupDifference } from "./mean-difference.js";
import type { IntervalOptions } from "./moments.js";

/** How many of a group did what was hoped for. */
export interface Trials {
  readonly successes: number;
  readonly trials: number;
}

/**
 * How much higher the share of the first group is than that of the second, with its interval: whether a strategy worked, treated against
 * control.
 *
 * Newcombe's hybrid of two Wilson intervals [l, u] and [l', u'] about the shares p and p': from (p - p') - √((p - l)² + (u' - p')²) to
 * (p - p') + √((u - p)² + (p' - l')²) (R. G. Newcombe, Statistics in Medicine 17 (1998) 873, method 10). Within -1 and 1, also for small
 * groups. The difference is what the strategy brought only where chance decided who was in which group.
 * @throws INVALID_ARGUMENT, NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE also for a group without trials
 * @example
 * import { rateDifference } from "clientele/math";
 * const { difference, interval } = rateDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 });
 * difference.toFixed(4); // => "0.2000"
 * interval.map((bound) => bound.toFixed(4)); // => ["0.0524", "0.3339"]
 * @category Distributions
 */
export function rateDifference(first: Trials, second: Trials, options: IntervalOptions = {}): GroupDifference {
  const [x, y] = [shareOf(first, "first", options), shareOf(second, "second", options)];
  const difference = x.share - y.share;
  const below = Math.hypot(x.share - x.lower, y.upper - y.share);
  const above = Math.hypot(x.upper - x.share, y.share - y.lower);
  return { difference, interval: [Math.max(-1, difference - below), Math.min(1, difference + above)] };
}

function shareOf(group: Trials, name: string, options: IntervalOptions) {
  requireShape(group, name, "successes and trials", "successes", "trials");
  const { successes, trials } = group;
  checkInteger(trials, 1, Number.MAX_SAFE_INTEGER, [name, "trials"]);
  checkInteger(successes, 0, trials, [name, "successes"]);
  const [lower, upper] = wilsonInterval(successes, trials, options);
  return { share: successes / trials, lower, upper };
}
