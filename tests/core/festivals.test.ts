import { Lunar, Solar } from "lunar-typescript";
import { SolarTerm } from "tyme4ts";
import { describe, expect, it } from "vitest";
import {
  chineseCalendarRange,
  civilOf,
  type FestivalId,
  festivalDay,
  festivals,
  festivalsBetween,
  formatDay,
  parseDay,
  toChineseDate,
  weekdayOf,
} from "../../src/core/index.js";

const ids = Object.keys(festivals) as FestivalId[];
const years = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Dates as published; lunar-typescript and tyme4ts agree on each. */
const published: Readonly<Partial<Record<FestivalId, readonly string[]>>> = {
  "spring-festival": [
    ...["2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06"],
    ...["2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08"],
  ],
  "new-years-eve": [
    ...["2024-02-09", "2025-01-28", "2026-02-16", "2027-02-05", "2028-01-25", "2029-02-12", "2030-02-02", "2031-01-22"],
  ],
  lantern: ["2025-02-12", "2026-03-03", "2027-02-20", "2030-02-17"],
  "dragon-boat": ["2025-05-31", "2026-06-19", "2027-06-09", "2028-05-28", "2033-06-01"],
  qixi: ["2025-08-29", "2026-08-19"],
  "mid-autumn": ["2025-10-06", "2026-09-25", "2027-09-15", "2033-09-08"],
  "double-ninth": ["2025-10-29", "2026-10-18"],
  laba: ["2026-01-26"],
  qingming: ["2024-04-04", "2026-04-05"],
  "winter-solstice": ["2021-12-21", "2026-12-22"],
  "mothers-day": ["2024-05-12", "2026-05-10"], // second Sunday of May
  "fathers-day": ["2024-06-16", "2026-06-21"], // third Sunday of June
  "national-day": ["2026-10-01"],
};

describe("festivalDay", () => {
  it.each(Object.entries(published) as [FestivalId, readonly string[]][])("knows %s as published", (id, days) => {
    expect(days.map((day) => formatDay(festivalDay(id, civilOf(parseDay(day)).year)))).toEqual(days);
  });

  it("closes the Chinese year on the 29th or the 30th", () => {
    const lengths = years(1901, 2101).map((year) => {
      const eve = festivalDay("new-years-eve", year);
      const date = toChineseDate(eve);
      expect([date.year, date.month, civilOf(eve).year]).toEqual([year - 1, 12, year]);
      if (year <= 2100) expect(eve + 1).toBe(festivalDay("spring-festival", year));
      return date.day;
    });
    expect(new Set(lengths)).toEqual(new Set([29, 30]));
  });

  it("falls in its Gregorian year, but for a Laba in the last days of December", () => {
    for (const year of years(1901, 2100)) {
      for (const id of ids) {
        const civil = civilOf(festivalDay(id, year));
        const isEarlyLaba = id === "laba" && civil.year === year - 1 && civil.month === 12 && civil.day >= 29;
        expect(isEarlyLaba || civil.year === year, `${id} ${year}`).toBe(true);
      }
    }
    expect(formatDay(festivalDay("laba", 2023))).toBe("2022-12-30");
  });

  // A slope or an intercept off by a hundredth was seen to fail here.
  it("knows Qingming and the winter solstice of 1900 to 2100 as lunar-typescript and tyme4ts do", () => {
    const byLunarTypescript = (year: number, name: string): string[] =>
      Object.values(Lunar.fromYmd(year, name === "冬至" ? 11 : 6, 15).getJieQiTable())
        .filter((day: Solar) => day.getYear() === year && day.getLunar().getJieQi() === name)
        .map((day: Solar) => day.toYmd());
    const byTyme = (year: number, name: string): string => {
      // tyme4ts counts the winter solstice as the first term of the year to come
      const day = SolarTerm.fromName(name === "冬至" ? year + 1 : year, name)
        .getJulianDay()
        .getSolarDay();
      return Solar.fromYmd(day.getYear(), day.getMonth(), day.getDay()).toYmd();
    };
    for (const year of years(1900, 2100)) {
      for (const [id, name] of [["qingming", "清明"] as const, ["winter-solstice", "冬至"] as const]) {
        const day = formatDay(festivalDay(id, year));
        expect(new Set(byLunarTypescript(year, name))).toEqual(new Set([day]));
        expect(byTyme(year, name)).toBe(day);
      }
    }
  });

  it("refuses names that are none, with the nearest", () => {
    for (const id of ["sprng-festival", "Spring Festival"]) {
      expect(() => festivalDay(id as FestivalId, 2026)).toThrowError(
        /INVALID_FESTIVAL at festival.*Did you mean "spring-festival"\?/,
      );
    }
    expect(() => festivalDay("__proto__" as FestivalId, 2026)).toThrowError(/INVALID_FESTIVAL/);
    expect(() => festivalDay(undefined as unknown as FestivalId, 2026)).toThrowError(/INVALID_FESTIVAL/);
  });

  it("refuses years the Chinese table has not, and only where it is needed", () => {
    for (const year of [1899, 2101]) {
      for (const id of ["spring-festival", "mid-autumn", "qingming", "winter-solstice"] as const) {
        expect(() => festivalDay(id, year)).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE/);
      }
    }
    expect(() => festivalDay("new-years-eve", 1900)).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE/);
    expect(formatDay(festivalDay("national-day", 2200))).toBe("2200-10-01");
    for (const year of [2026.5, Number.NaN]) {
      expect(() => festivalDay("national-day", year)).toThrowError(/INVALID_FESTIVAL at year/);
    }
  });
});

