import { checker, refusal, requireShape } from "../../core/shared.js";
import { logBeta } from "../../math/index.js";
import { checkOccasions, type OpportunityHistory } from "../models/fit-bg-bb.js";
import type { FittedModel } from "../models/fitted-model.js";
import { requireModel } from "../models/fitted-model.js";

/** What BG/BB expects of one history. */
export interface OpportunityForecast {
  /** The probability of being alive at the next occasion. */
  readonly aliveNext: number;
  /** Expected gifts on the next `opportunities` occasions. */
  readonly expected: number;
}

/**
 * What somebody will give on the next occasions, by BG/BB.
 *
 * Fader, Hardie, Shang (2010), eq. 7 and 9, as a sum of positive terms over the occasions to come.
 * @throws INVALID_MODEL, INVALID_OPPORTUNITY_STATISTICS, INVALID_OPTIONS
 * @example
 * import { fitBgBb, forecastOpportunities } from "clientele/value";
 * const model = fitBgBb({ frequency: [0, 1, 2, 3, 1], recency: [0, 1, 3, 3, 2], opportunities: [3, 3, 3, 3, 3], weight: [500, 120, 90, 130, 60] });
 * const { aliveNext, expected } = forecastOpportunities(model, { frequency: 3, recency: 3, opportunities: 3 }, 5);
 * aliveNext > 0.5 && expected <= 5; // => true
 * @category Forecasts
 */
export function forecastOpportunities(
  model: FittedModel<"bg-bb">,
  history: OpportunityHistory,
  ahead: number,
): OpportunityForecast {
  requireModel(model, ["bg-bb"]);
  requireShape(history, "history", "frequency, recency and opportunities", "frequency", "recency", "opportunities");
  const { frequency: x, recency: last, opportunities: n } = history;
  const check = checker("INVALID_OPPORTUNITY_STATISTICS");
  checkOccasions(history, ["history"], check);
  check.refuseFaults("INVALID_OPPORTUNITY_STATISTICS");
  if (!(Number.isInteger(ahead) && ahead >= 0 && ahead <= 100_000)) {
    throw refusal("INVALID_OPTIONS", ["ahead"], "a whole number of occasions from 0 to 100000", ahead);
  }
  const { alpha, beta, gamma, delta } = model.parameters as Readonly<
    Record<"alpha" | "beta" | "gamma" | "delta", number>
  >;
  const giving = (more: number): number => logBeta(alpha + x + more, beta + n - x);
  const living = (occasions: number): number => logBeta(gamma, delta + occasions);
  let whole = Math.exp(giving(0) + living(n));
  for (let i = 0; i < n - last; i++) {
    whole += Math.exp(logBeta(alpha + x, beta + last - x + i) + logBeta(gamma + 1, delta + last + i));
  }
  let expected = 0;
  for (let j = 1; j <= ahead; j++) expected += Math.exp(giving(1) + living(n + j));
  return { aliveNext: Math.exp(giving(0) + living(n + 1)) / whole, expected: expected / whole };
}
