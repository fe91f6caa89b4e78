import { Solar } from "lunar-typescript";
import { describe, expect, it } from "vitest";
import {
  chineseCalendarRange,
  civilOf,
  formatChineseDay,
  fromChineseDate,
  parseChineseDay,
  toChineseDate,
} from "../../src/core/index.js";

const { firstDay, lastDay } = chineseCalendarRange;

describe("formatChineseDay", () => {
  // An inverted order of 十 and 廿, or 一月 for 正月, was seen to fail here.
  it("writes every day of the table as lunar-typescript does, and what it writes is read back", () => {
    for (let day = firstDay; day <= lastDay; day++) {
      const date = toChineseDate(day);
      const written = formatChineseDay(date);
      const { year, month, day: dayOfMonth } = civilOf(day);
      const lunar = Solar.fromYmd(year, month, dayOfMonth).getLunar();
      const theirs = `${lunar.getYearInChinese()}年${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`;
      if (written !== theirs) expect(written).toBe(theirs);
      const back = parseChineseDay(written);
      if (fromChineseDate({ ...back, year: back.year as number }) !== day)
        expect.fail(`${written} was read as another day`);
    }
  });

  it("leaves out a year that is not known", () => {
    expect(formatChineseDay({ month: 6, day: 1, leapMonth: true })).toBe("闰六月初一");
    expect(formatChineseDay({ month: 12, day: 30 })).toBe("腊月三十");
  });

  it.each([{ month: 13, day: 1 }, { month: 1, day: 31 }, { year: 2026, month: 6, day: 1, leapMonth: true }, {}, null])(
    "refuses %j",
    (date) => {
      expect(() => formatChineseDay(date as never)).toThrowError(/INVALID_CHINESE_DATE: expected a date that exists/);
    },
  );
});

describe("parseChineseDay", () => {
  it.each([
    ["八月十五", 8, 15],
    ["农历八月十五", 8, 15],
    ["農曆八月十五日", 8, 15],
    ["8月15日", 8, 15],
    [" 八月 廿一 ", 8, 21],
    ["八月二十一", 8, 21],
    ["一月一", 1, 1],
    ["正月初一", 1, 1],
    ["三月三", 3, 3],
    ["九月初九", 9, 9],
    ["十月十", 10, 10],
    ["十一月二十", 11, 20],
    ["冬月卅", 11, 30],
    ["十二月三十", 12, 30],
    ["臘月廿九", 12, 29],
    ["08月08号", 8, 8],
  ])("reads %s", (text, month, day) => {
    expect(parseChineseDay(text)).toEqual({ calendar: "chinese", month, day });
  });

  it("reads leap months and years", () => {
    expect(parseChineseDay("閏六月初一")).toEqual({ calendar: "chinese", month: 6, day: 1, leapMonth: true });
    expect(parseChineseDay("二〇二五年闰六月初一")).toEqual({
      ...{ calendar: "chinese", year: 2025, month: 6, day: 1 },
      leapMonth: true,
    });
    expect(parseChineseDay("二零二六年正月初一").year).toBe(2026);
    expect(parseChineseDay("农历1988年腊月初八")).toEqual({ calendar: "chinese", year: 1988, month: 12, day: 8 });
  });

  it.each([
    ...[
      "",
      "八月",
      "十五",
      "十三月初一",
      "八月三十一",
      "八月初十五",
      "八月十十",
      "八月0日",
      "13月1日",
      "除夕",
      "2026-08-15",
    ],
    ...["二〇二六年闰六月初一", "二二〇〇年正月初一", "丙午年正月初一", 815, null, undefined],
  ])("refuses %j", (text) => {
    expect(() => parseChineseDay(text as string, ["birthday"])).toThrowError(/^INVALID_CHINESE_DATE at birthday/);
  });
});
