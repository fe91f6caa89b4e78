// The portrait of one customer: what is known, what follows from it, and how fresh it is, each with its evidence.
import { assessChurnRisk, defaultChurnRules } from "clientele/churn";
import { describeReasons } from "clientele/core";
import { customerFacts, summarizePurchases } from "clientele/history";
import { en } from "clientele/labels";
import { classifyLifecycle } from "clientele/lifecycle";
import { customerSchema } from "clientele/model";
import { inferInterests, scoreRfm, segmentByRfm } from "clientele/segmentation";
import { asOf, sampleOrders } from "./sample.mjs";

const base = summarizePurchases(sampleOrders(), { asOf, scale: 4, dimensions: ["category"] });
const facts = customerFacts(customerSchema("USD", { scale: 4 }), { base });
const rfm = segmentByRfm(scoreRfm(base));
const stages = classifyLifecycle(base);
const risks = assessChurnRisk(base, defaultChurnRules);
const interests = inferInterests(base);

const id = "AB-10105";
const { firstPurchase, lastPurchase, daysSinceLast, orders, net } = facts.get(id).attributes;
console.log(`${id} has bought since ${firstPurchase}: ${orders} orders, ${Number(net).toFixed(2)} USD`);
console.log(`Fresh as of ${lastPurchase}, the last thing known, ${daysSinceLast} days ago`);

const tell = (title, told, reasons) => {
  console.log(`${title}: ${told}`);
  for (const reason of describeReasons(reasons, en)) console.log(`  ${reason}`);
};
const { segment, reasons } = rfm.get(id);
tell("RFM", en[`segmentation.segment.${segment}`], reasons);
const { stage } = stages.get(id);
tell("Stage", stage.status === "known" ? en[`lifecycle.stage.${stage.value}`] : "not known", stage.reasons);
const risk = risks.get(id);
tell("Risk of leaving", risk.status === "scored" ? risk.band : risk.status, risk.reasons);
const { inferred } = interests.get(id);
tell(
  "Interests, by what was bought",
  inferred.status === "known" ? inferred.value.join(", ") : "not known",
  inferred.reasons,
);
