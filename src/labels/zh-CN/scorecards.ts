import type { Catalogue } from "../../core/index.js";

/** Chinese words of `scorecards`. */
export const scorecardsWords: Catalogue = {
  INVALID_SCORECARD: "{path}处的{received}不符合评分卡的要求",
  SCORECARD_BIN_GAP: "取值{received}不在{path}的任何分箱中",
  SCORECARD_BIN_OVERLAP: "取值{received}除{path}处的分箱外还落入另一个分箱",
  SCORECARD_BIN_OPEN: "{path}处的分箱在运行之前无法检查",
  SCORECARD_BANDS: "各等级必须恰好覆盖每个分数一次：{path}处为{received}",
  SCORECARD_CALIBRATION: "{path}处的校准表顺序有误：{received}",
  INVALID_DECISION_TABLE: "{path}处的{received}不符合决策表的要求",
  DECISION_TABLE_OUTPUT: "{path}处的{received}不符合决策表声明的输出",
  DECISION_TABLE_GAP: "没有任何一行决定情形{received}",
  DECISION_TABLE_OVERLAP: "有两行同时决定情形{received}，其中一行在{path}",
  DECISION_TABLE_UNREACHABLE: "{path}处的行永远不会生效：{received}",
  "scorecards.confidence-too-low": "已知信息太少，无法评分",
  "scorecards.override-unknown": "尚不清楚“{override}”是否适用",
  "scorecards.rows-conflict": "决策表中匹配的各行相互矛盾：{rows}",
  "scorecards.rows-undecided": "缺失的信息补齐后，决策表中的这些行可能匹配：{rows}",
};
