import type { Catalogue } from "../../core/index.js";

/** Chinese names of festivals. */
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
};
