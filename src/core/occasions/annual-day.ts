import { type DayNumber, dayNumberOf, daysInMonth } from "../time/day.js";
import { chineseMonths, lengthOfMonth } from "./chinese-months.js";

/** A month and day of a Gregorian year; 29 February becomes 28 February or 1 March where the year has none. */
export function gregorianDayIn(year: number, month: number, day: number, leapDay: "feb28" | "mar1"): DayNumber {
  if (day <= daysInMonth(year, month)) return dayNumberOf(year, month, day);
  return leapDay === "feb28" ? dayNumberOf(year, 2, 28) : dayNumberOf(year, 3, 1);
}

/** A day of the Chinese month at a position; the 30th of a month of 29 days becomes its last day. */
export function chineseDayIn(position: number, day: number): DayNumber {
  return (chineseMonths.starts[position] as number) + Math.min(day, lengthOfMonth(position)) - 1;
}
