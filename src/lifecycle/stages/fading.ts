import { quantile } from "../../math/index.js";
import { gapsBetween } from "../purchase-days.js";
import { type FadingStage, fadingStages, type LifecycleStage } from "./lifecycle-stage.js";
import { type Bounds, multiples } from "./stage-bounds.js";
import type { JudgedStage } from "./stage-grounds.js";
import type { StageInputs } from "./stage-inputs.js";

/** Active, at-risk, dormant or lost, by the days since the last of the purchases in the rows `from` to `to`. */
export function fading(
  inputs: StageInputs,
  customer: number,
  from: number,
  to: number,
  days: number,
  earlier: LifecycleStage | undefined,
): JudgedStage {
  const { thresholds, hysteresis } = inputs.rules;
  let { bounds } = inputs;
  let gap: number | undefined;
  let own = false;
  if (thresholds.mode === "own-cadence") {
    own = to - from - 1 >= thresholds.minGaps;
    const typical = own ? ownGap(inputs, customer, from, to) : inputs.medianGap;
    gap = typical === undefined ? undefined : Math.max(typical, thresholds.minGapDays);
    bounds = gap === undefined ? undefined : multiples(thresholds.upTo, gap);
  }
  if (bounds === undefined) return { stage: undefined, grounds: { kind: "no-cadence" } };
  const plain = passed(bounds, days);
  const before = fadingStages.indexOf(earlier as FadingStage);
  const count = before === -1 ? plain : passed(widened(bounds, before, hysteresis), days);
  return {
    stage: fadingStages[count],
    grounds: {
      kind: "recency",
      days,
      gap,
      own,
      limit: bounds[Math.max(0, plain - 1)]!,
      past: plain > 0,
      held: count !== plain,
    },
  };
}

/** The own median gap; worked out anew only for an earlier time, when there were fewer purchases. */
function ownGap({ purchases, ownGaps }: StageInputs, customer: number, from: number, to: number): number {
  if (to === purchases.offsets[customer + 1]) return ownGaps[customer]!;
  return quantile(gapsBetween(purchases.days, from, to), 0.5);
}

const passed = (bounds: Bounds, days: number): number => bounds.filter((bound) => days > bound).length;

/** Bounds that are harder to cross from the stage that was: those ahead lie further off, those behind nearer. */
function widened([active, atRisk, dormant]: Bounds, before: number, margin: number): Bounds {
  const moved = (bound: number, at: number): number => bound * (before > at ? 1 - margin : 1 + margin);
  return [moved(active, 0), moved(atRisk, 1), moved(dormant, 2)];
}
