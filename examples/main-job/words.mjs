import { describeIssues } from "clientele/core";
import { en, zhCN } from "clientele/labels";
import { number } from "./table.mjs";

const counted = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
const percent = (share) => (100 * share).toFixed(2);

const inColumn = (path, column) => (path.length === 0 ? "" : `${column}${JSON.stringify(path.join("."))}`);

const english = {
  catalogue: en,
  percent: (share) => `${percent(share)} %`,
  title: ({ name, isSample, day, timeZone }) =>
    `${isSample ? "Customers of Tableau's sample Superstore, whose orders are invented" : `Customers of ${name}`}, as of ${day} (${timeZone})`,
  read: ({ rows, orders, customers, net }) =>
    `Read ${counted(rows, "row")}: ${counted(orders, "order")} of ${counted(customers, "customer")}, ${net} in all.`,
  nothingRejected: "Rejected no row.",
  rejected: (count) => `Rejected ${counted(count, "row")}:`,
  issue: ({ path, expected, received, hint }) =>
    `${inColumn(path, ", column ")}: expected ${expected}, received ${received}${hint === undefined ? "" : `. ${hint}`}`,
  more: (count) => `and ${number(count)} more`,
  ignored: ({ afterAsOf, anonymous, notCompleted, excluded }) =>
    `Ignored ${afterAsOf} after that day, ${anonymous} of guests, ${notCompleted} not completed, ${excluded} excluded.`,
  unknown: (missing) => `Unknown: ${missing.join(", ")}`,
  segments: ({ id, version }) => `RFM segments (${id}, version ${version})`,
  segmentHeader: ["Segment", "Customers", "Orders", "Revenue", "Share"],
  concentration: "Concentration",
  top: ({ customers, of, share, gini }) =>
    `The top 20 % (${number(customers)} of ${counted(of, "customer")}) make ${share} of revenue; Gini ${gini}.`,
  stages: "Stages of life, with their evidence",
  stageHeader: (day) => ["Stage", "Customers", `On ${day}`, "Bought again", "Share", "95 % interval"],
  cadence: (gap, newDays) =>
    `Customers usually buy every ${counted(gap, "day")}, and are new for ${counted(newDays, "day")} from their first purchase.`,
  bothLost: ({ ranked, measured }) =>
    `RFM calls ${ranked} customers lost and the stages ${measured}, and both are right: RFM ranks customers against each other, so some are always last; the stages measure each against the usual gap.`,
  invented: "These customers are invented, and return at random: no stage foretells who does.",
  best: "The ten most valuable customers",
  summary: "In five sentences",
  howMany: ({ customers, active }) => `${counted(customers, "customer")}, ${number(active)} of them new or active.`,
  whoCarries: ({ customers, share }) =>
    `${number(customers)} of them, the best fifth, ${customers === 1 ? "brings" : "bring"} ${share} of the money.`,
  whoSlips: ({ worried, lapsed }) =>
    `${number(worried)} ${worried === 1 ? "buys" : "buy"} less or later than before, and ${number(lapsed)} ${lapsed === 1 ? "is" : "are"} gone.`,
  onMonday: (customerId, action) => `On Monday begin with ${customerId}: ${action}.`,
  trust: {
    "churn.rules-separate":
      "How far to trust the warnings: well. Tried on the past, they told those who left from those who stayed.",
    "churn.little-separates":
      "How far to trust the warnings: a little. Tried on the past, they did somewhat better than guessing.",
    "churn.nothing-separates":
      "How far to trust the warnings: not at all here. Tried on the past, they did no better than guessing.",
  },
  tooShort: "How far to trust the warnings: nobody knows yet. The past is too short to try them on.",
  nobody: "Nobody.",
  nothingOnMonday: "Nobody has to be called on Monday.",
  value: "Value by stage of life",
  classes: {
    high: "High value",
    potential: "Potential",
    ordinary: "Ordinary",
    prospect: "Prospect",
    unknown: "Unknown",
  },
  colon: ": ",
  churn: "Whom to care for first, and why",
  backtest: "The warnings, tested on the past",
  backtestHeader: ["As of", "Judged", "Left", "AUC", "95 % interval", "Lift of the top tenth"],
  liftHeader: ["Highest scores", "Customers", "Left", "Times as often as all", "Of all who left"],
  programme: "A programme of one point per 10, before it is launched",
  simulated: ({ issued, redeemed, cost, share, liability, nothing }) =>
    `${issued} points given, ${redeemed} redeemed: it costs ${cost}, ${share} of sales, and owes ${liability} at the end; ${nothing} orders earn nothing.`,
  worth: "What to expect of each in the next 12 months",
  tooFewReturned: "Too few customers have bought again to foretell anything: {expected} are needed.",
  worthHeader: (model) => ["Brought most so far", "Revenue", `Expected most often (${model})`, "Orders"],
  oneRate: (rate, logLikelihood, simpler) =>
    `Even one rate for everybody, ${rate} purchases a week, explains them almost as well (log-likelihood ${logLikelihood} against ${simpler})`,
  simulatedValue: (customers) => `Simulated: the most valuable of ${customers} invented customers who do leave`,
  simulatedHeader: ["Customer", "Worth in 12 months", "90 % from", "to"],
  profit: "Who brings profit and who takes it",
  whale: ({ best, of, share, losing, lost }) =>
    `The best ${best} of ${of} customers make ${share} of the profit; ${losing} lose ${lost}.`,
  aYear: (customerId, amount) => `${customerId}: ${amount} a year`,
  separator: "; ",
};

