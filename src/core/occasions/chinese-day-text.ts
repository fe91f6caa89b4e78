import { refusal } from "../errors/refusal.js";
import { type ChineseBirthday, readBirthday } from "./birthday.js";

const DIGITS = "〇一二三四五六七八九";
const MONTHS = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"] as const;
const MONTH_ALIASES: Readonly<Record<string, number>> = { 一: 1, 十一: 11, 十二: 12, 臘: 12 };

/**
 * A day of the Chinese calendar as people write it: 八月十五, 闰六月初一, 腊月三十; with its year 二〇二六年正月初一. It takes what
 * {@link toChineseDate} gives, and a Chinese birthday.
 * @throws INVALID_CHINESE_DATE (no month and day of that calendar, or not in that year)
 * @example
 * import { formatChineseDay, parseDay, toChineseDate } from "clientele/core";
 * formatChineseDay({ month: 8, day: 15 }); // => "八月十五"
 * formatChineseDay(toChineseDate(parseDay("2026-02-17"))); // => "二〇二六年正月初一"
 * @category Chinese calendar
 */
export function formatChineseDay(date: Omit<ChineseBirthday, "calendar">): string {
  const read = readBirthday({ ...date, calendar: "chinese" }) as ChineseBirthday | undefined;
  if (read === undefined) throw refusal("INVALID_CHINESE_DATE", [], "a date that exists in the Chinese calendar", date);
  const year =
    read.year === undefined ? "" : `${[...String(read.year)].map((digit) => DIGITS[Number(digit)]).join("")}年`;
  return `${year}${read.leapMonth === true ? "闰" : ""}${MONTHS[read.month - 1]}月${dayText(read.day)}`;
}

/** 初一 to 初十, 十一 to 二十, 廿一 to 廿九, 三十. */
function dayText(day: number): string {
  if (day === 10 || day === 20 || day === 30) return ["初十", "二十", "三十"][day / 10 - 1] as string;
  return `${["初", "十", "廿"][Math.floor(day / 10)]}${DIGITS[day % 10]}`;
}

const days: ReadonlyMap<string, number> = /* @__PURE__ */ dayNames();

/** Every way to write a day of the month, 二十一 and 卅 too. */
function dayNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>([["卅", 30]]);
  for (let day = 1; day <= 30; day++) names.set(dayText(day), day);
  for (let digit = 1; digit <= 9; digit++) names.set(`二十${DIGITS[digit]}`, 20 + digit);
  return names;
}

const FORM =
  /^(?:农历|農曆|阴历|陰曆)?(?:(\d{4}|[〇零○一二三四五六七八九]{4})年)?(闰|閏)?(十[一二]|[正一二三四五六七八九十冬腊臘]|1[0-2]|0?[1-9])月(初?\d{1,2}|[初一二三四五六七八九十廿卅]{1,3})[日号號]?$/;

/**
 * Reads a day of the Chinese calendar as people write it, and gives a birthday: 八月十五, 农历闰六月初一, 冬月廿三, 二〇二六年正月初一, 8月15日
 * (read as a lunar date). Blanks are passed over. Names of years by stems and branches (丙午年) and days by name (除夕) are not read.
 * @throws INVALID_CHINESE_DATE (nothing of that form, or a date that does not exist: 二月三十一, or a leap month that the year has not)
 * @example
 * import { formatDay, nextBirthday, parseChineseDay, parseDay } from "clientele/core";
 * parseChineseDay("八月十五"); // => { calendar: "chinese", month: 8, day: 15 }
 * formatDay(nextBirthday(parseChineseDay("农历腊月廿三"), parseDay("2026-03-01"))); // => "2027-01-30"
 * @category Chinese calendar
 */
export function parseChineseDay(text: string, path: readonly (string | number)[] = []): ChineseBirthday {
  const read = readChineseDay(text);
  if (read !== undefined) return read;
  throw refusal(
    "INVALID_CHINESE_DATE",
    path,
    "a day of the Chinese calendar such as 八月十五, 闰六月初一 or 二〇二六年正月初一",
    text,
  );
}

function readChineseDay(text: unknown): ChineseBirthday | undefined {
  const parts = typeof text === "string" ? FORM.exec(text.replace(/\s/g, "")) : null;
  if (parts === null) return undefined;
  const [, year, leap, month, day] = parts as unknown as [string, string?, string?, string?, string?];
  const birthday = {
    calendar: "chinese",
    month: monthNumber(month as string),
    day: Number((day as string).replace(/^初(?=\d)/, "")) || (days.get(day as string) ?? days.get(`初${day}`) ?? 0),
    ...(leap === undefined ? {} : { leapMonth: true }),
    ...(year === undefined ? {} : { year: yearNumber(year) }),
  } as const;
  return readBirthday(birthday) as ChineseBirthday | undefined;
}

function monthNumber(text: string): number {
  return Number(text) || (MONTH_ALIASES[text] ?? MONTHS.indexOf(text as (typeof MONTHS)[number]) + 1);
}

const yearNumber = (text: string): number =>
  Number([...text].map((digit) => (/\d/.test(digit) ? digit : Math.max(DIGITS.indexOf(digit), 0))).join(""));
