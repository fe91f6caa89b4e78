import { summarizePurchases } from "clientele/history";
import {
  conditionalExpectedPurchases,
  conditionalExpectedSpend,
  customerLifetimeValue,
  discountedExpectedResidualTransactions,
  expectedPurchases,
  type FittedModel,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  fitShiftedBetaGeometric,
  forecastOpportunities,
  probabilityAlive,
  purchaseProbabilities,
  remainingLifetime,
  retentionCurve,
  simulateCustomers,
  trackPurchases,
} from "clientele/value";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { buyersOf, leaversOf } from "./support/naive-buyers.js";

const shop = { customers: 600, weeks: 52, seed: 3 };
const bg = fitBgNbd(buyersOf({ r: 0.8, alpha: 6, a: 1.2, b: 3 }, shop));
const pareto = fitParetoNbd(leaversOf({ r: 0.8, alpha: 6, s: 0.7, beta: 10 }, shop));
const meanSpend = [20, 35, 28, 60, 15, 44, 31, 90, 22, 38, 27, 51];
const spend = fitGammaGamma({ frequency: meanSpend.map((_, i) => 1 + (i % 4)), meanSpend });
const order = (id: string, at: string) => ({ id, customerId: id[0]!, at, amount: "9.00", currency: "USD" });
const base = summarizePurchases([order("a1", "2025-01-05"), order("a2", "2025-04-01"), order("b1", "2025-03-01")], {
  asOf: "2025-12-31",
});
const days = { from: "2025-01-01", to: "2025-06-30" } as const;
const horizon = { months: 6 };
const interval = { level: 0.9, seed: 1 } as const;

/** As PostgreSQL's jsonb gives an object back: shorter keys first. */
const sorted = (value: unknown): unknown =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
          .map(([key, part]) => [key, sorted(part)]),
      );

describe("a model that a database gave back with its keys in another order forecasts the same", () => {
  test.each([bg, pareto])("$kind", (model) => {
    const stored = sorted(model) as typeof model;
    expect(Object.keys(stored.parameters)).not.toEqual(Object.keys(model.parameters));
    for (const forecast of [
      (of: typeof model) => expectedPurchases(of, horizon),
      (of: typeof model) => purchaseProbabilities(of, horizon, { most: 3 }),
      (of: typeof model) => [...conditionalExpectedPurchases(base, of, { horizon, interval })],
      (of: typeof model) => [...probabilityAlive(base, of)],
      (of: typeof model) => [...remainingLifetime(base, of)],
      (of: typeof model) => [...customerLifetimeValue(base, { purchases: of, spend }, { horizon, interval })],
      (of: typeof model) => [...simulateCustomers({ purchases: of, spend }, { customers: 5, seed: 1, ...days })],
    ]) {
      expect(forecast(stored)).toEqual(forecast(model));
    }
  });

  test("gamma-gamma and the others", () => {
    const turned = (model: FittedModel<string>) =>
      ({ ...model, parameters: Object.fromEntries(Object.entries(model.parameters).reverse()) }) as never;
    const bgBb = fitBgBb({ frequency: [0, 1, 2, 3], recency: [0, 1, 3, 3], opportunities: [3, 3, 3, 3] });
    const contract = fitShiftedBetaGeometric([1000, 700, 550, 460]);
    const history = { frequency: 1, recency: 2, opportunities: 3 };
    expect([...conditionalExpectedSpend(base, turned(spend))]).toEqual([...conditionalExpectedSpend(base, spend)]);
    expect(forecastOpportunities(turned(bgBb), history, 3)).toEqual(forecastOpportunities(bgBb, history, 3));
    expect(retentionCurve(turned(contract), 5)).toEqual(retentionCurve(contract, 5));
  });
});

describe("what is no model is refused before it forecasts", () => {
  const { b: _, ...three } = bg.parameters;
  test.each([
    ["nothing", undefined],
    ["no parameters", { ...bg, parameters: null }],
    ["a parameter missing", { ...bg, parameters: three }],
    ["a parameter that is no number", { ...bg, parameters: { ...bg.parameters, alpha: "6" } }],
    ["a parameter of 0", { ...bg, parameters: { ...bg.parameters, r: 0 } }],
    ["a parameter below 0", { ...bg, parameters: { ...bg.parameters, r: -1 } }],
    ["a parameter without end", { ...bg, parameters: { ...bg.parameters, r: Number.NaN } }],
    ["another unit of time", { ...bg, timeUnit: "fortnight" }],
    ["another kind", { ...bg, kind: "gamma-gamma" }],
  ])("%s", (_name, wrong) => {
    const model = wrong as never;
    for (const call of [
      () => expectedPurchases(model, horizon),
      () => purchaseProbabilities(model, horizon, { most: 3 }),
      () => conditionalExpectedPurchases(base, model, { horizon }),
      () => probabilityAlive(base, model),
      () => remainingLifetime(base, model),
      () => discountedExpectedResidualTransactions(base, model, { annualDiscountRate: 0.1 }),
      () => customerLifetimeValue(base, { purchases: model, spend }, { horizon }),
      () => [...simulateCustomers({ purchases: model, spend }, { customers: 5, seed: 1, ...days })],
      () => trackPurchases(base, model),
    ]) {
      expect(faultOf(call)).toMatchObject({ code: "INVALID_MODEL" });
    }
  });

  test("nor is a spend of another kind, nor a list of models that are none", () => {
    for (const call of [
      () => conditionalExpectedSpend(base, bg as never),
      () =>
        customerLifetimeValue(
          base,
          { purchases: bg, spend: { ...spend, parameters: { p: 1, q: 2 } } as never },
          { horizon },
        ),
      () => [...simulateCustomers({ purchases: bg, spend: undefined as never }, { customers: 5, seed: 1, ...days })],
    ]) {
      expect(faultOf(call)).toMatchObject({ code: "INVALID_MODEL" });
    }
  });
});

describe("a history that cannot be is refused before it is forecast", () => {
  test.each([
    [{ frequency: -1, recency: 0, age: 9 }, "frequency"],
    [{ frequency: 1.5, recency: 3, age: 9 }, "frequency"],
    [{ frequency: 1, recency: 10, age: 9 }, "recency"],
    [{ frequency: 0, recency: 3, age: 9 }, "recency"],
    [{ frequency: 2, recency: 0, age: 9 }, "recency"],
    [{ frequency: 2, recency: 3, age: Number.NaN }, "age"],
    [{ frequency: 2, recency: 3 }, "age"],
  ])("purchases %j", (given, field) => {
    const found = faultOf(() => purchaseProbabilities(bg, horizon, { given: given as never }));
    expect(found).toMatchObject({ code: "INVALID_OPTIONS", path: ["given", field] });
  });

  test.each([
    [{ frequency: 4, recency: 2, opportunities: 6 }, "frequency"],
    [{ frequency: -1, recency: 2, opportunities: 6 }, "frequency"],
    [{ frequency: 2, recency: 7, opportunities: 6 }, "recency"],
    [{ frequency: 2, recency: 3, opportunities: Number.NaN }, "opportunities"],
    [{ frequency: "2", recency: 3, opportunities: 6 }, "frequency"],
  ])("occasions %j", (history, field) => {
    const bgBb = fitBgBb({ frequency: [0, 1, 2, 3], recency: [0, 1, 3, 3], opportunities: [3, 3, 3, 3] });
    const found = faultOf(() => forecastOpportunities(bgBb, history as never, 3));
    expect(found).toMatchObject({ code: "INVALID_OPPORTUNITY_STATISTICS", path: ["history", field] });
  });
});
