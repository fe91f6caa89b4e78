import {
  addDuration,
  addDurationToDay,
  addPeriods,
  type Duration,
  parseDuration,
  startOfPeriod,
  type Zone,
} from "../../core/index.js";
import type { ExpiryBoundary, PointType } from "./loyalty-program.js";

/** When a lot earned at an instant can be spent, when it expires, and when the member's points do if nothing more happens. */
export interface LotTimes {
  readonly activeAt: number | null;
  readonly expiresAt: number | null;
  readonly byActivity: boolean;
  /** For points that expire with inactivity. */
  readonly deadline: number | undefined;
}

/**
 * The instants of a lot. Calendar durations are added to the local date first, clamped to the month's last day; `through` then makes
 * the expiry the first instant after that local day, month, quarter or year.
 */
export function lotTimes(type: PointType, earnedAt: number, zone: Zone): LotTimes {
  const { pending, expiry } = type;
  const activeAt =
    pending === undefined ? earnedAt : pending === "until-activated" ? null : addDuration(earnedAt, pending, zone);
  if (expiry === undefined) return { activeAt, expiresAt: null, byActivity: false, deadline: undefined };
  const end = endOf(earnedAt, expiry.after, expiry.through, zone);
  return expiry.type === "after-earn"
    ? { activeAt, expiresAt: end, byActivity: false, deadline: undefined }
    : { activeAt, expiresAt: null, byActivity: true, deadline: end };
}

/** The deadline that an activity sets, where the type expires with inactivity and this activity counts. */
export function deadlineAfter(type: PointType, what: "earn" | "redeem", at: number, zone: Zone): number | undefined {
  const { expiry } = type;
  if (expiry?.type !== "inactivity" || !expiry.activity.includes(what)) return undefined;
  return endOf(at, expiry.after, expiry.through, zone);
}

const PERIODS = {
  "local-day": "day",
  "local-month": "month",
  "local-quarter": "quarter",
  "local-year": "year",
} as const;

function endOf(from: number, after: Duration, through: ExpiryBoundary | undefined, zone: Zone): number {
  if (through === undefined) return addDuration(from, after, zone);
  const day =
    parseDuration(after).unit === "hours"
      ? zone.dayAt(addDuration(from, after, zone))
      : addDurationToDay(zone.dayAt(from), after);
  const period = PERIODS[through];
  return zone.startOfDay(addPeriods(startOfPeriod(day, period), period, 1));
}
