import { nearestName } from "../errors/nearest-name.js";
import { refusal } from "../errors/refusal.js";
import { type DayNumber, daysInMonth } from "../time/day.js";
import { isWholeBetween } from "./chinese-months.js";
import { type AnnualDay, type Festival, type FestivalRule, festivals } from "./festivals.js";
import { isChinese, ruleDay } from "./rule-day.js";

/**
 * The day of a festival, or of a month and day of either calendar, in a year.
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
 * formatDay(festivalDay({ calendar: "gregorian", month: 11, day: 11 }, 2026)); // => "2026-11-11"
 * @category Festivals
 */
export function festivalDay(festival: Festival, year: number): DayNumber {
  const rule = festivalRule(festival, ["festival"]);
  if (!Number.isSafeInteger(year)) {
    throw refusal("INVALID_FESTIVAL", ["year"], "a whole year", year);
  }
  return ruleDay(rule, closesTheChineseYear(rule) ? year - 1 : year, "year");
}

/** True for festivals of the twelfth Chinese month, which belong to the Spring Festival that follows. */
const closesTheChineseYear = (rule: FestivalRule): boolean =>
  isChinese(rule) && (rule.kind !== "annual-day" || rule.month === 12);

/** The rule of a festival by its name, or of one's own. @throws INVALID_FESTIVAL */
export function festivalRule(festival: Festival, path: readonly (string | number)[]): FestivalRule {
  if (typeof festival !== "string") return annualDayRule(festival, path);
  if (Object.hasOwn(festivals, festival)) return festivals[festival];
  const nearest = nearestName(festival, Object.keys(festivals));
  throw refusal(
    "INVALID_FESTIVAL",
    path,
    `one of ${Object.keys(festivals).join(", ")}`,
    festival,
    nearest === undefined ? undefined : `Did you mean "${nearest}"?`,
  );
}

function annualDayRule(festival: AnnualDay, path: readonly (string | number)[]): FestivalRule {
  if (isAnnualDay(festival)) {
    const { calendar, month, day } = festival;
    return { kind: "annual-day", calendar, month, day };
  }
  throw refusal(
    "INVALID_FESTIVAL",
    path,
    "a festival's name or { calendar, month, day } with a day that exists",
    festival,
  );
}

/** Whether a month and day exist in their calendar, in some year; a name may stand beside them. */
export function isAnnualDay(value: unknown): value is AnnualDay {
  const { calendar, month, day, name } = Object(value) as Partial<AnnualDay>;
  return (
    isWholeBetween(month, 1, 12) &&
    isWholeBetween(day, 1, longestMonth(calendar, month)) &&
    (name === undefined || (typeof name === "string" && name !== ""))
  );
}

/** Most days that a month ever has; 0, so that no day passes, for a calendar that is none. */
function longestMonth(calendar: unknown, month: number): number {
  if (calendar === "gregorian") return daysInMonth(2000, month);
  return calendar === "chinese" ? 30 : 0;
}
