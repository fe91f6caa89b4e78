// What is a customer worth?
import { describeReasons } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { en } from "clientele/labels";
import { customerLifetimeValue, fitBgNbd, fitGammaGamma, simulateCustomers, valueSummary } from "clientele/value";
import { asOf, sampleOrders } from "./sample.mjs";

const base = summarizePurchases(sampleOrders(), { asOf, scale: 4 });
const { perBuyer, averageOrderValue } = valueSummary(base);
console.log(
  `So far: ${Number(perBuyer.value.amount).toFixed(2)} USD each, ${Number(averageOrderValue.value.amount).toFixed(2)} an order`,
);

// The sample's customers are invented and return at random: the model says so instead of a number.
const { status, reasons } = fitBgNbd(base, { timeUnit: "week" }).diagnostics;
console.log(`A model of who leaves: ${status}. ${describeReasons(reasons, en)[0]}`);

// Customers who do leave, simulated, so that there is something to see.
const from = "2024-01-01";
const to = "2025-12-31";
const counts = {
  timeUnit: "week",
  frequency: [2, 0, 1, 5],
  recency: [30, 0, 8, 38],
  age: [39, 39, 39, 39],
  weight: [400, 900, 300, 90],
};
const spends = { frequency: [2, 1, 5, 3], meanSpend: [30, 22, 41, 35], weight: [400, 300, 90, 60] };
const truth = {
  purchases: { ...fitBgNbd(counts), parameters: { r: 0.24, alpha: 4.4, a: 0.79, b: 2.43 } },
  spend: { ...fitGammaGamma(spends), parameters: { p: 6.25, q: 3.74, v: 15.44 } },
};
const simulated = summarizePurchases(
  simulateCustomers(truth, { customers: 3000, seed: 1, from, to, currency: "USD" }),
  { asOf: to },
);
const models = { purchases: fitBgNbd(simulated, { timeUnit: "week" }), spend: fitGammaGamma(simulated) };
const values = customerLifetimeValue(simulated, models, {
  horizon: { months: 12 },
  annualDiscountRate: 0.1,
  margin: 0.3,
  interval: { level: 0.9, seed: 1 },
});
const [best] = [...values].sort((a, b) => b.value.value - a.value.value);
const [low, high] = best.interval;
console.log(
  `Simulated, the best of ${values.size}: ${best.value.value.toFixed(2)} in 12 months (90 %: ${low.toFixed(2)} to ${high.toFixed(2)})`,
);
