import { requireList } from "../checking/argument.js";
import { checkDayNumber } from "../time/check-day-number.js";
import type { DayNumber } from "../time/day.js";
import { festivalRule } from "./festival-day.js";
import { type Festival, type FestivalId, festivals } from "./festivals.js";
import { ruleDay, ruleYear } from "./rule-day.js";

/** A festival, as it was asked for, and its day. */
export interface FestivalOccurrence<F extends Festival = FestivalId> {
  readonly festival: F;
  readonly day: DayNumber;
}

/**
 * The festivals from a day until before another, `[start, end)`, in order of time.
 *
 * All festivals of the table, or those asked for, your own among them. Two on one day stand in the order asked for; an empty or reversed stretch has none.
 * Chinese festivals are known from 1900-01-31 to 2101-01-28, Qingming and the winter solstice in the years 1900 to 2100.
 * @throws INVALID_FESTIVAL, INVALID_DAY, LUNAR_YEAR_OUT_OF_RANGE
 * @example
 * import { festivalsBetween, formatDay, parseDay } from "clientele/core";
 * const autumn = festivalsBetween(parseDay("2026-09-01"), parseDay("2026-10-08"));
 * autumn.map(({ festival, day }) => `${formatDay(day)} ${festival}`); // => ["2026-09-25 mid-autumn", "2026-10-01 national-day"]
 * const sales = [{ name: "618", calendar: "gregorian", month: 6, day: 18 }, { name: "双十一", calendar: "gregorian", month: 11, day: 11 }] as const;
 * festivalsBetween(parseDay("2026-07-01"), parseDay("2027-07-01"), sales).map(({ festival }) => festival.name); // => ["双十一", "618"]
 * @category Festivals
 */
export function festivalsBetween<F extends Festival = FestivalId>(
  start: DayNumber,
  end: DayNumber,
  asked: readonly F[] = Object.keys(festivals) as unknown as readonly F[],
): readonly FestivalOccurrence<F>[] {
  requireList(asked, "asked", "a list of festivals");
  checkDayNumber(start, "start");
  checkDayNumber(end, "end");
  const found: FestivalOccurrence<F>[] = [];
  for (const [index, festival] of asked.entries()) {
    const rule = festivalRule(festival, ["asked", index]);
    if (end <= start) continue;
    const firstYear = ruleYear(rule, start, "start");
    const lastYear = ruleYear(rule, end - 1, "end");
    for (let year = firstYear; year <= lastYear; year++) {
      const day = ruleDay(rule, year, year === firstYear ? "start" : "end");
      if (day >= start && day < end) found.push({ festival, day });
    }
  }
  return found.sort((a, b) => a.day - b.day);
}
