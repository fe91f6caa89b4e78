import type { Catalogue } from "../../core/index.js";

/** Chinese words of `core`: money, time, tables. The names of festivals stand in their own file. */
export const coreWords: Catalogue = {
  "core.list-separator": "、",
  "core.whole-input": "输入",
  "core.birth-in-future": "出生日期 {birth} 晚于 {day}",
  INVALID_INSTANT: "{path} 的 {received} 不是有效的时刻",
  INVALID_DAY: "{path} 的 {received} 不是存在的日期",
  INVALID_DURATION: "{path} 的 {received} 不是只含一个单位的时长",
  INVALID_TIME_ZONE: "{path} 的 {received} 不是已知的时区",
  INVALID_BIRTHDAY: "{path} 的 {received} 不是可能存在的生日",
  INVALID_FESTIVAL: "{path} 的 {received} 不是已知的节日",
  INVALID_CHINESE_DATE: "{received} 不是存在的农历日期",
  LUNAR_YEAR_OUT_OF_RANGE: "{path} 的 {received} 超出农历表的范围（1900 至 2100 年）",
  INVALID_CURRENCY: "{path} 的 {received} 不是由三个大写字母组成的货币代码",
  INVALID_AMOUNT: "{path} 的 {received} 不是有效的金额",
  AMOUNT_TOO_FINE: "{path} 的 {received} 小数位数超过了保留的位数",
  AMOUNT_OUT_OF_RANGE: "{path} 的 {received} 过大，无法精确保存",
  CURRENCY_MISMATCH: "{path} 的货币 {received} 与其他金额的货币不一致",
  INVALID_WEIGHTS: "{path} 的 {received} 不能作为分摊权重：权重不得为负，且至少有一个大于零",
  INVALID_SCALE: "{path} 的 {received} 不是 0 到 18 之间的小数位数",
  INVALID_RATE: "{path} 的 {received} 不是大于零的汇率或比率",
  INVALID_DECIMAL: "{path} 的 {received} 不是十进制数",
  INVALID_ROUNDING: "{path} 的 {received} 不是已知的舍入方式",
  INDEX_OUT_OF_RANGE: "第 {received} 位没有数据行",
  NOT_JSON: "{path} 的 {received} 无法保存为 JSON",
  INVALID_DEFINITION: "定义有误：{path} 处为 {received}",
};