const chinese = {
  catalogue: zhCN,
  percent: (share) => `${percent(share)}%`,
  title: ({ name, isSample, day, timeZone }) =>
    `${isSample ? "客户群：Tableau 的示例数据 Superstore（订单为虚构）" : `客户群：${name}`}，截至 ${day}（${timeZone}）`,
  read: ({ rows, orders, customers, net }) =>
    `读入 ${number(rows)} 行：${number(customers)} 位客户的 ${number(orders)} 笔订单，共 ${net}。`,
  nothingRejected: "没有未通过校验的行。",
  rejected: (count) => `未通过校验的行共 ${number(count)} 行：`,
  issue: (issue) => {
    const sentence = { ...zhCN, [issue.code]: "应为{expected}，实为 {received}" };
    return `${inColumn(issue.path, "，列 ")}：${describeIssues([issue], sentence)[0]}`;
  },
  more: (count) => `另有 ${number(count)} 行`,
  ignored: ({ afterAsOf, anonymous, notCompleted, excluded }) =>
    `忽略：该日之后 ${afterAsOf} 笔，匿名 ${anonymous} 笔，未完成 ${notCompleted} 笔，已排除 ${excluded} 笔。`,
  unknown: (missing) => `数据不足：${missing.join("、")}`,
  segments: ({ id, version }) => `RFM 客户细分（${id}，版本 ${version}）`,
  segmentHeader: ["分群", "客户", "订单", "金额", "占比"],
  concentration: "集中度",
  top: ({ customers, of, share, gini }) =>
    `前 20% 的客户（${number(of)} 位中的 ${number(customers)} 位）贡献 ${share} 的金额；基尼系数 ${gini}。`,
  stages: "生命周期阶段及其依据",
  stageHeader: (day) => ["阶段", "客户", `${day} 当时`, "其后复购", "占比", "95% 区间"],
  cadence: (gap, newDays) => `客户通常每 ${number(gap)} 天购买一次；首购后 ${number(newDays)} 天内为新客户。`,
  bothLost: ({ ranked, measured }) =>
    `RFM 判定 ${ranked} 位客户流失，生命周期阶段判定 ${measured} 位，两者都对：RFM 让客户互相比较，总有人排在最后；阶段则以通常的购买间隔衡量每位客户。`,
  invented: "这些客户是虚构的，回头与否全凭偶然：没有哪个阶段能预示谁会回来。",
  best: "价值最高的十位客户",
  summary: "五句话",
  howMany: ({ customers, active }) => `共 ${number(customers)} 位客户，其中 ${number(active)} 位是新客户或活跃客户。`,
  whoCarries: ({ customers, share }) => `最好的五分之一（${number(customers)} 位）带来 ${share} 的金额。`,
  whoSlips: ({ worried, lapsed }) => `${number(worried)} 位比以前买得少或买得晚，${number(lapsed)} 位已经流失。`,
  onMonday: (customerId, action) => `周一先联系 ${customerId}：${action}。`,
  trust: {
    "churn.rules-separate": "预警有多可信：较可信。用过去检验，能把流失的客户与留下的区分开。",
    "churn.little-separates": "预警有多可信：略可信。用过去检验，只比随机猜测稍好。",
    "churn.nothing-separates": "预警有多可信：在这里不可信。用过去检验，与随机猜测无异。",
  },
  tooShort: "预警有多可信：尚不得知。过去的记录太短，无法检验。",
  nobody: "没有。",
  nothingOnMonday: "周一没有需要联系的客户。",
  value: "价值与生命周期阶段",
  classes: { high: "高价值客户", potential: "潜力客户", ordinary: "普通客户", prospect: "潜在客户", unknown: "未知" },
  colon: "：",
  churn: "先关照谁，为什么",
  backtest: "预警在过去的检验",
  backtestHeader: ["检验日", "评估客户", "流失", "AUC", "95% 区间", "最高十分之一的提升度"],
  liftHeader: ["分数最高的", "客户", "流失", "为整体的倍数", "占全部流失"],
  programme: "每 10 元 1 积分的方案，上线之前",
  simulated: ({ issued, redeemed, cost, share, liability, nothing }) =>
    `发放 ${issued} 积分，兑换 ${redeemed}：成本 ${cost}，占销售额 ${share}，期末负债 ${liability}；${nothing} 笔订单没有积分。`,
  worth: "今后 12 个月对每位客户的预期",
  tooFewReturned: "复购的客户太少，还无法预计：需要{expected}。",
  worthHeader: (model) => ["迄今贡献最多", "金额", `预计购买最多（${model}）`, "订单"],
  oneRate: (rate, logLikelihood, simpler) =>
    `即使所有客户同一频率（每周购买 ${rate} 次），解释得也几乎同样好（对数似然 ${logLikelihood}，前者为 ${simpler}）`,
  simulatedValue: (customers) => `模拟数据：${customers} 位虚构且会流失的客户中价值最高者`,
  simulatedHeader: ["客户", "12 个月价值", "90% 区间下限", "上限"],
  profit: "谁带来利润，谁拿走利润",
  whale: ({ best, of, share, losing, lost }) =>
    `${of} 位客户中最好的 ${best} 位创造 ${share} 的利润；${losing} 位亏损，共 ${lost}。`,
  aYear: (customerId, amount) => `${customerId}：每年 ${amount}`,
  separator: "；",
};

/** What the example says in a language; the library's own words come from its catalogues. */
export const wordsOf = (lang) => (lang.startsWith("zh") ? chinese : english);
