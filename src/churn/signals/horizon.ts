import { addDurationToDay, type DayNumber, type Duration, parseDuration } from "../../core/index.js";
import { refusal } from "../../core/shared.js";

const MONTH_DAYS = 30.44;

/** How far a judgement looks ahead. */
export interface ChurnHorizon {
  readonly duration: Duration;
  readonly days: number;
}

/** Three median gaps of the base, rounded up to whole months; three months where nobody came back yet. */
export function usualHorizon(baseGapDays: number | undefined): Duration {
  return { months: baseGapDays === undefined ? 3 : Math.ceil((3 * baseGapDays) / MONTH_DAYS) };
}

/** The days of the usual horizon: how far back "recent" goes. */
export const recentDaysOf = (baseGapDays: number | undefined): number =>
  Math.round((usualHorizon(baseGapDays).months ?? 0) * MONTH_DAYS);

/** A horizon in days from a day on. */
export function horizonFrom(today: DayNumber, duration: Duration, path: readonly string[] = ["horizon"]): ChurnHorizon {
  parseDuration(duration, path);
  const days = duration.hours === undefined ? addDurationToDay(today, duration) - today : 0;
  if (days > 0) return { duration, days };
  throw refusal(
    "INVALID_OPTIONS",
    path,
    "a duration of one day or more, in days, weeks, months, quarters or years",
    duration,
  );
}
