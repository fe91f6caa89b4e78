import type { SolarTerm } from "./solar-term-day.js";

/** The name of a festival; its words are `core.festival.<id>` in the catalogues. */
export type FestivalId =
  | "new-year"
  | "laba"
  | "little-new-year"
  | "new-years-eve"
  | "spring-festival"
  | "lantern"
  | "womens-day"
  | "qingming"
  | "labour-day"
  | "mothers-day"
  | "dragon-boat"
  | "fathers-day"
  | "qixi"
  | "zhongyuan"
  | "mid-autumn"
  | "national-day"
  | "double-ninth"
  | "winter-solstice"
  | "christmas";

/**
 * A month and day that come back every year: a festival of your own, such as 双十一 on 11 November. Where a year has not the very day
 * (29 February, the 30th of a Chinese month of 29 days), the last day of that month stands for it; leap months have none.
 * @category Festivals
 */
export interface AnnualDay {
  readonly calendar: "gregorian" | "chinese";
  readonly month: number;
  readonly day: number;
  /** What texts call it, unless the catalogue has words for `core.festival.<name>`. */
  readonly name?: string | undefined;
}

/**
 * A festival of the table, or one of your own.
 * @category Festivals
 */
export type Festival = FestivalId | AnnualDay;

/** A festival on a month and day. */
export interface AnnualDayRule extends Omit<AnnualDay, "name"> {
  readonly kind: "annual-day";
}

/** The last day of the Chinese year, the 29th or 30th of its twelfth month. */
export interface ChineseYearEndRule {
  readonly kind: "chinese-year-end";
}

/** The nth weekday (Monday 1 … Sunday 7) of a Gregorian month. */
export interface NthWeekdayRule {
  readonly kind: "nth-weekday";
  readonly month: number;
  readonly weekday: number;
  readonly nth: number;
}

/** The day of a solar term (节气) at 120° east. */
export interface SolarTermRule {
  readonly kind: "solar-term";
  readonly term: SolarTerm;
}

/** How the day of a festival is found. */
export type FestivalRule = AnnualDayRule | ChineseYearEndRule | NthWeekdayRule | SolarTermRule;

const gregorian = (month: number, day: number): FestivalRule => ({
  kind: "annual-day",
  calendar: "gregorian",
  month,
  day,
});
const chinese = (month: number, day: number): FestivalRule => ({ kind: "annual-day", calendar: "chinese", month, day });

/**
 * The festivals a Chinese shop plans by, in the order of the year. Days off are another matter: they are decreed each year and come from
 * the host. Little New Year (小年) is the northern one, on the 23rd of the twelfth month; Mother's and Father's Day are the second Sunday of
 * May and the third of June.
 * @category Festivals
 */
export const festivals: Readonly<Record<FestivalId, FestivalRule>> = {
  "new-year": gregorian(1, 1),
  laba: chinese(12, 8),
  "little-new-year": chinese(12, 23),
  "new-years-eve": { kind: "chinese-year-end" },
  "spring-festival": chinese(1, 1),
  lantern: chinese(1, 15),
  "womens-day": gregorian(3, 8),
  qingming: { kind: "solar-term", term: "qingming" },
  "labour-day": gregorian(5, 1),
  "mothers-day": { kind: "nth-weekday", month: 5, weekday: 7, nth: 2 },
  "dragon-boat": chinese(5, 5),
  "fathers-day": { kind: "nth-weekday", month: 6, weekday: 7, nth: 3 },
  qixi: chinese(7, 7),
  zhongyuan: chinese(7, 15),
  "mid-autumn": chinese(8, 15),
  "national-day": gregorian(10, 1),
  "double-ninth": chinese(9, 9),
  "winter-solstice": { kind: "solar-term", term: "winter-solstice" },
  christmas: gregorian(12, 25),
};
