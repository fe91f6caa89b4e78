import { summarizePurchases } from "clientele/history";
import { randomBeta, seededRandom } from "clientele/math";
import {
  conditionalExpectedPurchases,
  customerLifetimeValue,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  fitShiftedBetaGeometric,
  type PurchaseStatistics,
} from "clientele/value";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { buyersOf, leaversOf, spendersOf } from "./support/naive-buyers.js";

const sets = 200;
const seeds = Array.from({ length: sets }, (_, index) => index + 1);

/** Geometric mean of what was fitted, over the truth: 1 for a fit that is right on average. */
function recovered<Name extends string>(
  truth: Readonly<Record<Name, number>>,
  refit: (seed: number) => { readonly parameters: Readonly<Record<Name, number>> },
): Record<Name, number> {
  const logs = Object.keys(truth).map((name) => [name as Name, 0] as [Name, number]);
  for (const seed of seeds) {
    const { parameters } = refit(seed);
    for (const each of logs) each[1] += Math.log(parameters[each[0]] / truth[each[0]]);
  }
  return Object.fromEntries(logs.map(([name, sum]) => [name, Math.exp(sum / sets)])) as Record<Name, number>;
}

function expectNear(ratios: Readonly<Record<string, number>>, tolerance: number): void {
  for (const [name, ratio] of Object.entries(ratios)) {
    expect(Math.abs(Math.log(ratio)), `${name} came out ${ratio} times the truth`).toBeLessThan(tolerance);
  }
}

describe("parameters come back from 200 simulated sets", () => {
  test("gamma-gamma", () => {
    const truth = { p: 6, q: 4, v: 15 };
    expectNear(
      recovered(truth, (seed) => fitGammaGamma(spendersOf(truth, { customers: 1000, seed }))),
      0.05,
    );
  });

  test("shifted beta-geometric", () => {
    const truth = { alpha: 0.7, beta: 2 };
    expectNear(
      recovered(truth, (seed) => {
        const random = seededRandom(seed);
        const survivors = Array.from({ length: 8 }, () => 0);
        for (let customer = 0; customer < 1000; customer++) {
          const leaving = randomBeta(random, truth.alpha, truth.beta);
          for (let period = 0; period < survivors.length; period++) {
            survivors[period]!++;
            if (random() < leaving) break;
          }
        }
        return fitShiftedBetaGeometric(survivors);
      }),
      0.05,
    );
  });

  test("BG/BB", () => {
    const truth = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 };
    expectNear(
      recovered(truth, (seed) => {
        const random = seededRandom(seed);
        const cells = new Map<string, number>();
        for (let customer = 0; customer < 4000; customer++) {
          const giving = randomBeta(random, truth.alpha, truth.beta);
          const leaving = randomBeta(random, truth.gamma, truth.delta);
          let [x, last] = [0, 0];
          for (let occasion = 1; occasion <= 6 && random() >= leaving; occasion++) {
            if (random() < giving) [x, last] = [x + 1, occasion];
          }
          cells.set(`${x},${last}`, (cells.get(`${x},${last}`) ?? 0) + 1);
        }
        const rows = [...cells.keys()].map((key) => key.split(",").map(Number));
        return fitBgBb({
          frequency: rows.map(([x]) => x!),
          recency: rows.map(([, last]) => last!),
          opportunities: rows.map(() => 6),
          weight: [...cells.values()],
        });
      }),
      0.06,
    );
  });

  test("MBG/NBD", () => {
    const truth = { r: 0.8, alpha: 6, a: 1.2, b: 3 };
    expectNear(
      recovered(truth, (seed) => fitMbgNbd(buyersOf(truth, { customers: 1500, weeks: 52, seed }, true))),
      0.1,
    );
  });

  test("NBD", () => {
    const truth = { r: 0.8, alpha: 6 };
    expectNear(
      recovered(truth, (seed) => fitNbd(buyersOf({ ...truth, a: 1e-3, b: 1e9 }, { customers: 1500, weeks: 52, seed }))),
      0.02,
    );
  });

  test("Pareto/NBD", { timeout: 120_000 }, () => {
    const truth = { r: 0.8, alpha: 6, s: 0.7, beta: 10 };
    expectNear(
      recovered(truth, (seed) => fitParetoNbd(leaversOf(truth, { customers: 700, weeks: 52, seed }))),
      0.12,
    );
  });
});

