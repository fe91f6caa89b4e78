import {
  addMonths as addMonthsToDate,
  differenceInMonths,
  differenceInYears,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from "date-fns";
import { refusal } from "../errors/refusal.js";
import { checkDayNumber } from "./check-day-number.js";
import { civilOf, DAY_MS, type DayNumber } from "./day.js";
import { inUtc } from "./utc-dates.js";

/** A whole stretch of the calendar. */
export type Period = "day" | "week" | "month" | "quarter" | "year";

const dateOf = (day: DayNumber): number => day * DAY_MS;
function dayOf(date: Date): DayNumber {
  const day = date.getTime() / DAY_MS;
  checkDayNumber(day, "result");
  return day;
}

function checkCount(count: number, name: string): void {
  if (Number.isSafeInteger(count)) return;
  const expected = "a whole number";
  throw refusal("INVALID_DURATION", [name], expected, count);
}

/**
 * Adds months to a day, clamped to the last day of the month.
 * @throws INVALID_DAY, INVALID_DURATION
 * @example
 * import { addMonths, formatDay, parseDay } from "clientele/core";
 * formatDay(addMonths(parseDay("2024-01-31"), 1)); // => "2024-02-29"
 * @category Time
 */
export function addMonths(day: DayNumber, months: number): DayNumber {
  checkDayNumber(day, "day");
  checkCount(months, "months");
  return dayOf(addMonthsToDate(dateOf(day), months, inUtc));
}

/**
 * The first day of the period that holds a day. Weeks start on `weekStartsOn`: Monday 1 (default) … Sunday 7.
 * @throws INVALID_DAY
 * @example
 * import { formatDay, parseDay, startOfPeriod } from "clientele/core";
 * formatDay(startOfPeriod(parseDay("2026-04-01"), "week")); // => "2026-03-30"
 * @category Time
 */
export function startOfPeriod(day: DayNumber, period: Period, weekStartsOn = 1): DayNumber {
  checkDayNumber(day, "day");
  switch (period) {
    case "day":
      return day;
    case "week":
      return dayOf(
        startOfWeek(dateOf(day), { ...inUtc, weekStartsOn: (weekStartsOn % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6 }),
      );
    case "month":
      return dayOf(startOfMonth(dateOf(day), inUtc));
    case "quarter":
      return dayOf(startOfQuarter(dateOf(day), inUtc));
    case "year":
      return dayOf(startOfYear(dateOf(day), inUtc));
  }
}

/**
 * Moves a day by whole periods; months and longer are clamped to the month's last day.
 * @throws INVALID_DAY, INVALID_DURATION
 * @example
 * import { addPeriods, formatDay, parseDay } from "clientele/core";
 * formatDay(addPeriods(parseDay("2026-04-01"), "quarter", -1)); // => "2026-01-01"
 * @category Time
 */
export function addPeriods(day: DayNumber, period: Period, count: number): DayNumber {
  checkDayNumber(day, "day");
  checkCount(count, "count");
  switch (period) {
    case "day":
      return day + count;
    case "week":
      return day + 7 * count;
    case "month":
      return addMonths(day, count);
    case "quarter":
      return addMonths(day, 3 * count);
    case "year":
      return addMonths(day, 12 * count);
  }
}

/**
 * Numbers the periods of the calendar one after the other, so that two days are `periodIndex(b) - periodIndex(a)` periods apart.
 * Days count from 1970-01-01, months from January of year 0. Own arithmetic: it runs once per purchase day of a base.
 * @throws INVALID_DAY
 * @example
 * import { parseDay, periodIndex } from "clientele/core";
 * periodIndex(parseDay("2026-03-01"), "month") - periodIndex(parseDay("2025-12-31"), "month"); // => 3
 * @category Time
 */
export function periodIndex(day: DayNumber, period: Period, weekStartsOn = 1): number {
  checkDayNumber(day, "day");
  if (period === "day") return day;
  if (period === "week") return Math.floor((day + 4 - weekStartsOn) / 7);
  const { year, month } = civilOf(day);
  if (period === "month") return year * 12 + month - 1;
  return period === "quarter" ? year * 4 + Math.floor((month - 1) / 3) : year;
}

/**
 * Whole months from one day to a later one (negative the other way round), a month's last day counting as a full month.
 * @throws INVALID_DAY
 * @example
 * import { monthsBetween, parseDay } from "clientele/core";
 * monthsBetween(parseDay("2026-01-31"), parseDay("2026-02-28")); // => 1
 * @category Time
 */
export function monthsBetween(from: DayNumber, to: DayNumber): number {
  checkDayNumber(from, "from");
  checkDayNumber(to, "to");
  return differenceInMonths(dateOf(to), dateOf(from), inUtc);
}

/**
 * Whole years from one day to a later one (negative the other way round).
 * @throws INVALID_DAY
 * @example
 * import { parseDay, yearsBetween } from "clientele/core";
 * yearsBetween(parseDay("1990-06-15"), parseDay("2026-06-14")); // => 35
 * @category Time
 */
export function yearsBetween(from: DayNumber, to: DayNumber): number {
  checkDayNumber(from, "from");
  checkDayNumber(to, "to");
  return differenceInYears(dateOf(to), dateOf(from), inUtc);
}
