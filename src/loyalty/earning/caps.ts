import { formatDay, startOfPeriod, type Zone } from "../../core/index.js";
import type { LoyaltyState } from "../account/loyalty-state.js";
import { noteOf } from "../account/notes.js";
import type { EarningCap, EarningRule, Points } from "../program/loyalty-program.js";
import type { ReadyProgram } from "../program/ready-program.js";

/** A number of points after the caps, and how much of each cap is used then. */
export interface Capped {
  readonly points: Points;
  readonly uses: readonly (readonly [name: string, used: number])[];
}

/**
 * The points that the caps of a type let through. A cap counts on the local day or month of the order, and what a refund takes back later
 * does not free it. `addedBy` tells what a promotion added, for caps per campaign.
 */
export function capped(
  desired: Points,
  pointType: string,
  rule: string | undefined,
  at: number,
  { program, zone, mainType }: ReadyProgram,
  state: LoyaltyState | undefined,
  addedBy: (promotion: string) => Points,
): Capped {
  const caps = (program.earning.caps ?? []).filter(
    (cap) => (cap.pointType ?? mainType) === pointType && (cap.rule === undefined || cap.rule === rule),
  );
  const usedOf = (cap: EarningCap): number =>
    (state && cap.per !== "order" && noteOf(state.uses, nameOf(cap, pointType, at, zone))) || 0;
  let points = desired;
  for (const cap of caps) {
    const left = Math.max(0, cap.points - usedOf(cap));
    const excess = cap.promotion === undefined ? desired - left : addedBy(cap.promotion) - left;
    points = Math.min(points, desired - Math.max(0, excess));
  }
  const uses = caps
    .filter(({ per }) => per !== "order")
    .map((cap): readonly [string, number] => {
      const counted = cap.promotion === undefined ? points : Math.max(0, addedBy(cap.promotion) - (desired - points));
      return [nameOf(cap, pointType, at, zone), usedOf(cap) + counted];
    });
  return { points, uses };
}

function nameOf({ per, promotion, rule }: EarningCap, pointType: string, at: number, zone: Zone): string {
  return ["cap", pointType, per, promotion ?? rule ?? "", periodOf(per, at, zone)].join("|");
}

function periodOf(per: EarningCap["per"] | EarningRule["oncePer"], at: number, zone: Zone): string {
  const day = zone.dayAt(at);
  if (per === "local-day") return formatDay(day);
  if (per === "local-month") return formatDay(startOfPeriod(day, "month"));
  return per === "calendar-year" ? formatDay(startOfPeriod(day, "year")) : "";
}

/** The name under which an activity's occasions are counted. */
export function occasionOf({ id, oncePer }: EarningRule, at: number, zone: Zone): string {
  return ["once", id, periodOf(oncePer, at, zone)].join("|");
}
