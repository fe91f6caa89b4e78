import { nearestName } from "../errors/nearest-name.js";
import { refusal } from "../errors/refusal.js";
import type { DayNumber } from "./day.js";
import { type FestivalId, type FestivalRule, festivals } from "./festivals.js";
import { isChinese, ruleDay } from "./rule-day.js";

/**
 * The day of a festival in a year.
 *
 * The year is the Gregorian one. The festivals of the twelfth Chinese month are those before that year's Spring Festival: New Year's Eve
 * (除夕) of 2026 is 2026-02-16, the last day of the Chinese year 2025; Laba (腊八) of 2023 was 2022-12-30. Everything else falls in its year.
 * Fixed days and nth weekdays in any year; Chinese festivals 1900 to 2100 (1901 to 2101 in the twelfth month); Qingming and winter
 * solstice 1900 to 2100.
 * @throws INVALID_FESTIVAL, LUNAR_YEAR_OUT_OF_RANGE
 * @example
 * import { festivalDay, formatDay } from "clientele/core";
 * formatDay(festivalDay("spring-festival", 2027)); // => "2027-02-06"
 * formatDay(festivalDay("new-years-eve", 2027)); // => "2027-02-05"
 * formatDay(festivalDay("mid-autumn", 2033)); // => "2033-09-08"
 * @category Festivals
 */
export function festivalDay(festival: FestivalId, year: number): DayNumber {
  const rule = festivalRule(festival, ["festival"]);
  if (!Number.isSafeInteger(year)) {
    throw refusal("INVALID_FESTIVAL", ["year"], "a whole year", year);
  }
  return ruleDay(rule, closesTheChineseYear(rule) ? year - 1 : year, "year");
}

/** True for festivals of the twelfth Chinese month, which belong to the Spring Festival that follows. */
const closesTheChineseYear = (rule: FestivalRule): boolean =>
  isChinese(rule) && (rule.kind !== "annual-day" || rule.month === 12);

/** @throws INVALID_FESTIVAL */
export function festivalRule(festival: FestivalId, path: readonly (string | number)[]): FestivalRule {
  if (Object.hasOwn(festivals, festival)) return festivals[festival];
  const nearest = nearestName(String(festival), Object.keys(festivals));
  throw refusal(
    "INVALID_FESTIVAL",
    path,
    `one of ${Object.keys(festivals).join(", ")}`,
    festival,
    nearest === undefined ? undefined : `Did you mean "${nearest}"?`,
  );
}
