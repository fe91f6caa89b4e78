import { Solar } from "lunar-typescript";
import { SolarDay } from "tyme4ts";
import { describe, expect, it } from "vitest";
import {
  chineseCalendarRange,
  civilOf,
  type DayNumber,
  formatDay,
  fromChineseDate,
  isClienteleError,
  parseDay,
  toChineseDate,
} from "../../src/core/index.js";

const { firstDay, lastDay } = chineseCalendarRange;
type Numbers = readonly [year: number, month: number, day: number, leapMonth: boolean];

const ours = (day: DayNumber): Numbers => {
  const date = toChineseDate(day);
  return [date.year, date.month, date.day, date.leapMonth === true];
};
/** Both libraries write a leap month as a negative number. */
const signed = (year: number, month: number, day: number): Numbers => [year, Math.abs(month), day, month < 0];

function byLunarTypescript(day: DayNumber): Numbers {
  const civil = civilOf(day);
  const lunar = Solar.fromYmd(civil.year, civil.month, civil.day).getLunar();
  return signed(lunar.getYear(), lunar.getMonth(), lunar.getDay());
}
function byTyme(day: DayNumber): Numbers {
  const civil = civilOf(day);
  const lunar = SolarDay.fromYmd(civil.year, civil.month, civil.day).getLunarDay();
  return signed(lunar.getYear(), lunar.getMonth(), lunar.getDay());
}

describe("toChineseDate and fromChineseDate", () => {
  it.each([
    ["lunar-typescript", byLunarTypescript],
    ["tyme4ts", byTyme],
  ])("agree with %s on every day of the table", (_, oracle) => {
    const differing: string[] = [];
    for (let day = firstDay; day <= lastDay; day++) {
      if (String(ours(day)) !== String(oracle(day))) differing.push(formatDay(day));
    }
    expect(differing).toEqual([]);
  });

  it("come back from every day of the table, and dates follow one another", () => {
    let leapDays = 0;
    for (let day = firstDay; day <= lastDay; day++) {
      const date = toChineseDate(day);
      expect(fromChineseDate(date)).toBe(day);
      leapDays += date.leapMonth === true ? 1 : 0;
    }
    expect(lastDay - firstDay + 1).toBe(73_412);
    expect(leapDays).toBeGreaterThan(2000); // a leap month in 7 years of 19
  });

  // Days where the calendar of Intl is wrong on Node 20.20 (ICU 78.2); these are the answers of both libraries above.
  it.each([
    ["2027-02-06", 2027, 1, 1, false],
    ["2030-02-03", 2030, 1, 1, false],
    ["2030-02-02", 2029, 12, 30, false],
    ["1987-07-26", 1987, 6, 1, true],
    ["2025-07-25", 2025, 6, 1, true],
    ["2033-12-22", 2033, 11, 1, true],
  ])("%s is %i-%i-%i, leap month %s", (day, year, month, dayOfMonth, leapMonth) => {
    expect(toChineseDate(parseDay(day))).toEqual({ year, month, day: dayOfMonth, leapMonth });
    expect(formatDay(fromChineseDate({ year, month, day: dayOfMonth, leapMonth }))).toBe(day);
  });

  it("knows the leap months of 2020 to 2035 and of the years either side of it (4, 2, 6, 5, 3, 11)", () => {
    const leaps: string[] = [];
    for (let year = 2020; year <= 2035; year++) {
      for (let month = 1; month <= 12; month++) {
        if (exists({ year, month, day: 1, leapMonth: true })) leaps.push(`${year}-${month}`);
      }
    }
    expect(leaps).toEqual(["2020-4", "2023-2", "2025-6", "2028-5", "2031-3", "2033-11"]);
  });

  it("ends with the table on both sides", () => {
    expect(formatDay(firstDay)).toBe("1900-01-31");
    expect(formatDay(lastDay)).toBe("2101-01-28");
    for (const day of [firstDay - 1, lastDay + 1]) {
      expect(() => toChineseDate(day)).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at day/);
    }
    for (const year of [1899, 2101, 2026.5, Number.NaN]) {
      expect(() => fromChineseDate({ year, month: 1, day: 1 })).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at year/);
    }
  });

  it.each([
    { year: 2026, month: 12, day: 30 }, // 29 days
    { year: 2026, month: 6, day: 1, leapMonth: true }, // no leap month
    { year: 2025, month: 7, day: 1, leapMonth: true }, // another leap month
    { year: 2026, month: 13, day: 1 },
    { year: 2026, month: 0, day: 1 },
    { year: 2026, month: 1, day: 0 },
    { year: 2026, month: 1, day: 1.5 },
    { year: 2026, month: 1, day: Number.NaN },
  ])("refuse %j, which does not exist", (date) => {
    expect(() => fromChineseDate(date)).toThrowError(/INVALID_CHINESE_DATE/);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, "2026-02-17"])("refuse the day %s", (day) => {
    expect(() => toChineseDate(day as number)).toThrowError(/INVALID_DAY at day/);
  });
});

function exists(date: Parameters<typeof fromChineseDate>[0]): boolean {
  try {
    fromChineseDate(date);
    return true;
  } catch (error) {
    if (isClienteleError(error, "INVALID_CHINESE_DATE")) return false;
    throw error;
  }
}
