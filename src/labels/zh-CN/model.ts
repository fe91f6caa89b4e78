import type { Catalogue } from "../../core/index.js";

/** Chinese words of `model`. */
export const modelWords: Catalogue = {
  NOT_ROWS: "{path} 应为数据行的列表，而不是 {received}",
  NOT_A_RECORD: "{path} 的 {received} 不是一条记录",
  MISSING_FIELD: "缺少 {path}",
  UNKNOWN_FIELD: "{received} 不是该记录的字段",
  INVALID_ID: "{path} 的 {received} 不是有效的编号：编号须为非空文本",
  INVALID_TEXT: "{path} 的 {received} 不是文本或为空",
  INVALID_NUMBER: "{path} 的 {received} 不是此处允许的数字",
  INVALID_BOOLEAN: "{path} 的 {received} 既不是 true 也不是 false",
  INVALID_CHOICE: "{path} 的 {received} 不是允许的选项",
  INVALID_LIST: "{path} 的 {received} 不是所需的列表",
  INVALID_ATTRIBUTES: "{path} 的 {received} 含有文本、数字、是否、金额和文本列表以外的内容",
  NEGATIVE_AMOUNT: "{path} 的金额 {received} 小于零",
  REFUND_OF_A_PURCHASE: "该交易指明了所退的订单，却没有标记为退款",
  OUT_OF_ORDER: "{path} 早于它应在其后的时间",
  EMPTY_RATING_SCALE: "评分量表的最高值不大于最低值",
  SCORE_OFF_SCALE: "评分 {received} 超出其量表范围",
  INVALID_FACT_SCHEMA: "{path} 的事实模式有错误",
  FACT_SCHEMA_SHAPE: "{path} 的 {received} 不符合事实模式的结构",
  FACT_SCHEMA_NAME: "{path} 的 {received} 不能作为字段或集合的名称",
  FACT_SCHEMA_FIELD: "{path} 的 {received} 字段类型与特性不相容",
  INVALID_FACT_TABLE: "{path} 的列与模式或彼此不一致",
};
