import { normalQuantile } from "../../math/index.js";

/** One day of a survival curve: on it `events` of the `atRisk` who had been waiting came about. */
export interface SurvivalStep {
  readonly days: number;
  readonly atRisk: number;
  readonly events: number;
  /** The share still waiting after the day. */
  readonly survival: number;
  /** Greenwood's sum of d / (n (n - d)); infinite where nobody is left waiting. */
  readonly greenwood: number;
}

/**
 * The Kaplan-Meier estimate: S(t) = product over days up to t of 1 - d / n, with n those still under watch on the day (E. L. Kaplan,
 * P. Meier, JASA 53 (1958) 457). Who stops being watched on a day was at risk on it. Days without an event are left out.
 * @param events how many came about after exactly that many days, by days
 * @param censored how many were watched for exactly that many days in vain, by days
 */
export function kaplanMeier(events: Int32Array, censored: Int32Array): readonly SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = 0;
  for (let days = 0; days < events.length; days++) atRisk += events[days]! + censored[days]!;
  let survival = 1;
  let greenwood = 0;
  for (let days = 0; days < events.length; days++) {
    const count = events[days]!;
    if (count > 0) {
      survival *= (atRisk - count) / atRisk;
      greenwood += count / (atRisk * (atRisk - count));
      steps.push({ days, atRisk, events: count, survival, greenwood });
    }
    atRisk -= count + censored[days]!;
  }
  return steps;
}

const Z = normalQuantile(0.025, "upper");

/**
 * The 95 % interval of a survival by the log-log transformation, S^exp(± z √G / ln S) with Greenwood's sum G
 * (J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, 2002, §1.4); a point at 0 and at 1.
 */
export function survivalInterval({ survival, greenwood }: SurvivalStep): readonly [lower: number, upper: number] {
  if (survival === 0 || survival === 1) return [survival, survival];
  const spread = (Z * Math.sqrt(greenwood)) / Math.log(survival);
  return [survival ** Math.exp(-spread), survival ** Math.exp(spread)];
}
