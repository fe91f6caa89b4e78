import type { DayNumber } from "../time/day.js";

/** A solar term (节气) that is kept as a festival. */
export type SolarTerm = "qingming" | "winter-solstice";

/**
 * The day of a solar term at 120° east, 1900 to 2100: a straight line through the years. The line of the winter solstice rises by the
 * mean year between two of them (365.2427 days, J. Meeus, "Astronomical Algorithms", ch. 27); both intercepts are set in the middle
 * of those that meet every year of the range, and the range ends where they no longer would (docs/decisions/0016-solar-terms-by-a-line.md).
 */
export function solarTermDay(term: SolarTerm, year: number): DayNumber {
  switch (term) {
    case "qingming":
      return Math.floor(11_051.809 + 365.2422 * (year - 2000)); // 2000-04-04
    case "winter-solstice":
      return Math.floor(11_312.898 + 365.2427 * (year - 2000)); // 2000-12-21
  }
}
