import type { Catalogue } from "../../core/index.js";

/** Chinese words of festivals, and of the codes that birthdays, festivals and the Chinese calendar give. */
export const festivalWords: Catalogue = {
  "core.festival.new-year": "元旦",
  "core.festival.laba": "腊八节",
  "core.festival.little-new-year": "小年",
  "core.festival.new-years-eve": "除夕",
  "core.festival.spring-festival": "春节",
  "core.festival.lantern": "元宵节",
  "core.festival.womens-day": "妇女节",
  "core.festival.qingming": "清明节",
  "core.festival.labour-day": "劳动节",
  "core.festival.mothers-day": "母亲节",
  "core.festival.dragon-boat": "端午节",
  "core.festival.fathers-day": "父亲节",
  "core.festival.qixi": "七夕节",
  "core.festival.zhongyuan": "中元节",
  "core.festival.mid-autumn": "中秋节",
  "core.festival.national-day": "国庆节",
  "core.festival.double-ninth": "重阳节",
  "core.festival.winter-solstice": "冬至",
  "core.festival.christmas": "圣诞节",
  "core.birth-in-future": "出生日期 {birth} 晚于 {day}",
  INVALID_BIRTHDAY: "{path} 的 {received} 不是可能存在的生日",
  INVALID_FESTIVAL: "{path} 的 {received} 不是已知的节日",
  INVALID_CHINESE_DATE: "{received} 不是存在的农历日期",
  LUNAR_YEAR_OUT_OF_RANGE: "{path} 的 {received} 超出农历表的范围（1900 至 2100 年）",
};