describe("nine intervals in ten hold what is true", () => {
  const truth = { r: 0.8, alpha: 6, a: 1.2, b: 3 };
  const days = (customerId: string, list: readonly number[]) =>
    list.map((day) => ({
      id: `${customerId}-${day}`,
      customerId,
      at: new Date(Date.UTC(2025, 0, 1) + day * 864e5),
      amount: "1.00",
      currency: "USD",
    }));
  const base = summarizePurchases(
    [...days("once", [0]), ...days("lapsed", [0, 30, 60]), ...days("busy", [0, 70, 140, 210])],
    {
      asOf: "2025-08-30",
    },
  );
  const models = seeds.map((seed) => fitBgNbd(buyersOf(truth, { customers: 1500, weeks: 52, seed })));
  const spending = { p: 6, q: 4, v: 15 };
  const spends = seeds.map((seed) => fitGammaGamma(spendersOf(spending, { customers: 1000, seed })));
  const horizon = { months: 6 };
  const right = conditionalExpectedPurchases(base, { ...models[0]!, parameters: truth }, { horizon });

  test.each([
    ["by draws", { level: 0.9, seed: 1, draws: 600 }],
    ["by the delta method", { level: 0.9, method: "delta" }],
  ] as const)("%s: 85 to 95 % of 200 for customers of three kinds", (_, interval) => {
    const held = new Map(Array.from(base.customerIds, (id) => [id, 0] as [string, number]));
    for (const model of models) {
      expect(model.diagnostics.status).toBe("ok");
      for (const { customerId, interval: found } of conditionalExpectedPurchases(base, model, { horizon, interval })) {
        const truly = right.get(customerId)!.estimate;
        if (truly.status === "known" && found![0] <= truly.value && truly.value <= found![1])
          held.set(customerId, held.get(customerId)! + 1);
      }
    }
    for (const [customerId, count] of held) {
      expect(count / sets, customerId).toBeGreaterThanOrEqual(0.85);
      expect(count / sets, customerId).toBeLessThanOrEqual(0.95);
    }
  });

  test.each([
    ["by draws", { level: 0.9, seed: 1, draws: 600 }],
    ["by the delta method", { level: 0.9, method: "delta" }],
  ] as const)("%s: also of lifetime value, by both models at once", (_, interval) => {
    const spent = (purchases: (typeof models)[number], spend: (typeof spends)[number], options: object) =>
      customerLifetimeValue(base, { purchases, spend }, { horizon, annualDiscountRate: 0.1, ...options }).get("busy")!;
    const { value: truly } = spent({ ...models[0]!, parameters: truth }, { ...spends[0]!, parameters: spending }, {});
    const value = truly.status === "known" ? truly.value : Number.NaN;
    const held = models.filter((model, index) => {
      const [low, high] = spent(model, spends[index]!, { interval }).interval!;
      return low <= value && value <= high;
    });
    expect(held.length / sets).toBeGreaterThanOrEqual(0.85);
    expect(held.length / sets).toBeLessThanOrEqual(0.95);
  });
});

describe("leaving is told where there is leaving, and only there", () => {
  // As many customers and days as the online shop whose fit ends at the NBD, and its rate of buying.
  const shop = { customers: 3000, weeks: 189 };
  test("a twin of that size whose customers leave is `ok`", () => {
    const twin = buyersOf({ r: 0.74354, alpha: 61.779, a: 0.8, b: 1.6 }, { ...shop, seed: 1 });
    const model = fitBgNbd({ ...twin, timeUnit: "day" });
    expect(model.diagnostics.status).toBe("ok");
    expect(model.covariance).not.toBeNull();
  });

  test("where nobody leaves it is not identified, but for chance", () => {
    // Chance leaves of 1 in 10^9: the NBD for all that 189 days show.
    const found = seeds.slice(0, 40).map((seed) => {
      const loyal = buyersOf({ r: 0.74354, alpha: 61.779, a: 1e-3, b: 1e6 }, { ...shop, customers: 1000, seed });
      return fitBgNbd({ ...loyal, timeUnit: "day" }).diagnostics.status;
    });
    expect(found.filter((status) => status !== "ok").length).toBeGreaterThanOrEqual(36);
  });
});

