import { en, zhCN } from "clientele/labels";
import { number } from "./table.mjs";

const counted = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
const percent = (share) => (100 * share).toFixed(2);

const english = {
  catalogue: en,
  percent: (share) => `${percent(share)} %`,
  title: "Customers of",
  asOf: "as of",
  read: ({ rows, orders, customers, net }) =>
    `Read ${counted(rows, "row")}: ${counted(orders, "order")} of ${counted(customers, "customer")}, ${net} in all.`,
  nothingRejected: "Rejected no row.",
  rejected: (count) => `Rejected ${counted(count, "row")}:`,
  column: "column",
  expected: (expected, received) => `expected ${expected}, received ${received}`,
  more: (count) => `and ${number(count)} more`,
  ignored: ({ afterAsOf, anonymous, notCompleted, excluded }) =>
    `Ignored ${afterAsOf} after that day, ${anonymous} of guests, ${notCompleted} not completed, ${excluded} excluded.`,
  unknown: (missing) => `Unknown: ${missing.join(", ")}`,
  version: "version",
  segments: "RFM segments",
  segmentHeader: ["Segment", "Customers", "Orders", "Revenue", "Share"],
  concentration: "Concentration",
  top: ({ customers, of, share, gini }) =>
    `The top 20 % (${number(customers)} of ${counted(of, "customer")}) make ${share} of revenue; Gini ${gini}.`,
  stages: "Stages of life, with their evidence",
  stageHeader: (day) => ["Stage", "Customers", `On ${day}`, "Bought again", "Share", "95 % interval"],
  cadence: (gap, newDays) => `Customers usually buy every ${counted(gap, "day")}; new for ${counted(newDays, "day")}.`,
  best: "The ten most valuable customers",
  separator: "; ",
};

const chinese = {
  catalogue: zhCN,
  percent: (share) => `${percent(share)}%`,
  title: "客户群：",
  asOf: "截至",
  read: ({ rows, orders, customers, net }) =>
    `读入 ${number(rows)} 行：${number(customers)} 位客户的 ${number(orders)} 笔订单，共 ${net}。`,
  nothingRejected: "没有未通过校验的行。",
  rejected: (count) => `未通过校验的行：${number(count)} 行：`,
  column: "列",
  expected: (expected, received) => `应为 ${expected}，实为 ${received}`,
  more: (count) => `另有 ${number(count)} 行`,
  ignored: ({ afterAsOf, anonymous, notCompleted, excluded }) =>
    `忽略：该日之后 ${afterAsOf} 笔，匿名 ${anonymous} 笔，未完成 ${notCompleted} 笔，已排除 ${excluded} 笔。`,
  unknown: (missing) => `数据不足：${missing.join("、")}`,
  version: "版本",
  segments: "RFM 客户细分",
  segmentHeader: ["细分群体", "客户", "订单", "金额", "占比"],
  concentration: "集中度",
  top: ({ customers, of, share, gini }) =>
    `前 20% 的客户（${number(of)} 位中的 ${number(customers)} 位）贡献 ${share} 的金额；基尼系数 ${gini}。`,
  stages: "生命周期阶段及其依据",
  stageHeader: (day) => ["阶段", "客户", `${day} 当时`, "其后复购", "占比", "95% 区间"],
  cadence: (gap, newDays) => `客户通常每 ${number(gap)} 天购买一次；首购后 ${number(newDays)} 天内为新客户。`,
  best: "价值最高的十位客户",
  separator: "；",
};

/** What the example says in a language; the library's own words come from its catalogues. */
export const wordsOf = (lang) => (lang.startsWith("zh") ? chinese : english);
