import { addDurationToDay, type DayNumber } from "../../core/index.js";
import { quantiles } from "../../math/index.js";
import { gapsBetween, type PurchaseDays } from "../purchase-days.js";
import type { StageThresholds, SurvivalCurveThresholds } from "./lifecycle-rules.js";

/** Days since the last purchase up to which one is active, at-risk and dormant; infinite where that is never passed. */
export type Bounds = readonly [active: number, atRisk: number, dormant: number];

/** Default bounds for customers without their own; undefined if the rules need a gap and nobody in the base has bought on two days. */
export function baseBounds(
  thresholds: StageThresholds,
  purchases: PurchaseDays,
  medianGap: number | undefined,
  today: DayNumber,
): Bounds | undefined {
  const { mode, upTo } = thresholds;
  switch (mode) {
    case "fixed": {
      const daysIn = (duration: typeof upTo.active) => today - addDurationToDay(today, duration, -1);
      return [daysIn(upTo.active), daysIn(upTo.atRisk), daysIn(upTo.dormant)];
    }
    case "own-cadence":
      return medianGap === undefined ? undefined : multiples(upTo, Math.max(medianGap, thresholds.minGapDays));
    case "population-percentile": {
      const gaps = allGaps(purchases);
      if (gaps.length === 0) return undefined;
      const [active, atRisk, dormant] = quantiles(gaps, [upTo.active, upTo.atRisk, upTo.dormant]);
      return [withoutDust(active!), withoutDust(atRisk!), withoutDust(dormant!)];
    }
    case "survival-curve":
      return [
        daysUntil(upTo.active, thresholds),
        daysUntil(upTo.atRisk, thresholds),
        daysUntil(upTo.dormant, thresholds),
      ];
  }
}

/** Multiples of a gap. */
export const multiples = (
  upTo: { readonly active: number; readonly atRisk: number; readonly dormant: number },
  gap: number,
): Bounds => [upTo.active * gap, upTo.atRisk * gap, upTo.dormant * gap];

// Interpolated between whole days: 57.99999999999997 is 58, and 58 days are not past it.
const withoutDust = (days: number): number => Math.round(days * 1e9) / 1e9;

/** The first day by which that share has bought again. */
function daysUntil(share: number, { curve }: SurvivalCurveThresholds): number {
  // 1 - 0.9 is 0.09999999999999998: on a curve that says 0.1 the share has been reached.
  return curve.find(({ survival }) => 1 - survival >= share - 1e-12)?.days ?? Number.POSITIVE_INFINITY;
}

function allGaps({ offsets, days }: PurchaseDays): Int32Array {
  const gaps = new Int32Array(days.length);
  let count = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const own = gapsBetween(days, offsets[customer]!, offsets[customer + 1]!);
    gaps.set(own, count);
    count += own.length;
  }
  return gaps.subarray(0, count);
}