describe("bad input is refused by name", () => {
  const frequency = [1, 2, 1, 3, 1, 2, 4, 1, 2, 1, 5, 2];
  const meanSpend = [20, 35, 28, 60, 15, 44, 31, 90, 22, 38, 27, 51];
  test.each([
    ["no spend at all", { meanSpend: frequency.map(() => 0) }, "TOO_FEW_REPEAT_CUSTOMERS"],
    ["an amount below zero", { meanSpend: [-5, ...meanSpend.slice(1)] }, "INVALID_SPEND_STATISTICS"],
    ["an amount that is no number", { meanSpend: [Number.NaN, ...meanSpend.slice(1)] }, "INVALID_SPEND_STATISTICS"],
    ["a count with a fraction", { frequency: [1.5, ...frequency.slice(1)] }, "INVALID_SPEND_STATISTICS"],
    ["columns of two lengths", { frequency: frequency.slice(1) }, "INVALID_SPEND_STATISTICS"],
    ["nobody who came back", { frequency: frequency.map(() => 0) }, "TOO_FEW_REPEAT_CUSTOMERS"],
  ])("spend: %s", (_, changed, code) => {
    const fault = faultOf(() => fitGammaGamma({ frequency, meanSpend, ...changed }));
    expect(fault.code).toBe(code);
    expect(fault.expected).not.toBe("");
  });

  test("who is left out of a spend model is counted", () => {
    const model = fitGammaGamma({ frequency: [0, 0, 2, ...frequency], meanSpend: [0, 9, 0, ...meanSpend] });
    expect(model.customers).toBe(frequency.length);
    expect(model.diagnostics.reasons).toContainEqual({ code: "value.left-out-of-spend", params: { customers: 3 } });
  });

  test.each([
    ["a count below zero", [1000, -1]],
    ["more than before", [1000, 700, 800]],
    ["no number", [1000, Number.NaN]],
    ["one period", [1000]],
  ])("survivors: %s", (_, survivors) => {
    expect(faultOf(() => fitShiftedBetaGeometric(survivors)).code).toBe("INVALID_SURVIVORS");
  });

  test.each([
    ["more gifts than occasions", { frequency: [7, 1] }],
    ["a last gift after the last occasion", { recency: [7, 1] }],
    ["a gift without a last one", { recency: [0, 1] }],
    ["no occasion", { opportunities: [0, 6] }],
    ["a weight below zero", { weight: [-1, 20] }],
  ])("occasions: %s", (_, changed) => {
    const sound = { frequency: [2, 1], recency: [4, 1], opportunities: [6, 6], weight: [30, 20] };
    expect(faultOf(() => fitBgBb({ ...sound, ...changed })).code).toBe("INVALID_OPPORTUNITY_STATISTICS");
  });

  test("customers of no age leave the fit as it was: they say nothing", () => {
    const some = buyersOf({ r: 0.8, alpha: 6, a: 1.2, b: 3 }, { customers: 500, weeks: 52, seed: 3 });
    const add = (column: PurchaseStatistics["age"]) => [...Array.from(column), 0, 0, 0];
    const more = {
      timeUnit: some.timeUnit,
      frequency: add(some.frequency),
      recency: add(some.recency),
      age: add(some.age),
    };
    const [model, with0] = [fitBgNbd(some), fitBgNbd(more)];
    expect(with0.logLikelihood).toBeCloseTo(model.logLikelihood, 8);
    expect(with0.customers).toBe(model.customers + 3);
  });
});