describe("festivalsBetween", () => {
  const show = (start: string, end: string, only?: readonly FestivalId[]): string[] =>
    festivalsBetween(parseDay(start), parseDay(end), only).map(({ festival, day }) => `${formatDay(day)} ${festival}`);

  it("lists a year in order", () => {
    expect(show("2026-01-01", "2027-01-01")).toEqual([
      "2026-01-01 new-year",
      "2026-01-26 laba",
      "2026-02-10 little-new-year",
      "2026-02-16 new-years-eve",
      "2026-02-17 spring-festival",
      "2026-03-03 lantern",
      "2026-03-08 womens-day",
      "2026-04-05 qingming",
      "2026-05-01 labour-day",
      "2026-05-10 mothers-day",
      "2026-06-19 dragon-boat",
      "2026-06-21 fathers-day",
      "2026-08-19 qixi",
      "2026-08-27 zhongyuan",
      "2026-09-25 mid-autumn",
      "2026-10-01 national-day",
      "2026-10-18 double-ninth",
      "2026-12-22 winter-solstice",
      "2026-12-25 christmas",
    ]);
  });

  it("takes the start and leaves the end; empty and reversed stretches have none", () => {
    expect(show("2026-02-16", "2026-02-17")).toEqual(["2026-02-16 new-years-eve"]);
    expect(show("2026-02-17", "2026-02-17")).toEqual([]);
    expect(show("2026-03-01", "2026-02-01")).toEqual([]);
  });

  it("puts two festivals of one day in the order asked for (Mid-Autumn 2020 was National Day)", () => {
    expect(show("2020-10-01", "2020-10-02")).toEqual(["2020-10-01 mid-autumn", "2020-10-01 national-day"]);
    expect(show("2020-10-01", "2020-10-02", ["national-day", "mid-autumn"])).toEqual([
      "2020-10-01 national-day",
      "2020-10-01 mid-autumn",
    ]);
  });

  it("finds both Labas of 2022 and none in 2023", () => {
    expect(show("2022-01-01", "2023-01-01", ["laba"])).toEqual(["2022-01-10 laba", "2022-12-30 laba"]);
    expect(show("2023-01-01", "2024-01-01", ["laba"])).toEqual([]);
  });

  it("spans the whole table and no more than it", () => {
    const { firstDay, lastDay } = chineseCalendarRange;
    const all = festivalsBetween(firstDay, parseDay("2101-01-01"));
    expect(all.filter(({ festival }) => festival === "spring-festival")).toHaveLength(201);
    expect(all.filter(({ festival }) => festival === "winter-solstice")).toHaveLength(201);
    expect(all.every(({ day }, i) => i === 0 || day >= (all[i - 1]?.day as number))).toBe(true);
    expect(festivalsBetween(firstDay, lastDay + 1, ["laba", "new-years-eve"])).toHaveLength(402);
    expect(() => festivalsBetween(firstDay - 1, firstDay + 1)).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at start/);
    expect(() => festivalsBetween(lastDay, lastDay + 2, ["laba"])).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at end/);
    expect(() => festivalsBetween(lastDay, lastDay + 1)).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE/); // solstices end in 2100
    expect(festivalsBetween(firstDay - 400, firstDay - 1, ["national-day"])).toHaveLength(1);
  });

  it("refuses an unknown name with its place, and days that are none", () => {
    expect(() => show("2026-01-01", "2026-01-01", ["laba", "easter" as FestivalId])).toThrowError(
      /INVALID_FESTIVAL at asked\[1\]/,
    );
    expect(() => festivalsBetween(Number.NaN, 0)).toThrowError(/INVALID_DAY at start/);
    expect(() => festivalsBetween(0, 0.5)).toThrowError(/INVALID_DAY at end/);
  });
});

describe("festivals", () => {
  it("keep Mother's and Father's Day on Sundays", () => {
    for (const year of years(1900, 2100)) {
      expect(weekdayOf(festivalDay("mothers-day", year))).toBe(7);
      expect(weekdayOf(festivalDay("fathers-day", year))).toBe(7);
    }
  });
});

describe("a festival of one's own", () => {
  const doubleEleven = { name: "双十一", calendar: "gregorian", month: 11, day: 11 } as const;

  it("has a day in every year, by the rules of its calendar", () => {
    const on = (festival: Parameters<typeof festivalDay>[0], year: number): string =>
      formatDay(festivalDay(festival, year));
    expect(on(doubleEleven, 2026)).toBe("2026-11-11");
    expect(on({ calendar: "gregorian", month: 2, day: 29 }, 2026)).toBe("2026-02-28");
    for (const year of years(1901, 2100)) {
      expect(on({ calendar: "chinese", month: 8, day: 15 }, year)).toBe(on("mid-autumn", year));
      expect(on({ calendar: "chinese", month: 12, day: 23 }, year)).toBe(on("little-new-year", year));
    }
  });

  it("stands among the others, as it was given", () => {
    const found = festivalsBetween(parseDay("2026-09-01"), parseDay("2026-12-01"), [
      "mid-autumn",
      doubleEleven,
      "qixi",
    ]);
    expect(found.map(({ festival, day }) => [festival, formatDay(day)])).toEqual([
      ["mid-autumn", "2026-09-25"],
      [doubleEleven, "2026-11-11"],
    ]);
    expect(() => festivalsBetween(0, 1, ["qixi", { ...doubleEleven, day: 31 }])).toThrowError(
      /INVALID_FESTIVAL at asked\[1\]/,
    );
  });
});
