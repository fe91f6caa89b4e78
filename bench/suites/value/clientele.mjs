import { summarizePurchases } from "../../../dist/history/index.js";
import {
  customerLifetimeValue,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  simulateCustomers,
} from "../../../dist/value/index.js";

const counts = {
  timeUnit: "week",
  frequency: [2, 0, 1, 5],
  recency: [30, 0, 8, 38],
  age: [39, 39, 39, 39],
  weight: [400, 900, 300, 90],
};
const spends = { frequency: [2, 1, 5, 3], meanSpend: [30, 22, 41, 35], weight: [400, 300, 90, 60] };
/** The kind of customers that CDNOW had. */
const truth = {
  purchases: { ...fitBgNbd(counts), parameters: { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 } },
  spend: { ...fitGammaGamma(spends), parameters: { p: 6.25, q: 3.74, v: 15.44 } },
};

/** A seeded base of so many simulated customers over 39 weeks. */
function baseOf(customers) {
  const rows = simulateCustomers(truth, { customers, seed: 1, from: "2025-01-01", to: "2025-09-30", currency: "USD" });
  return summarizePurchases(rows, { asOf: "2025-09-30" });
}

const fitting = (fit) => ({
  prepare: baseOf,
  run: (base) => fit(base, { timeUnit: "week" }),
  digest: ({ diagnostics }) => diagnostics.status,
});
export const bgNbd = fitting(fitBgNbd);
export const paretoNbd = fitting(fitParetoNbd);
export const gammaGamma = { ...fitting(fitGammaGamma), run: (base) => fitGammaGamma(base) };

/** Twelve months of value for everybody, without intervals. */
export const lifetimeValue = {
  prepare(customers) {
    const base = baseOf(customers);
    return { base, models: { purchases: fitBgNbd(base, { timeUnit: "week" }), spend: fitGammaGamma(base) } };
  },
  run: ({ base, models }) => customerLifetimeValue(base, models, { horizon: { months: 12 }, annualDiscountRate: 0.1 }),
  digest: ({ size }) => size,
};
