import { inWords, refusal } from "../errors/refusal.js";
import { showValue } from "../errors/show-value.js";
import { checkDayNumber } from "./check-day-number.js";
import { dayHint } from "./day-hint.js";
import { daysFromCivil, daysInMonth, readDay } from "./read-day.js";

export { daysInMonth, readDay };

/**
 * A calendar day as `YYYY-MM-DD`. Where an instant is wanted: the start of that local day as an event or lower bound,
 * its last millisecond as `asOf` or an upper bound.
 * @category Time
 */
export type Day = string;

/** A day counted from 1970-01-01 = 0: what days are inside the library. */
export type DayNumber = number;

/** Milliseconds of a UTC day. */
export const DAY_MS = 86_400_000;

/** A day taken apart: month 1-12, day of month 1-31. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The day number of a proleptic Gregorian date (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).
 * @throws INVALID_DAY for a date that does not exist
 * @example
 * import { dayNumberOf } from "clientele/core";
 * dayNumberOf(2000, 3, 1); // => 11017
 * @category Time
 */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const isMonth = Number.isSafeInteger(year) && Number.isInteger(month) && month >= 1 && month <= 12;
  if (isMonth && Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month)) {
    return daysFromCivil(year, month, day);
  }
  throw refusal(
    "INVALID_DAY",
    [],
    "year, month 1-12 and day of month of a date that exists",
    inWords([year, month, day].map(showValue).join(", ")),
  );
}

/**
 * Year, month and day of a day number (H. Hinnant, civil_from_days).
 * @throws INVALID_DAY for what is no day number; so do all that take one
 * @example
 * import { civilOf } from "clientele/core";
 * civilOf(11017); // => { year: 2000, month: 3, day: 1 }
 * @category Time
 */
export function civilOf(dayNumber: DayNumber): CivilDay {
  checkDayNumber(dayNumber, "day");
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/**
 * Reads `YYYY-MM-DD` into a day number; a date that does not exist is refused.
 * @throws INVALID_DAY
 * @example
 * import { parseDay } from "clientele/core";
 * parseDay("2026-04-01"); // => 20544
 * @category Time
 */
export function parseDay(day: Day, path: readonly (string | number)[] = []): DayNumber {
  const dayNumber = typeof day === "string" ? readDay(day) : undefined;
  if (dayNumber !== undefined) return dayNumber;
  throw refusal("INVALID_DAY", path, "a day that exists, as YYYY-MM-DD", day, hintFor(day));
}

/** The day numbers that `YYYY-MM-DD` can write. */
const FIRST_DAY = daysFromCivil(0, 1, 1);
const LAST_DAY = daysFromCivil(9999, 12, 31);

function hintFor(day: unknown): string | undefined {
  if (typeof day === "string") return dayHint(day);
  const isNumber = Number.isInteger(day) && (day as number) >= FIRST_DAY && (day as number) <= LAST_DAY;
  return isNumber ? "Pass the text: formatDay writes a day number" : undefined;
}

/**
 * A day number as `YYYY-MM-DD`.
 * @throws INVALID_DAY
 * @example
 * import { formatDay } from "clientele/core";
 * formatDay(20544); // => "2026-04-01"
 * @category Time
 */
export function formatDay(dayNumber: DayNumber): Day {
  const { year, month, day } = civilOf(dayNumber);
  return `${String(year).padStart(4, "0")}-${pad2(month)}-${pad2(day)}`;
}

/**
 * ISO weekday of a day number: Monday 1 … Sunday 7.
 * @throws INVALID_DAY
 * @example
 * import { weekdayOf } from "clientele/core";
 * weekdayOf(20544); // => 3
 * @category Time
 */
export function weekdayOf(dayNumber: DayNumber): number {
  checkDayNumber(dayNumber, "day");
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

export const pad2 = (value: number): string => (value < 10 ? `0${value}` : String(value));
