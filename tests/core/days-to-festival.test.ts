import { describe, expect, it } from "vitest";
import {
  type AnnualDay,
  chineseCalendarRange,
  daysToFestival,
  type FestivalId,
  festivalDay,
  festivals,
  fromChineseDate,
  parseDay,
} from "../../src/core/index.js";

const ids = Object.keys(festivals) as FestivalId[];

describe("daysToFestival", () => {
  /** By listing every occurrence; ties to the one to come. */
  function naive(day: number, occurrences: readonly number[]): number {
    const distances = occurrences.map((occurrence) => occurrence - day);
    return distances.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)[0] as number;
  }
  const decade = { start: parseDay("2018-01-01"), end: parseDay("2028-01-01") };

  it.each(ids)("is the distance to the nearest %s, every day of ten years", (id) => {
    const occurrences = Array.from({ length: 16 }, (_, i) => festivalDay(id, 2015 + i));
    let ties = 0;
    for (let day = decade.start; day < decade.end; day++) {
      const distance = daysToFestival(day, id);
      expect(distance).toBe(naive(day, occurrences));
      if (occurrences.includes(day + distance) && occurrences.includes(day - distance) && distance !== 0) {
        ties++;
        expect(distance).toBeGreaterThan(0);
      }
    }
    expect(ties).toBeGreaterThan(0);
  });

  it("is 0 on the day, positive before and negative after", () => {
    const eve = parseDay("2026-02-16");
    expect([-14, 0, 1, 2, 16].map((after) => daysToFestival(eve + after, "spring-festival"))).toEqual([
      15, 1, 0, -1, -15,
    ]);
  });

  it("takes any month and day of either calendar, the month's last day where the very day is missing", () => {
    const to = (day: string, festival: AnnualDay): number => daysToFestival(parseDay(day), festival);
    expect(to("2026-09-20", { calendar: "chinese", month: 8, day: 15 })).toBe(5);
    expect(to("2026-11-01", { calendar: "gregorian", month: 11, day: 11 })).toBe(10);
    expect(to("2026-12-31", { calendar: "gregorian", month: 1, day: 1 })).toBe(1);
    expect(to("2026-02-28", { calendar: "gregorian", month: 2, day: 29 })).toBe(0);
    expect(to("2024-02-28", { calendar: "gregorian", month: 2, day: 29 })).toBe(1);
    expect(to("2026-02-16", { calendar: "chinese", month: 12, day: 30 })).toBe(0); // 29 days that year
    expect(to("2025-07-25", { calendar: "chinese", month: 6, day: 1 })).toBe(-30); // in the leap month after it
  });

  it("refuses days whose far neighbour is not in the table, and no others", () => {
    const { firstDay, lastDay } = chineseCalendarRange;
    expect(daysToFestival(firstDay, "spring-festival")).toBe(0);
    expect(daysToFestival(firstDay + 1, "spring-festival")).toBe(-1);
    expect(() => daysToFestival(firstDay + 1, "mid-autumn")).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at day/);
    expect(() => daysToFestival(lastDay, "mid-autumn")).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at day/);
    expect(daysToFestival(lastDay, "new-years-eve")).toBe(0);
    expect(daysToFestival(fromChineseDate({ year: 1901, month: 1, day: 1 }), "mid-autumn")).toBe(-164); // 1900-09-08
  });

  it.each([
    { calendar: "gregorian", month: 2, day: 30 },
    { calendar: "chinese", month: 2, day: 31 },
    { calendar: "julian", month: 2, day: 1 },
    { calendar: "gregorian", month: 13, day: 1 },
    { calendar: "gregorian", month: 1 },
    { calendar: "gregorian", month: 11, day: 11, name: "" },
    null,
    7,
  ])("refuses %j", (festival) => {
    expect(() => daysToFestival(20_000, festival as AnnualDay)).toThrowError(/INVALID_FESTIVAL at festival/);
  });
});
