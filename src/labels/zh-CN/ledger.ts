import type { Catalogue } from "../../core/index.js";

/** Chinese words of `ledger`. */
export const ledgerWords: Catalogue = {
  IDEMPOTENCY_CONFLICT: "幂等键{key}已用于另一个请求",
  KEY_FORGOTTEN: "请求{key}早于{forgottenBefore}，已无法确认是否处理过",
  VERSION_CONFLICT: "账户已被更新：当前版本为{actual}，而不是{expected}",
  CURRENCY_NOT_CONFIGURED: "方案未规定币种{currency}",
  REFUND_EXCEEDS_ELIGIBLE: "退款累计超过订单可计金额：至多{eligible}",
  INVALID_LEDGER: "{path}处的{received}不符合账本的要求：应为{expected}",
  INVALID_COMMAND: "{path}处的{received}不符合命令的要求",
  UNKNOWN_COMMAND: "{received}不是该账本的命令",
  INVALID_RULING: "{path}处的规则返回了{received}，应为{expected}",
  EVENT_MISSING: "应为第{expected}个事件，收到的却是第{received}个：中间缺少事件",
  INVALID_SNAPSHOT: "快照已损坏或类型不符：{path}处为{received}",
  SNAPSHOT_TOO_NEW: "快照由更新版本的库写入",
};
