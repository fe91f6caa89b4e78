import type { Catalogue } from "../../core/index.js";

/** Chinese words of `churn`. */
export const churnWords: Catalogue = {
  INVALID_CHURN_RULES: "流失规则在 {path} 处有误：应为 {expected}，实为 {received}",
  CHURN_FACTS_MISMATCH: "这些事实不属于该客户群：{path} 处应为 {expected}，实为 {received}",
  HORIZON_BEYOND_DATA: "数据结束得太早，无法在 {path} 处看得这么远：应为 {expected}，实为 {received}",
  INVALID_SCORES: "分数与标签在 {path} 处有误：应为 {expected}，实为 {received}",
  INVALID_RISKS: "{path} 处的 {received} 不能使用；应为 {expected}",
  INVALID_CONTRACTS: "合同在 {path} 处无法相加：应为 {expected}，实为 {received}",
  "churn.long-since-last": "距上次购买 {churn.daysSinceLast} 天，是这里通常间隔的 {churn.gapsSinceLast.1} 倍",
  "churn.seldom": "购买不频繁：预测期内不购买的可能性为 {churn.silentChance%}",
  "churn.overdue": "通常每 {churn.ownGapDays} 天购买一次；距上次购买已 {churn.daysSinceLast} 天",
  "churn.rarer": "购买次数比以前减少：纯属偶然的可能性为 {churn.frequencyTail%}",
  "churn.little-recent-spend": "近期消费少：是其他客户通常消费的 {churn.recentSpendRatio.2} 倍",
  "churn.fewer-contacts": "沟通次数比以前减少：纯属偶然的可能性为 {churn.contactTail%}",
  "churn.less-engaged": "参与度指数 90 天内变化 {churn.engagementChange.0}",
  "churn.complaint": "未解决或近期的投诉：{churn.openComplaint} 件",
  "churn.dissatisfied": "满意度低：仅达量表的 {churn.satisfaction%}",
  "churn.unsubscribed": "已退订",
  "churn.contract-ending": "合同已取消或将在 30 天内到期",
  "churn.no-purchase": "尚未购买",
  "churn.contract-ended": "合同已结束",
  "churn.long-gone": "已流失：{days} 天没有购买，而按预期应每 {gap} 天购买一次",
  "churn.first-bought-recently": "首次购买在 {days} 天前：时间太短，无法判断",
  "churn.buys-rarely": "习惯每 {gap.0} 天才购买一次：{horizon} 天的预测期说明不了什么",
  "churn.sources-not-given": "因缺少数据来源而未考虑：{signals}",
  "churn.no-gaps": "没有客户在两个不同的日子购买过：无从得知购买间隔",
  "churn.rules-separate":
    "规则能区分谁会流失：AUC 为 {auc.2}（{low.2} 至 {high.2}），在 {customers} 位客户上检验，其中 {rate%} 流失",
  "churn.little-separates":
    "规则在这里区分力很弱：AUC 为 {auc.2}（{low.2} 至 {high.2}），在 {customers} 位客户上检验，其中 {rate%} 流失",
  "churn.nothing-separates":
    "这里没有规则能区分：AUC 为 {auc.2}（{low.2} 至 {high.2}），不比猜测好，在 {customers} 位客户上检验，其中 {rate%} 流失",
  "churn.too-short-to-tell": "历史太短，无法据此检验规则",
  "churn.facts-not-cut": "规则在这里的价值须用当时的事实检验：请调用 backtestChurn 并传入 factsAt",
  "churn.one-class": "所有人的标签都是 {label}：无从区分",
  "churn.duplicate-rows": "{asOf} 有 {customers} 位客户的所有信号与他人相同：结果看起来会比实际更可靠",
  "churn.suspected-leak": "规则 {rule} 的正确率为 {precision%}：它可能预知了未来",
};
