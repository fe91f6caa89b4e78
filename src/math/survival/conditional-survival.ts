import { type Assessed, known, unknown } from "../../core/index.js";
import { requireList, requireShape } from "../../core/shared.js";
import { checkNotNegative } from "../checks.js";
import type { SurvivalCurve } from "./kaplan-meier.js";

/**
 * The share of those without the event at `given` who are still without it `horizon` later: S(given + horizon) / S(given).
 *
 * A customer who has been silent for 60 days: how likely do another 30 pass in silence? Unknown where nobody was watched for so long, or nobody
 * is left at `given`.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE for times below 0
 * @example
 * import { conditionalSurvival, kaplanMeier } from "clientele/math";
 * const curve = kaplanMeier([10, 20, 30, 40], [1, 1, 1, 0]);
 * conditionalSurvival(curve, 10, 20); // => { status: "known", value: 0.3333333333333333, reasons: [] }
 * conditionalSurvival(curve, 10, 31); // => { status: "unknown", missing: ["followUp"], reasons: [] }
 * @category Survival
 */
export function conditionalSurvival(curve: SurvivalCurve, given: number, horizon: number): Assessed<number> {
  requireShape(curve, "curve", "a curve of kaplanMeier", "steps");
  requireList(curve.steps, ["curve", "steps"]);
  checkNotNegative(given, ["given"]);
  checkNotNegative(horizon, ["horizon"]);
  const survivalAt = (time: number): number => {
    let survival = 1;
    for (const step of curve.steps) if (step.time <= time) survival = step.survival;
    return survival;
  };
  const last = curve.steps.at(-1);
  const then = survivalAt(given + horizon);
  if (last === undefined || (given + horizon > last.time && then > 0)) return unknown(["followUp"]);
  const now = survivalAt(given);
  return now === 0 ? unknown(["survivors"]) : known(then / now);
}
