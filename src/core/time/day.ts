import { inWords, refusal } from "../errors/refusal.js";
import { showValue } from "../errors/show-value.js";
import { checkDayNumber } from "./check-day-number.js";

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
  const isDate = Number.isSafeInteger(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (isDate && Number.isInteger(month) && Number.isInteger(day)) return daysFromCivil(year, month, day);
  throw refusal(
    "INVALID_DAY",
    [],
    "year, month 1-12 and day of month of a date that exists",
    inWords([year, month, day].map(showValue).join(", ")),
  );
}

/** {@link dayNumberOf} for parts that are known to make a date: it runs once per row that is read. */
export function daysFromCivil(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
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
  throw refusal("INVALID_DAY", path, "a day that exists, as YYYY-MM-DD", day);
}

/** `parseDay` without the error: undefined where the text is no existing day. */
export function readDay(text: string): DayNumber | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(month >= 1 && month <= 12 && day >= 1 && year >= 0) || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
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

/** Days of a Gregorian month: 28-31. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** The decimal number in text[from, to), or NaN where a character is no digit. */
export function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

export const pad2 = (value: number): string => (value < 10 ? `0${value}` : String(value));
