import { en, zhCN } from "clientele/labels";

const english = {
  catalogue: en,
  read: ({ rows, orders, customers, net }) =>
    `Read ${rows} rows: ${orders} orders of ${customers} customers, ${net} in all.`,
  rejected: (count) => `Rejected ${count}: `,
  ignored: "Ignored",
  nothingRejected: "Rejected no row.",
  segments: "RFM segments",
  segmentHeader: ["Segment", "Customers", "Orders", "Revenue", "Share"],
  concentration: "Concentration",
  top: ({ customers, of, share, gini }) =>
    `The top 20 % (${customers} of ${of} customers) make ${share} of revenue; Gini ${gini}.`,
  best: "The ten most valuable customers",
  bestHeader: ["Customer", "Revenue", "Share", "RFM", "Segment"],
};

const chinese = {
  catalogue: zhCN,
  read: ({ rows, orders, customers, net }) => `读入 ${rows} 行:${customers} 位客户的 ${orders} 笔订单,共 ${net}。`,
  rejected: (count) => `退回 ${count} 行:`,
  ignored: "忽略",
  nothingRejected: "没有退回任何行。",
  segments: "RFM 客户细分",
  segmentHeader: ["细分群体", "客户", "订单", "金额", "占比"],
  concentration: "集中度",
  top: ({ customers, of, share, gini }) =>
    `前 20 % 的客户(${of} 位中的 ${customers} 位)贡献 ${share} 的金额;基尼系数 ${gini}。`,
  best: "价值最高的十位客户",
  bestHeader: ["客户", "金额", "占比", "RFM", "细分群体"],
};

export const wordsOf = (lang) => (lang.startsWith("zh") ? chinese : english);
