import { requireShape } from "../checking/argument.js";
import { addPeriods, type Period, startOfPeriod } from "./calendar.js";
import { addDuration, type Duration } from "./duration.js";
import { checkInstant } from "./instant.js";
import type { Zone } from "./zone.js";

/** Two instants in epoch milliseconds; which end belongs to it is said by the function that makes it. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The last so-and-so long, perhaps ending a while ago. */
export interface RollingWindow {
  readonly last: Duration;
  readonly until?: Duration | undefined;
}

/** Whole periods `offset` to `offset + count - 1`, where 0 is the one that holds `asOf`. */
export interface CalendarWindow {
  readonly period: Period;
  readonly offset: number;
  readonly count: number;
  /** Monday 1 (default) … Sunday 7. */
  readonly weekStartsOn?: number | undefined;
}

/**
 * The rolling window `(asOf - last, asOf - until]`: adjacent windows share no instant and leave none out.
 * @throws INVALID_INSTANT, INVALID_ARGUMENT, INVALID_DURATION
 * @example
 * import { formatInstant, parseInstant, rollingWindow, zoneOf } from "clientele/core";
 * const { start } = rollingWindow(parseInstant("2026-04-01T00:00Z"), { last: { days: 90 } }, zoneOf("UTC"));
 * formatInstant(start); // => "2026-01-01T00:00:00.000Z"
 * @category Time
 */
export function rollingWindow(asOf: number, window: RollingWindow, zone: Zone): Interval {
  requireShape(window, "window", "a rolling window", "last");
  const { last, until } = window;
  return {
    start: addDuration(asOf, last, zone, -1),
    end: until === undefined ? asOf : addDuration(asOf, until, zone, -1),
  };
}

/**
 * The calendar window `[start, end)` of whole local days, weeks, months, quarters or years.
 * @throws INVALID_INSTANT, INVALID_ARGUMENT, INVALID_DURATION
 * @example
 * import { calendarWindow, formatInstant, parseInstant, zoneOf } from "clientele/core";
 * const asOf = parseInstant("2026-04-15T00:00Z");
 * const { start, end } = calendarWindow(asOf, { period: "month", offset: -3, count: 3 }, zoneOf("Asia/Shanghai"));
 * [formatInstant(start), formatInstant(end)]; // => ["2025-12-31T16:00:00.000Z", "2026-03-31T16:00:00.000Z"]
 * @category Time
 */
export function calendarWindow(asOf: number, window: CalendarWindow, zone: Zone): Interval {
  checkInstant(asOf, ["asOf"]);
  requireShape(window, "window", "a calendar window", "period", "offset", "count");
  requireShape(zone, "zone", "a zone of zoneOf", "dayAt", "startOfDay");
  const { period, offset, count, weekStartsOn } = window;
  const current = startOfPeriod(zone.dayAt(asOf), period, weekStartsOn);
  return {
    start: zone.startOfDay(addPeriods(current, period, offset)),
    end: zone.startOfDay(addPeriods(current, period, offset + count)),
  };
}
