import { requireShape } from "../checking/argument.js";
import type { ClienteleError } from "../errors/clientele-error.js";
import { inWords, refusal } from "../errors/refusal.js";
import { showValue } from "../errors/show-value.js";
import { checkDayNumber } from "../time/check-day-number.js";
import { type DayNumber, formatDay } from "../time/day.js";
import { chineseMonths, FIRST_YEAR, isWholeBetween, LAST_YEAR, readChineseDate } from "./chinese-months.js";

/**
 * A date of the Chinese lunar calendar. Years are named by the Gregorian year in which they begin: 2026 begins on 2026-02-17.
 * @category Chinese calendar
 */
export interface ChineseDate {
  readonly year: number;
  /** 1-12; a leap month bears the number of the month before it. */
  readonly month: number;
  /** 1-30. */
  readonly day: number;
  /** True for the leap month (闰月) after the month of that number. */
  readonly leapMonth?: boolean | undefined;
}

/**
 * What the table of the Chinese calendar spans: the Chinese years 1900 to 2100, 1900-01-31 to 2101-01-28.
 * @category Chinese calendar
 */
export const chineseCalendarRange: {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
} = {
  firstYear: FIRST_YEAR,
  lastYear: LAST_YEAR,
  firstDay: chineseMonths.starts[0] as number,
  lastDay: (chineseMonths.starts.at(-1) as number) - 1,
};

/** Mean days between new moons. */
const MEAN_MONTH = 29.530588;

/**
 * The Chinese date of a day.
 *
 * By an own table of month lengths, not by `Intl`, whose calendar is wrong in 2027 and 2030 (docs/decisions/0015-own-chinese-calendar.md).
 * Days from 1900-01-31 to 2101-01-28.
 * @throws LUNAR_YEAR_OUT_OF_RANGE, INVALID_DAY (not a whole number)
 * @example
 * import { parseDay, toChineseDate } from "clientele/core";
 * toChineseDate(parseDay("2026-02-17")); // => { year: 2026, month: 1, day: 1, leapMonth: false }
 * toChineseDate(parseDay("2025-07-25")); // => { year: 2025, month: 6, day: 1, leapMonth: true }
 * @category Chinese calendar
 */
export function toChineseDate(day: DayNumber): ChineseDate {
  const position = positionOf(day, "day");
  const { starts, years, numbers, leaps } = chineseMonths;
  return {
    year: years[position] as number,
    month: numbers[position] as number,
    day: day - (starts[position] as number) + 1,
    leapMonth: leaps[position] === 1,
  };
}

/** The Chinese year that holds a day; `name` is the parameter to blame. @throws LUNAR_YEAR_OUT_OF_RANGE, INVALID_DAY */
export function chineseYearOf(day: DayNumber, name: string): number {
  return chineseMonths.years[positionOf(day, name)] as number;
}

/** The position of the month that holds a day: a guess by the mean month, then a step or none. */
function positionOf(day: DayNumber, name: string): number {
  checkDayNumber(day, name);
  const { firstDay, lastDay } = chineseCalendarRange;
  if (day < firstDay || day > lastDay) {
    throw outOfRange([name], `a day from ${formatDay(firstDay)} to ${formatDay(lastDay)}`, formatDay(day));
  }
  const { starts } = chineseMonths;
  let position = Math.floor((day - firstDay) / MEAN_MONTH);
  while (day < (starts[position] as number)) position--;
  while (day >= (starts[position + 1] as number)) position++;
  return position;
}

/**
 * The day of a Chinese date; a date that does not exist (a leap month that the year has not, the 30th of a month of 29 days) is refused.
 * @throws LUNAR_YEAR_OUT_OF_RANGE (years other than 1900 to 2100), INVALID_CHINESE_DATE
 * @example
 * import { formatDay, fromChineseDate } from "clientele/core";
 * formatDay(fromChineseDate({ year: 2033, month: 8, day: 15 })); // => "2033-09-08"
 * formatDay(fromChineseDate({ year: 2033, month: 11, day: 1, leapMonth: true })); // => "2033-12-22"
 * @category Chinese calendar
 */
export function fromChineseDate(date: ChineseDate): DayNumber {
  requireShape(date, "date", "a Chinese date", "year", "month", "day");
  const { year, month, day, leapMonth = false } = date;
  checkChineseYear(year, ["year"]);
  const dayNumber = readChineseDate(year, month, day, leapMonth);
  if (dayNumber !== undefined) return dayNumber;
  throw refusal("INVALID_CHINESE_DATE", [], "a date that exists in the Chinese calendar", date);
}

/** @throws LUNAR_YEAR_OUT_OF_RANGE */
export function checkChineseYear(year: number, path: readonly (string | number)[]): void {
  if (isWholeBetween(year, FIRST_YEAR, LAST_YEAR)) return;
  throw outOfRange(path, `a Chinese year from ${FIRST_YEAR} to ${LAST_YEAR}`, showValue(year));
}

const outOfRange = (path: readonly (string | number)[], expected: string, received: string): ClienteleError =>
  refusal("LUNAR_YEAR_OUT_OF_RANGE", path, expected, inWords(received));
