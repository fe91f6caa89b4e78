import { type DayNumber, dayNumberOf } from "../time/day.js";
import { chineseYearWords } from "./chinese-year-words.js";

/** First and last Chinese year of the table. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/** First day of Chinese 1900: 1900-01-31. */
const FIRST_DAY: DayNumber = /* @__PURE__ */ dayNumberOf(1900, 1, 31);

/** All months of the table one after the other; a month's position is its index here. */
export interface ChineseMonths {
  /** First day of each month, and last the day after the table. */
  readonly starts: Int32Array;
  readonly years: Int16Array;
  /** 1-12; a leap month bears the number of the month before it. */
  readonly numbers: Uint8Array;
  /** 1 where the month is a leap month. */
  readonly leaps: Uint8Array;
  /** By year since 1900: the position of its first month, and last the number of months. */
  readonly firstOfYear: Int16Array;
  /** By year since 1900: the month that is followed by its leap month, or 0. */
  readonly leapOfYear: Uint8Array;
}

export const chineseMonths: ChineseMonths = /* @__PURE__ */ readWords(chineseYearWords);

function readWords(words: string): ChineseMonths {
  const starts: number[] = [];
  const years: number[] = [];
  const numbers: number[] = [];
  const leaps: number[] = [];
  const firstOfYear: number[] = [];
  const leapOfYear: number[] = [];
  let day = FIRST_DAY;
  for (let at = 0; at < words.length; at += 4) {
    const word = Number.parseInt(words.slice(at, at + 4), 36);
    const leap = word >> 13;
    firstOfYear.push(starts.length);
    leapOfYear.push(leap);
    for (let i = 0; i < (leap === 0 ? 12 : 13); i++) {
      starts.push(day);
      years.push(FIRST_YEAR + at / 4);
      numbers.push(leap === 0 || i < leap ? i + 1 : i);
      leaps.push(leap !== 0 && i === leap ? 1 : 0);
      day += 29 + ((word >> i) & 1);
    }
  }
  firstOfYear.push(starts.length);
  starts.push(day);
  return {
    starts: Int32Array.from(starts),
    years: Int16Array.from(years),
    numbers: Uint8Array.from(numbers),
    leaps: Uint8Array.from(leaps),
    firstOfYear: Int16Array.from(firstOfYear),
    leapOfYear: Uint8Array.from(leapOfYear),
  };
}

/** True for a whole number from low to high. */
export const isWholeBetween = (value: unknown, low: number, high: number): value is number =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high;

/** The position of a month (1-12) of a year of the table, or undefined where the year has no such leap month. */
export function monthPosition(year: number, month: number, leapMonth: boolean): number | undefined {
  const { firstOfYear, leapOfYear } = chineseMonths;
  const leap = leapOfYear[year - FIRST_YEAR] as number;
  if (leapMonth && leap !== month) return undefined;
  const shift = leapMonth || (leap !== 0 && month > leap) ? 1 : 0;
  return (firstOfYear[year - FIRST_YEAR] as number) + month - 1 + shift;
}

/** Days of the month at a position: 29 or 30. */
export function lengthOfMonth(position: number): number {
  const { starts } = chineseMonths;
  return (starts[position + 1] as number) - (starts[position] as number);
}

/** The day of a Chinese date, or undefined where it does not exist or the year is not in the table. */
export function readChineseDate(year: number, month: number, day: number, leapMonth: boolean): DayNumber | undefined {
  if (!isWholeBetween(year, FIRST_YEAR, LAST_YEAR) || !isWholeBetween(month, 1, 12)) return undefined;
  const position = monthPosition(year, month, leapMonth);
  if (position === undefined || !isWholeBetween(day, 1, lengthOfMonth(position))) return undefined;
  return (chineseMonths.starts[position] as number) + day - 1;
}
