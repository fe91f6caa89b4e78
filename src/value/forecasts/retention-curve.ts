import { refusal } from "../../core/shared.js";
import { logBeta } from "../../math/index.js";
import type { FittedModel } from "../models/fitted-model.js";
import { requireModel } from "../models/fitted-model.js";

/** A renewal of a contract. */
export interface RenewalPoint {
  readonly renewal: number;
  /** The share of those who began that is left after it. */
  readonly survival: number;
  /** The share of those before it that renews. */
  readonly retention: number;
}

/**
 * How many of a cohort of contracts are left after each renewal, as far ahead as you like.
 *
 * S(t) = B(alpha, beta + t) / B(alpha, beta), r(t) = (beta + t - 1) / (alpha + beta + t - 1) (Fader and Hardie 2007). Retention rises with age, because
 * those who leave easily leave first; one average rate undervalues old customers and overvalues new ones.
 * @throws INVALID_OPTIONS
 * @example
 * import { fitShiftedBetaGeometric, retentionCurve } from "clientele/value";
 * const model = fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]);
 * retentionCurve(model, 8).at(-1)?.survival; // ≈ 0.4604
 * @category Forecasts
 */
export function retentionCurve(
  model: FittedModel<"shifted-beta-geometric">,
  renewals: number,
): readonly RenewalPoint[] {
  requireModel(model, ["shifted-beta-geometric"]);
  if (!(Number.isInteger(renewals) && renewals >= 1 && renewals <= 10_000)) {
    throw refusal("INVALID_OPTIONS", ["renewals"], "a whole number from 1 to 10000", renewals);
  }
  const { alpha, beta } = model.parameters;
  return Array.from({ length: renewals }, (_, at) => ({
    renewal: at + 1,
    survival: Math.exp(logBeta(alpha, beta + at + 1) - logBeta(alpha, beta)),
    retention: (beta + at) / (alpha + beta + at),
  }));
}

/**
 * DERL: how many more periods somebody who has renewed so often is expected to pay for, each discounted to the next renewal.
 *
 * Σ over t ≥ n of S(t) / S(n - 1) / (1 + rate)^(t - n), the expected value of a customer about to renew for the n-th time (Fader and Hardie,
 * "Customer-Base Valuation in a Contractual Setting", Marketing Science 29, 2010), summed until what is left is below rounding.
 * @throws INVALID_OPTIONS
 * @example
 * import { discountedExpectedResidualLifetime, fitShiftedBetaGeometric } from "clientele/value";
 * const model = fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]);
 * const [young, old] = [1, 6].map((renewals) => discountedExpectedResidualLifetime(model, renewals, 0.1));
 * (old ?? 0) > (young ?? 0); // => true
 * @category Forecasts
 */
export function discountedExpectedResidualLifetime(
  model: FittedModel<"shifted-beta-geometric">,
  renewals: number,
  ratePerPeriod: number,
): number {
  requireModel(model, ["shifted-beta-geometric"]);
  if (!(typeof ratePerPeriod === "number" && ratePerPeriod > 0 && ratePerPeriod < Infinity)) {
    throw refusal("INVALID_OPTIONS", ["ratePerPeriod"], "a rate above 0", ratePerPeriod);
  }
  if (!(Number.isInteger(renewals) && renewals >= 1)) {
    throw refusal("INVALID_OPTIONS", ["renewals"], "a whole number from 1", renewals);
  }
  const { alpha, beta } = model.parameters;
  let term = 1;
  let sum = 0;
  for (let t = renewals; term > sum * Number.EPSILON * ratePerPeriod; t++) {
    term *= (beta + t - 1) / (alpha + beta + t - 1);
    sum += term;
    term /= 1 + ratePerPeriod;
  }
  return sum;
}
