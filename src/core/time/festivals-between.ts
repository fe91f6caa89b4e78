import { checkDayNumber } from "./check-day-number.js";
import type { DayNumber } from "./day.js";
import { festivalRule } from "./festival-day.js";
import { type FestivalId, festivals } from "./festivals.js";
import { ruleDay, ruleYear } from "./rule-day.js";

/** A festival and its day. */
export interface FestivalOccurrence {
  readonly festival: FestivalId;
  readonly day: DayNumber;
}

/**
 * The festivals from a day until before another, `[start, end)`, in order of time.
 *
 * All festivals, or those named. Two on one day stand in the order asked for; an empty or reversed stretch has none.
 * Chinese festivals are known from 1900-01-31 to 2101-01-28, Qingming and the winter solstice in the years 1900 to 2100.
 * @throws INVALID_FESTIVAL, INVALID_DAY, LUNAR_YEAR_OUT_OF_RANGE
 * @example
 * import { festivalsBetween, formatDay, parseDay } from "clientele/core";
 * const autumn = festivalsBetween(parseDay("2026-09-01"), parseDay("2026-10-08"));
 * autumn.map(({ festival, day }) => `${formatDay(day)} ${festival}`); // => ["2026-09-25 mid-autumn", "2026-10-01 national-day"]
 * @category Festivals
 */
export function festivalsBetween(
  start: DayNumber,
  end: DayNumber,
  ids: readonly FestivalId[] = Object.keys(festivals) as FestivalId[],
): readonly FestivalOccurrence[] {
  checkDayNumber(start, "start");
  checkDayNumber(end, "end");
  const found: FestivalOccurrence[] = [];
  for (const [index, festival] of ids.entries()) {
    const rule = festivalRule(festival, ["ids", index]);
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
