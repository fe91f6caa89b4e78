import { type Assessed, type Column, known, unknown } from "../../core/index.js";
import { checkOptions, choice, finite, type OptionRules, satisfying } from "../../core/shared.js";
import { checkNotNegative, checkSameLength } from "../checks.js";
import { normalQuantile } from "../distributions/normal-quantile.js";
import { eventTimes } from "./event-times.js";

/** One time of a survival curve at which somebody had the event or stopped being watched. */
export interface SurvivalStep {
  readonly time: number;
  /** How many were still being watched just before. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** The share without the event after this time, 0 to 1. */
  readonly survival: number;
  /** Of the survival; null where it is 1 or 0, since Greenwood's variance has nothing to say there. */
  readonly interval: readonly [lower: number, upper: number] | null;
}

/**
 * How many are still without the event, by time.
 * @category Survival
 */
export interface SurvivalCurve {
  /** Times ascending; between two of them the survival stays as it was. */
  readonly steps: readonly SurvivalStep[];
  /** The first time at which the survival is a half or less; unknown where it stays above. */
  readonly median: Assessed<number>;
  /** The mean time to the event or to `until`, whichever comes first; unknown where nobody was watched for so long. */
  readonly restrictedMean: Assessed<number>;
}

/** Options of {@link kaplanMeier}. */
export interface KaplanMeierOptions {
  /** The transformation behind the intervals: `log-log` (default, as in lifelines) or `log` (the default of R). */
  readonly interval?: "log-log" | "log" | undefined;
  /** How often such intervals hold the true survival; default 0.95. */
  readonly confidence?: number | undefined;
  /** Where the restricted mean ends; default the longest time. */
  readonly until?: number | undefined;
  /** How many each row stands for, from 0; by default one. */
  readonly weights?: Column | undefined;
}

/**
 * The Kaplan-Meier estimate of survival: S(t) = product over times up to t of 1 - d / n, n being those still watched at that time.
 *
 * `events` says for each time 1 where the event happened then, 0 where it had not happened when watching ended; who stops being watched at a
 * time was at risk at it (E. L. Kaplan, P. Meier, JASA 53 (1958) 457). Intervals from Greenwood's sum G of d / (n (n - d)): `log-log` is
 * S^exp(± z √G / ln S) (J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, 2002, §1.4), `log` is S exp(± z √G),
 * at most 1. Nobody watched: no steps, and the median and the mean are unknown.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE for times below 0 and events that are not 0 or 1, LENGTHS_DIFFER, INVALID_OPTIONS
 * @example
 * import { kaplanMeier } from "clientele/math";
 * // Four customers: two bought again after 10 and 30 days, two have been watched for 20 and 40 days.
 * const { steps, median } = kaplanMeier([10, 20, 30, 40], [1, 0, 1, 0]);
 * steps.map(({ atRisk, survival }) => [atRisk, survival]); // => [[4, 0.75], [3, 0.75], [2, 0.375], [1, 0.375]]
 * median; // => { status: "known", value: 30, reasons: [] }
 * @category Survival
 */
export function kaplanMeier(times: Column, events: Column, options: KaplanMeierOptions = {}): SurvivalCurve {
  checkOptions<KaplanMeierOptions>(options, optionRules);
  const { interval = "log-log", confidence = 0.95, weights } = options;
  if (weights !== undefined) {
    checkSameLength(weights, "weights", times.length);
    for (let row = 0; row < weights.length; row++) checkNotNegative(weights[row]!, ["weights", row]);
  }
  const z = normalQuantile((1 - confidence) / 2, "upper");
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (const { time, atRisk, events: count, censored } of eventTimes(times, events, weights)) {
    survival *= (atRisk - count) / atRisk;
    greenwood += count / (atRisk * (atRisk - count));
    steps.push({
      time,
      atRisk,
      events: count,
      censored,
      survival,
      interval: intervalOf(survival, greenwood, z, interval),
    });
  }
  const half = steps.find((step) => step.survival <= 0.5);
  const median = half === undefined ? unknown(["followUp"]) : known(half.time);
  return { steps, median, restrictedMean: restrictedMean(steps, options.until) };
}

const optionRules: OptionRules<KaplanMeierOptions> = {
  interval: choice(["log-log", "log"]),
  confidence: finite({ above: 0, below: 1 }),
  until: finite({ from: 0 }),
  weights: satisfying("a column of numbers", (column) => typeof Object(column).length === "number"),
};

function intervalOf(survival: number, greenwood: number, z: number, kind: "log-log" | "log"): SurvivalStep["interval"] {
  if (survival <= 0 || survival >= 1) return null;
  const spread = z * Math.sqrt(greenwood);
  if (kind === "log") return [survival * Math.exp(-spread), Math.min(1, survival * Math.exp(spread))];
  const power = Math.exp(spread / Math.log(survival));
  return [survival ** (1 / power), survival ** power];
}

/** The area under the curve up to a time. */
function restrictedMean(steps: readonly SurvivalStep[], until: number | undefined): Assessed<number> {
  const last = steps.at(-1);
  if (last === undefined || ((until ?? 0) > last.time && last.survival > 0)) return unknown(["followUp"]);
  const end = until ?? last.time;
  let area = 0;
  let [from, survival] = [0, 1];
  for (const step of steps) {
    if (step.time >= end) break;
    area += survival * (step.time - from);
    [from, survival] = [step.time, step.survival];
  }
  return known(area + survival * (end - from));
}
