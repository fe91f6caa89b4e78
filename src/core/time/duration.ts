import { requireShape } from "../checking/argument.js";
import { refusal } from "../errors/refusal.js";
import { addMonths } from "./calendar.js";
import { checkDayNumber } from "./check-day-number.js";
import { DAY_MS, type DayNumber } from "./day.js";
import { checkInstant } from "./instant.js";
import type { Zone } from "./zone.js";

/** Days and longer are wall-clock in the zone, only hours are exact. */
export type Unit = "hours" | "days" | "weeks" | "months" | "quarters" | "years";

/**
 * Exactly one unit: `{ days: 90 }`.
 * @category Time
 */
export type Duration = {
  [U in Unit]: { readonly [K in U]: number } & { readonly [K in Exclude<Unit, U>]?: never };
}[Unit];

/** A duration taken apart. */
export interface UnitCount {
  readonly unit: Unit;
  readonly count: number;
}

const units: readonly string[] = ["hours", "days", "weeks", "months", "quarters", "years"] satisfies Unit[];

/** The longest duration that is taken: a hundred years of hours. */
const LONGEST = 876_600;

/**
 * Takes a duration apart into its one unit and its count, a whole number of 0 or more.
 * @throws INVALID_DURATION
 * @example
 * import { parseDuration } from "clientele/core";
 * parseDuration({ days: 90 }); // => { unit: "days", count: 90 }
 * @category Time
 */
export function parseDuration(duration: Duration, path: readonly (string | number)[] = []): UnitCount {
  const keys = typeof duration === "object" && duration !== null ? Object.keys(duration) : [];
  const given = keys.filter((key) => (duration as Record<string, unknown>)[key] !== undefined);
  const unit = given[0];
  if (given.length === 1 && units.includes(unit as string)) {
    const count = (duration as Record<string, unknown>)[unit as string];
    if (typeof count === "number" && Number.isInteger(count) && count >= 0 && count <= LONGEST) {
      return { unit: unit as Unit, count };
    }
  }
  throw refusal(
    "INVALID_DURATION",
    path,
    `exactly one of ${units.join(", ")} with a whole number from 0 to ${LONGEST}`,
    duration,
  );
}

/**
 * Moves an instant by a duration: hours exactly; days and longer on the local calendar at the same clock time, months clamped to the
 * month's last day. A clock time that does not exist becomes the first instant after the gap; one that exists twice, the earlier.
 * @throws INVALID_DURATION
 * @example
 * import { addDuration, formatInstant, parseInstant, zoneOf } from "clientele/core";
 * const noon = parseInstant("2026-10-31T12:00:00-04:00");
 * formatInstant(addDuration(noon, { days: 1 }, zoneOf("America/New_York"))); // => "2026-11-01T17:00:00.000Z"
 * @category Time
 */
export function addDuration(instant: number, duration: Duration, zone: Zone, sign: 1 | -1 = 1): number {
  checkInstant(instant, ["instant"]);
  requireShape(zone, "zone", "a zone of zoneOf", "offsetAt", "instantAt");
  return moveInstant(instant, moveOf(duration, sign), zone);
}

/** The same of what has been looked at before, for loops over many instants. */
export function moveInstant(instant: number, { unit, count }: UnitCount, zone: Zone): number {
  if (count === 0) return instant;
  if (unit === "hours") return instant + count * 3_600_000;
  const wall = instant + zone.offsetAt(instant);
  const day = Math.floor(wall / DAY_MS);
  return zone.instantAt(moveDay(day, unit, count) * DAY_MS + (wall - day * DAY_MS));
}

/**
 * Moves a day by a duration of days or longer; months are clamped to the month's last day.
 * @throws INVALID_DURATION, also for hours
 * @example
 * import { addDurationToDay, formatDay, parseDay } from "clientele/core";
 * formatDay(addDurationToDay(parseDay("2026-03-31"), { months: 1 }, -1)); // => "2026-02-28"
 * @category Time
 */
export function addDurationToDay(day: DayNumber, duration: Duration, sign: 1 | -1 = 1): DayNumber {
  checkDayNumber(day, "day");
  const { unit, count } = moveOf(duration, sign);
  if (unit === "hours") {
    throw refusal("INVALID_DURATION", [], "days or a longer unit, since a day is moved", duration);
  }
  return moveDay(day, unit, count);
}

/** A duration taken apart, with its direction. */
function moveOf(duration: Duration, sign: 1 | -1): UnitCount {
  if (sign !== 1 && sign !== -1) throw refusal("INVALID_ARGUMENT", ["sign"], "1 or -1", sign);
  const { unit, count } = parseDuration(duration);
  return { unit, count: sign * count };
}

function moveDay(day: DayNumber, unit: Exclude<Unit, "hours">, count: number): DayNumber {
  switch (unit) {
    case "days":
      return day + count;
    case "weeks":
      return day + 7 * count;
    case "months":
      return addMonths(day, count);
    case "quarters":
      return addMonths(day, 3 * count);
    case "years":
      return addMonths(day, 12 * count);
  }
}
