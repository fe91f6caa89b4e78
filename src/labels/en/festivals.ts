import type { Catalogue } from "../../core/index.js";

/** English names of festivals. */
export const festivalWords: Catalogue = {
  "core.festival.new-year": "New Year",
  "core.festival.laba": "Laba Festival",
  "core.festival.little-new-year": "Little New Year",
  "core.festival.new-years-eve": "Chinese New Year's Eve",
  "core.festival.spring-festival": "Spring Festival",
  "core.festival.lantern": "Lantern Festival",
  "core.festival.womens-day": "Women's Day",
  "core.festival.qingming": "Qingming Festival",
  "core.festival.labour-day": "Labour Day",
  "core.festival.mothers-day": "Mother's Day",
  "core.festival.dragon-boat": "Dragon Boat Festival",
  "core.festival.fathers-day": "Father's Day",
  "core.festival.qixi": "Qixi Festival",
  "core.festival.zhongyuan": "Zhongyuan Festival",
  "core.festival.mid-autumn": "Mid-Autumn Festival",
  "core.festival.national-day": "National Day",
  "core.festival.double-ninth": "Double Ninth Festival",
  "core.festival.winter-solstice": "Winter Solstice",
  "core.festival.christmas": "Christmas",
};
