import { nearestName } from "../errors/nearest-name.js";
import { refusal } from "../errors/refusal.js";
import { civilOf, type Day, type DayNumber, dayNumberOf, daysInMonth, readDay } from "../time/day.js";
import { dayHint } from "../time/day-hint.js";
import { checkChineseYear } from "./chinese-date.js";
import { isWholeBetween, readChineseDate } from "./chinese-months.js";

/** A birthday by the Gregorian calendar; without the year where only month and day are known. */
export interface GregorianBirthday {
  readonly calendar: "gregorian";
  readonly month: number;
  readonly day: number;
  readonly year?: number | undefined;
}

/** A birthday by the Chinese lunar calendar (农历生日); a year is the Chinese year. */
export interface ChineseBirthday {
  readonly calendar: "chinese";
  readonly month: number;
  readonly day: number;
  /** True where the birth fell in a leap month (闰月). */
  readonly leapMonth?: boolean | undefined;
  readonly year?: number | undefined;
}

/**
 * The day a person celebrates, in the calendar they keep. Where one is asked for, a day `YYYY-MM-DD` is a Gregorian birthday with its year.
 * @category Birthdays
 */
export type Birthday = GregorianBirthday | ChineseBirthday;

/**
 * Reads a birthday or a day into a birthday; one that cannot exist is refused.
 * @throws INVALID_BIRTHDAY, LUNAR_YEAR_OUT_OF_RANGE (a Chinese year other than 1900 to 2100)
 * @example
 * import { parseBirthday } from "clientele/core";
 * parseBirthday("1990-05-17"); // => { calendar: "gregorian", year: 1990, month: 5, day: 17 }
 * @category Birthdays
 */
export function parseBirthday(birthday: Birthday | Day, path: readonly (string | number)[] = []): Birthday {
  const read = readBirthday(birthday);
  if (read !== undefined) return read;
  const { calendar, year } = Object(birthday) as Partial<Birthday>;
  if (calendar === "chinese" && Number.isInteger(year)) checkChineseYear(year as number, [...path, "year"]);
  throw refusal(
    "INVALID_BIRTHDAY",
    path,
    "a day that exists, as YYYY-MM-DD or { calendar, month, day, leapMonth?, year? }",
    birthday,
    typeof birthday === "string" ? dayHint(birthday) : nameHint(birthday),
  );
}

const names = ["calendar", "month", "day", "leapMonth", "year"];
const isName = (name: string): boolean => names.includes(name);

/** What to rename in a birthday with a name that is none of its own. */
function nameHint(birthday: unknown): string | undefined {
  if (typeof birthday !== "object" || birthday === null || Array.isArray(birthday)) return undefined;
  const given = Object.keys(birthday);
  const strange = given.find((name) => !isName(name));
  if (strange !== undefined) {
    const meant = nearestName(strange, names);
    return meant === undefined || given.includes(meant)
      ? `Leave out "${strange}"`
      : `Rename "${strange}" to "${meant}"`;
  }
  const { calendar } = Object(birthday) as { readonly calendar?: unknown };
  const meant = typeof calendar === "string" ? nearestName(calendar, ["gregorian", "chinese"]) : undefined;
  return meant === undefined || meant === calendar ? undefined : `Write calendar: "${meant}"`;
}

/** `parseBirthday` without the error: undefined where the value is no birthday that can exist. */
export function readBirthday(value: unknown): Birthday | undefined {
  if (typeof value === "string") {
    const day = readDay(value);
    return day === undefined ? undefined : { calendar: "gregorian", ...civilOf(day) };
  }
  if (typeof value !== "object" || value === null) return undefined;
  const birthday = value as Birthday;
  return canExist(birthday) ? birthday : undefined;
}

/** A birthday without its year may be 29 February. */
const SOME_LEAP_YEAR = 2000;

function canExist(birthday: Birthday): boolean {
  const { month, day, year } = birthday;
  if (!Object.keys(birthday).every(isName)) return false;
  if (!isWholeBetween(month, 1, 12) || !isWholeBetween(day, 1, 31)) return false;
  switch (birthday.calendar) {
    case "gregorian":
      if ("leapMonth" in birthday && birthday.leapMonth === true) return false;
      if (year !== undefined && !isWholeBetween(year, 0, 9999)) return false;
      return day <= daysInMonth(year ?? SOME_LEAP_YEAR, month);
    case "chinese": {
      const { leapMonth = false } = birthday;
      if (typeof leapMonth !== "boolean") return false;
      return year === undefined ? day <= 30 : readChineseDate(year, month, day, leapMonth) !== undefined;
    }
    default:
      return false;
  }
}

/** The day of birth, or undefined where the year is not known. Takes a birthday that was read. */
export function birthDayOf(birthday: Birthday): DayNumber | undefined {
  const { year, month, day } = birthday;
  if (year === undefined) return undefined;
  if (birthday.calendar === "gregorian") return dayNumberOf(year, month, day);
  return readChineseDate(year, month, day, birthday.leapMonth ?? false);
}
