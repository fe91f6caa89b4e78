import { checkDayNumber } from "../time/check-day-number.js";
import type { DayNumber } from "../time/day.js";
import { festivalRule } from "./festival-day.js";
import type { Festival } from "./festivals.js";
import { ruleDay, ruleYear } from "./rule-day.js";

/**
 * Signed days to the nearest occurrence of a festival, or of a month and day of either calendar: positive while it is to come, 0 on its day,
 * negative once it has passed. Spring Festival ± 15 days is a result from -15 to 15. Of two occurrences equally near, the one to come.
 *
 * The occurrences on both sides of the day must be known: near the ends of the Chinese table (1900-01-31, 2101-01-28) and of the solar terms
 * (1900 to 2100) a day is refused where one of them is not.
 * @throws INVALID_FESTIVAL, INVALID_DAY, LUNAR_YEAR_OUT_OF_RANGE
 * @example
 * import { daysToFestival, parseDay } from "clientele/core";
 * daysToFestival(parseDay("2026-02-10"), "spring-festival"); // => 7
 * daysToFestival(parseDay("2026-03-03"), "spring-festival"); // => -14
 * daysToFestival(parseDay("2026-03-03"), { calendar: "gregorian", month: 11, day: 11 }); // => -112
 * @category Festivals
 */
export function daysToFestival(day: DayNumber, festival: Festival): number {
  checkDayNumber(day, "day");
  const rule = festivalRule(festival, ["festival"]);
  const year = ruleYear(rule, day, "day");
  const thisYear = ruleDay(rule, year, "day") - day;
  if (thisYear === 0) return 0;
  const otherSide = ruleDay(rule, thisYear > 0 ? year - 1 : year + 1, "day") - day;
  const [toCome, passed] = thisYear > 0 ? [thisYear, otherSide] : [otherSide, thisYear];
  return toCome <= -passed ? toCome : passed;
}
