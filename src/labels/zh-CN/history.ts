import type { Catalogue } from "../../core/index.js";

/** `history` 的中文文案。 */
export const historyWords: Catalogue = {
  INVALID_SUMMARIZE_OPTIONS: "{path} 处的 {received} 不是可用的读取选项；应为 {expected}",
  INVALID_TRANSACTION_COLUMNS: "{path} 处的列无法读取：应为 {expected}，实为 {received}",
  DUPLICATE_TRANSACTION: "交易 {received} 在数据中重复出现（再次出现于 {path}）",
  MIXED_CURRENCIES: "交易包含多种货币：{received}",
  REFUND_REFUSED: "{path} 处有退款，而当前设置不允许退款",
  REFUND_IN_OTHER_CURRENCY: "{path} 处退款的货币为 {received}，与其订单不同",
  QUANTITY_TOO_FINE: "{path} 处的数量 {received} 超过六位小数",
  CIRCULAR_ALIAS: "{path} 的合并关系形成循环：{received}",
  DAY_AFTER_AS_OF: "数据尚未读到 {received}：应为 {expected}",
  BASES_DO_NOT_MATCH: "两个客户群在 {path} 处不一致：应为 {expected}，实为 {received}",
  INVALID_BASE: "{path} 不是客户群：应为 {expected}，实为 {received}",
  DIMENSION_NOT_READ: "读取客户群时未要求维度 {received}：应为 {expected}",
  INVALID_INTERACTION: "{path} 处的 {received} 不符合互动记录的要求：应为 {expected}",
  DUPLICATE_INTERACTION: "互动记录 {received} 在数据中重复出现（再次出现于 {path}）",
  INVALID_MEASURE_OPTION: "{path} 不能是 {received}：应为 {expected}",
  "history.excluded": "已排除 {transactions} 笔交易：{reason}",
  "history.refunds-ignored": "按设置忽略了 {refunds} 笔退款",
  "history.no-exchange-rate": "{transactions} 笔 {currency} 交易因缺少汇率未计入",
  "history.unlinked-refund": "{refunds} 笔退款（{amount}）在数据中找不到对应订单，已在退款当日扣减",
  "history.refund-of-another-customer": "{refunds} 笔退款所写客户与订单不同，已计入订单的客户",
  "history.refunded-beyond-order": "{orders} 笔订单的退款超过实付金额，共超出 {amount}",
  "history.later-than-first-read": "首次读取时有 {transactions} 笔交易晚于截止时点，须随追加数据一并提供",
  "history.net-not-positive": "{customers} 位客户扣除退款后没有剩余消费",
  "history.refunds-without-products": "{refunds} 笔退款（{amount}）未注明商品，各商品的退货占比因此偏低",
};
