import type { Catalogue } from "../../core/index.js";

/** Chinese words of `conditions`: what is wrong with a condition. The words that conditions are described in stand in their own files. */
export const conditionsWords: Catalogue = {
  INVALID_CONDITION: "条件有误：{path} 处为 {received}",
  CONDITION_SHAPE: "{path} 处的 {received} 不符合条件的结构",
  CONDITION_UNKNOWN_FIELD: "{path} 处的 {received} 不是模式中的字段",
  CONDITION_UNKNOWN_COLLECTION: "{path} 处的 {received} 不是模式中的集合",
  CONDITION_OPERATOR: "{path} 处的 {received} 不能用于该类型的值",
  CONDITION_OPERAND: "{path} 处的 {received} 不能与所比较的值相比",
  CONDITION_CURRENCY: "{path} 处的货币 {received} 与所比较金额的货币不一致",
  CONDITION_RANGE: "{path} 处的 {received} 超出范围，或使两端之间没有任何值",
  CONDITION_EMPTY_LIST: "{path} 处的列表为空，任何值都不可能在其中",
  CONDITION_SCOPE: "{path} 处的 {received} 提到了条目，但此处没有条目",
  CONDITION_WINDOW: "{path} 处的时间窗口不适用于其中的内容：{received}",
  CONDITION_CYCLE: "条件之间循环引用：{received}",
  CONDITION_REFERENCE: "{path} 所引用的条件 {received} 不存在",
  CONDITION_PARAMETER: "{path} 处的参数未声明、未设定或类型不符：{received}",
  CONDITION_LIMIT: "{path} 处的条件超出限制：{received}",
  CONDITION_VERSION: "条件的语言版本为 {received}，此处无法读取",
  INVALID_FACTS: "{received} 不是一个对象的事实数据",
  SCHEMA_MISMATCH: "表中 {path} 为 {received}，而应为 {expected}",
  "conditions.unknown-when-missing": "{field} 缺失时结果为未知：请用 orMissing 说明缺失是否算符合",
  "conditions.equality-of-decimals": "要求不一定为整数的数字相等（{op}），而它们很少完全相等",
  "conditions.every-of-nothing": "没有任何 {collection} 时也成立：请同时要求至少有一个",
  "conditions.contradiction": "条件 {first} 与条件 {second} 不可能同时符合",
  "conditions.always-true": "条件 {first} 与条件 {second} 总有一个符合",
  "conditions.at-least-is-all": "{count} 项中至少符合 {count} 项，即全部符合",
};
