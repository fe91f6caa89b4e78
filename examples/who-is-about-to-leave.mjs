// Who is about to leave?
import { assessChurnRisk, defaultChurnRules, rankForAction } from "clientele/churn";
import { describeReasons } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { en } from "clientele/labels";
import { asOf, sampleOrders } from "./sample.mjs";

const base = summarizePurchases(sampleOrders(), { asOf, scale: 4 });
const risks = assessChurnRisk(base, defaultChurnRules);

// Read this before any list: what these rules were worth on this very base.
console.log(describeReasons(risks.worth.reasons, en)[0]);
console.log(
  `Looking ${risks.horizon.months} months ahead: ${risks.customers.scored} scored, ${risks.customers.lapsed} gone already`,
);

for (const { customerId, action, reasons } of rankForAction(risks, { values: base.columns.netMinor, capacity: 2 })) {
  console.log(`${customerId}: ${action}`);
  for (const reason of describeReasons(reasons, en)) console.log(`  ${reason}`);
}
