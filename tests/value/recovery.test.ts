import { summarizePurchases } from "clientele/history";
import {
  conditionalExpectedPurchases,
  customerLifetimeValue,
  discountedExpectedResidualTransactions,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  type PurchaseStatistics,
  probabilityAlive,
} from "clientele/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { buyersOf } from "./support/naive-buyers.js";

const truth = { r: 0.8, alpha: 6, a: 1.2, b: 3 };

test("on 200 simulated bases the 95 % intervals hold the truth, and a fit is near it", { timeout: 60_000 }, () => {
  const held = { r: 0, alpha: 0, a: 0, b: 0 };
  const sums = { r: 0, alpha: 0, a: 0, b: 0 };
  const sets = 200;
  let fitted = 0;
  for (let seed = 1; seed <= sets; seed++) {
    const model = fitBgNbd(buyersOf(truth, { customers: 1500, weeks: 52, seed }));
    if (model.diagnostics.status !== "ok") continue;
    fitted++;
    for (const name of ["r", "alpha", "a", "b"] as const) {
      const interval = model.intervals[name]!;
      sums[name] += Math.log(model.parameters[name]);
      if (interval.status === "known" && interval.value[0] <= truth[name] && truth[name] <= interval.value[1])
        held[name]++;
    }
  }
  expect(fitted).toBeGreaterThanOrEqual(190);
  for (const name of ["r", "alpha", "a", "b"] as const) {
    // 95 % of about 200, give or take three standard deviations of the count.
    expect(held[name] / fitted).toBeGreaterThan(0.9);
    expect(held[name] / fitted).toBeLessThanOrEqual(1);
    expect(Math.exp(sums[name] / fitted) / truth[name]).toBeGreaterThan(0.9);
    expect(Math.exp(sums[name] / fitted) / truth[name]).toBeLessThan(1.12);
  }
});

describe("what cannot be fitted says so", () => {
  const sound: PurchaseStatistics = {
    timeUnit: "week",
    frequency: [2, 1, 0, 3],
    recency: [30, 8, 0, 39],
    age: [38, 38, 38, 40],
  };
  test.each([
    ["a frequency that is no count", { frequency: [2.5, 1, 0, 3] }],
    ["a negative frequency", { frequency: [-1, 1, 0, 3] }],
    ["a frequency that no memory holds", { frequency: [3e9, 1, 0, 3] }],
    ["a last purchase after the end", { recency: [39, 8, 0, 39] }],
    ["a last purchase of nobody's", { recency: [30, 8, 5, 39] }],
    ["an age below zero", { age: [38, 38, -1, 40] }],
    ["a time that is no number", { age: [38, Number.NaN, 38, 40] }],
    ["columns of other lengths", { age: [38, 38, 38] }],
    ["a weight below zero", { weight: [1, 1, -1, 1] }],
    ["an unknown unit", { timeUnit: "fortnight" }],
  ])("%s", (_, changed) => {
    const { code } = faultOf(() => fitBgNbd({ ...sound, ...changed } as PurchaseStatistics));
    expect(["INVALID_PURCHASE_STATISTICS", "INVALID_OPTIONS"]).toContain(code);
  });

  test("too few who came back", () => {
    expect(
      faultOf(() => fitBgNbd({ timeUnit: "week", frequency: [0, 0], recency: [0, 0], age: [9, 9] })),
    ).toMatchObject({ code: "TOO_FEW_REPEAT_CUSTOMERS" });
    expect(faultOf(() => fitBgNbd(summarizePurchases([], { asOf: "2026-01-01" })))).toMatchObject({
      code: "TOO_FEW_REPEAT_CUSTOMERS",
    });
  });
});

test("no history makes a forecast that is not finite, and no order of rows changes a fit", () => {
  const statistics = buyersOf(truth, { customers: 800, weeks: 52, seed: 7 });
  const model = fitBgNbd(statistics);
  const order = Array.from(statistics.frequency, (_, i) => statistics.frequency.length - 1 - i);
  const pick = (column: ArrayLike<number>) => order.map((i) => column[i]!);
  const turned = fitBgNbd({
    timeUnit: "week",
    frequency: pick(statistics.frequency),
    recency: pick(statistics.recency),
    age: pick(statistics.age),
  });
  expect(turned.logLikelihood).toBeCloseTo(model.logLikelihood, 6);
  for (const name of ["r", "alpha", "a", "b"] as const)
    expect(turned.parameters[name] / model.parameters[name]).toBeCloseTo(1, 5);
  const kinds = [model, fitNbd(statistics), fitMbgNbd(statistics), fitParetoNbd(statistics)];
  const spend = fitGammaGamma({
    frequency: [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 6, 6, 6],
    meanSpend: [8, 25, 40, 120, 15, 35, 80, 18, 36, 70, 20, 38, 80],
  });
  const finite = (column: ArrayLike<number>, most = Number.MAX_VALUE) =>
    Array.from(column).every((value) => value >= 0 && value <= most);
  const days = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 3000 }), (list, ahead) => {
      const rows = list.flatMap((own, customer) =>
        own.map((day, index) => ({
          id: `${customer}-${index}`,
          customerId: `c${customer}`,
          at: new Date(Date.UTC(2020, 0, 1) + day * 864e5),
          amount: "1.00",
          currency: "USD",
        })),
      );
      const base = summarizePurchases(rows, { asOf: "2026-01-01" });
      const horizon = { days: ahead };
      for (const kind of kinds) {
        expect(finite(conditionalExpectedPurchases(base, kind, { horizon }).columns.estimate.values)).toBe(true);
        expect(finite(probabilityAlive(base, kind).columns.estimate.values, 1)).toBe(true);
        expect(finite(probabilityAlive(base, kind, { at: horizon }).columns.estimate.values, 1)).toBe(true);
        const discount = { annualDiscountRate: 0.1 };
        expect(finite(discountedExpectedResidualTransactions(base, kind, discount).columns.estimate.values)).toBe(true);
        const models = { purchases: kind, spend };
        expect(finite(customerLifetimeValue(base, models, { horizon, ...discount }).columns.value.values)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
