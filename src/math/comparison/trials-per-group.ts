import { checkOpenProbability, refuse } from "../checks.js";
import { normalQuantile } from "../distributions/normal-quantile.js";
import { type IntervalOptions, tailOf } from "./moments.js";

/** Options of {@link trialsPerGroup}. */
export interface TrialsPerGroupOptions extends IntervalOptions {
  /** How often a difference of that size is to be found; default 0.8. */
  readonly power?: number | undefined;
}

/**
 * How many customers each of two groups of equal size needs, so that a difference between two shares is found.
 *
 * n = (z √(2 p̄ (1 - p̄)) + z' √(p (1 - p) + p' (1 - p')))² / (p - p')², rounded up, with p̄ the mean share, z the normal quantile of the
 * confidence on two sides and z' that of the power, without continuity correction (J. L. Fleiss, B. Levin and M. C. Paik, "Statistical
 * Methods for Rates and Proportions", 2003, 4.14).
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE also for two equal shares
 * @example
 * import { trialsPerGroup } from "clientele/math";
 * trialsPerGroup(0.1, 0.12); // => 3841
 * @category Distributions
 */
export function trialsPerGroup(first: number, second: number, options: TrialsPerGroupOptions = {}): number {
  checkOpenProbability(first, ["first"]);
  checkOpenProbability(second, ["second"]);
  if (first === second) refuse("NUMBER_OUT_OF_RANGE", ["second"], "another share than the first", second);
  const { power = 0.8 } = options;
  checkOpenProbability(power, ["power"]);
  const mean = (first + second) / 2;
  const alike = normalQuantile(tailOf(options), "upper") * Math.sqrt(2 * mean * (1 - mean));
  const apart = normalQuantile(power, "lower") * Math.sqrt(first * (1 - first) + second * (1 - second));
  return Math.ceil(((alike + apart) / (first - second)) ** 2);
}
