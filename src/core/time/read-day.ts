import { inWords, refusal } from "../errors/refusal.js";
import { showValue } from "../errors/show-value.js";

/**
 * `parseDay` without the error: undefined where the text is no existing day.
 * @category Time
 */
export function readDay(text: string): number | undefined {
  return typeof text === "string" && text.length === 10 ? leadingDay(text) : undefined;
}

/** The day that a text begins with; undefined where it begins otherwise, or with a day that does not exist. */
export function leadingDay(text: string): number | undefined {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(month >= 1 && month <= 12 && day >= 1 && year <= 9999) || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

/** `dayNumberOf` for parts that are known to make a date: it runs once per row that is read. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // Years from March on, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + leapDays + dayOfYear - 719_468;
}

/**
 * Days of a Gregorian month: 28-31.
 * @throws INVALID_DAY
 */
export function daysInMonth(year: number, month: number): number {
  if (!(Number.isInteger(year) && Number.isInteger(month) && month >= 1 && month <= 12)) {
    const received = inWords(`${showValue(year)}, ${showValue(month)}`);
    throw refusal("INVALID_DAY", [], "a year and a month from 1 to 12", received);
  }
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** The decimal number in text[from, to), or one past every bound where a character is no digit: with NaN all reckoning would be in doubles. */
export function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return 1e9;
    value = value * 10 + digit;
  }
  return value;
}
