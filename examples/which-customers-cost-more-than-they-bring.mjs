// Which customers cost more than they bring?
import { describeReasons } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { en } from "clientele/labels";
import { contributionMargin, identifyLowProfit, profitCurve, profitLevers } from "clientele/value";
import { asOf, sampleOrders } from "./sample.mjs";

const base = summarizePurchases(sampleOrders(), {
  asOf,
  scale: 4,
  measures: ["cost", "discount"],
  dimensions: ["category"],
});
const contributions = contributionMargin(base);
const { peak, losing, points } = profitCurve(contributions);
console.log(
  `The best ${peak.customers} of ${points.length} customers make ${(peak.share * 100).toFixed(2)} % of the profit`,
);
console.log(`${losing.customers} lose ${(-losing.amount).toFixed(2)} USD`);

const low = identifyLowProfit(contributions, base, { mixBy: "category" });
const levers = profitLevers(contributions, base, { targetMarginRate: 0.1, mixBy: "category" });
const [worst] = [...low]
  .filter(({ class: found }) => found.value === "low-profit")
  .sort((a, b) => Number(a.annual.value) - Number(b.annual.value));
console.log(`${worst.customerId}: ${Number(worst.annual.value).toFixed(2)} USD a year`);
for (const reason of describeReasons(worst.class.reasons, en)) console.log(`  ${reason}`);
console.log(
  `  What would help: ${levers
    .get(worst.customerId)
    .levers.map(({ lever, closesGap }) => `${lever}${closesGap ? " (closes the gap)" : ""}`)
    .join(", ")}`,
);
