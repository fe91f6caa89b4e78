import { checkInteger, checkOpenProbability } from "../checks.js";
import { normalQuantile } from "./normal-quantile.js";

/** Options of {@link wilsonInterval}. */
export interface WilsonIntervalOptions {
  /** How often such intervals hold the true share; default 0.95. */
  readonly confidence?: number | undefined;
}

/**
 * Wilson's score interval for a share of `successes` among `trials`: `[lower, upper]` within 0 to 1, never empty.
 *
 * (p̂ + z²/2n ± z √(p̂ (1 - p̂) / n + z²/4n²)) / (1 + z²/n) with z the normal quantile, without continuity correction
 * (E. B. Wilson, JASA 22 (1927) 209; R. G. Newcombe, Statistics in Medicine 17 (1998) 857, method 3). No trials: `[0, 1]`.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { wilsonInterval } from "clientele/math";
 * wilsonInterval(81, 263).map((bound) => bound.toFixed(4)); // => ["0.2553", "0.3662"]
 * wilsonInterval(0, 0); // => [0, 1]
 * @category Distributions
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  options: WilsonIntervalOptions = {},
): readonly [lower: number, upper: number] {
  checkInteger(trials, 0, Number.MAX_SAFE_INTEGER, ["trials"]);
  checkInteger(successes, 0, trials, ["successes"]);
  const { confidence = 0.95 } = options;
  checkOpenProbability(confidence, ["confidence"]);
  if (trials === 0) return [0, 1];
  const z = normalQuantile((1 - confidence) / 2, "upper");
  const share = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / shrink;
  const half = (z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) / shrink;
  // At the ends the bound is exact on paper; rounding must not move it.
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === trials ? 1 : Math.min(1, centre + half)];
}
