import { civilOf, type DayNumber, dayNumberOf, weekdayOf } from "../time/day.js";
import { chineseDayIn, gregorianDayIn } from "./annual-day.js";
import { checkChineseYear, chineseYearOf } from "./chinese-date.js";
import { chineseMonths, FIRST_YEAR, monthPosition } from "./chinese-months.js";
import type { FestivalRule, NthWeekdayRule } from "./festivals.js";
import { solarTermDay } from "./solar-term-day.js";

/** The day of a festival in a year of the rule's own calendar; `name` is the parameter to blame. @throws LUNAR_YEAR_OUT_OF_RANGE */
export function ruleDay(rule: FestivalRule, year: number, name: string): DayNumber {
  switch (rule.kind) {
    case "annual-day":
      if (rule.calendar === "gregorian") return gregorianDayIn(year, rule.month, rule.day, "feb28");
      checkChineseYear(year, [name]);
      return chineseDayIn(monthPosition(year, rule.month, false) as number, rule.day);
    case "chinese-year-end":
      checkChineseYear(year, [name]);
      return firstDayOfYear(year + 1) - 1;
    case "nth-weekday":
      return nthWeekday(rule, year);
    case "solar-term":
      checkChineseYear(year, [name]);
      return solarTermDay(rule.term, year);
  }
}

/** The year of the rule's own calendar that holds a day; `name` is the parameter to blame. @throws LUNAR_YEAR_OUT_OF_RANGE */
export function ruleYear(rule: FestivalRule, day: DayNumber, name: string): number {
  return isChinese(rule) ? chineseYearOf(day, name) : civilOf(day).year;
}

/** True where the rule counts Chinese years, which begin in January or February. */
export function isChinese(rule: FestivalRule): boolean {
  return rule.kind === "chinese-year-end" || (rule.kind === "annual-day" && rule.calendar === "chinese");
}

function firstDayOfYear(year: number): DayNumber {
  const { starts, firstOfYear } = chineseMonths;
  return starts[firstOfYear[year - FIRST_YEAR] as number] as number;
}

function nthWeekday({ month, weekday, nth }: NthWeekdayRule, year: number): DayNumber {
  const first = dayNumberOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}
