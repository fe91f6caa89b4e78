import type { Catalogue } from "../../core/index.js";

/** `value` 的中文说明。 */
export const valueWords: Catalogue = {
  INVALID_PURCHASE_STATISTICS: "购买统计在 {path} 处有误：应为 {expected}，实为 {received}",
  INVALID_SPEND_STATISTICS: "消费统计在 {path} 处有误：应为 {expected}，实为 {received}",
  INVALID_OPPORTUNITY_STATISTICS: "机会次数统计在 {path} 处有误：应为 {expected}，实为 {received}",
  INVALID_SURVIVORS: "留存人数在 {path} 处有误：应为 {expected}，实为 {received}",
  TOO_FEW_REPEAT_CUSTOMERS: "复购客户太少，无法拟合模型：应为 {expected}，实为 {received}",
  INVALID_MODEL: "{path} 处的 {received} 不是适用的模型；应为 {expected}",
  INVALID_MODELS: "{path} 处的模型所用的客户不同：应为 {expected}，实为 {received}",
  NO_COVARIANCE: "无法给出区间：{path} 处模型的拟合状态为 {received}",
  "value.nothing-beyond-simpler-model":
    "这些购买记录无法说明客户是否流失：更简单的模型 {model} 解释得同样好（对数似然 {logLikelihood}）",
  "value.parameters-at-boundary": "拟合在参数 {parameters} 上走到了边界，其数值没有意义",
  "value.still-climbing": "迭代 {iterations} 步后拟合仍在改进",
  "value.left-out-of-spend": "{customers} 位客户没有复购金额，未用于消费模型",
  "value.alive-by-model": "只购买过一次：按模型 {model}，客户在复购之前不会流失，因此这不能作为依据",
  "value.infinite-mean-lifetime": "平均寿命为无穷大（s = {s}）：只有中位数有意义",
  "value.expected-worth": "预计购买 {purchases} 次（已折现）；目前仍为客户的概率为 {alive}",
};
