// Who brings most, where nobody can be seen to leave?
import { describeReasons } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { en } from "clientele/labels";
import { conditionalExpectedPurchases, fitBgNbd, fitNbd } from "clientele/value";
import { asOf, sampleOrders } from "./sample.mjs";

const base = summarizePurchases(sampleOrders(), { asOf, scale: 4 });
const { status, reasons } = fitBgNbd(base, { timeUnit: "week" }).diagnostics;
console.log(`A model of who leaves: ${status}. ${describeReasons(reasons, en)[0]}`);

// So the ten to know are those who brought most, and those whom the simpler model expects most often.
const model = fitNbd(base, { timeUnit: "week" });
const year = conditionalExpectedPurchases(base, model, { horizon: { months: 12 } });
const spent = base.columns.netMinor;
const expected = year.columns.estimate.values;
const topTen = (values) =>
  Array.from(values, (_, index) => index)
    .sort((a, b) => values[b] - values[a] || a - b)
    .slice(0, 10);
console.log("Brought most so far:");
for (const index of topTen(spent)) console.log(`  ${base.customerIds[index]} ${(spent[index] / 1e4).toFixed(2)} USD`);
console.log("Expected to order most often in 12 months:");
for (const index of topTen(expected)) console.log(`  ${base.customerIds[index]} ${expected[index].toFixed(2)} times`);
