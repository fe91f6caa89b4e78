import { readFileSync } from "node:fs";
import { summarizePurchases } from "clientele/history";
import {
  conditionalExpectedPurchases,
  customerLifetimeValue,
  defaultValueWeights,
  defineValueWeights,
  type FittedModel,
  forecastOpportunities,
  type PurchaseModel,
  probabilityAlive,
  retentionCurve,
} from "clientele/value";
import { expect, test } from "vitest";

// Models and weights as version 0.1 stored them: every later version forecasts the same by them. Never edited, only added to.
const stored = JSON.parse(readFileSync(new URL("fixtures/models-0.1.json", import.meta.url), "utf8"));
const order = (id: string, customerId: string, at: string, amount: string) =>
  ({ id, customerId, at, amount, currency: "USD" }) as const;
const base = summarizePurchases(
  [
    order("1", "ann", "2025-01-06", "20.00"),
    order("2", "ann", "2025-03-03", "30.00"),
    order("3", "ann", "2025-06-02", "40.00"),
    order("4", "ben", "2025-04-07", "50.00"),
  ],
  { asOf: "2025-09-29" },
);
const horizon = { days: 182 };
const near = (found: ArrayLike<number>, expected: readonly number[]) => {
  expect(found.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]! / value).toBeCloseTo(1, 9);
};

test.each([
  ["nbd", "ok", [1.0903776295526757, 0.1287859496648393], [1, 1], [44.984435431774635, 5.313171820776095]],
  [
    "bg-nbd",
    "ok",
    [0.6472599095216822, 0.09633284801221409],
    [0.5885750012637776, 1],
    [26.73191040322793, 3.977243780836992],
  ],
  [
    "mbg-nbd",
    "ok",
    [0.6832798633086702, 0.054081996611513486],
    [0.4219985224668717, 0.04836446971083463],
    [28.226995494643113, 2.235932741990258],
  ],
  [
    "pareto-nbd",
    "ok",
    [0.5450008733303058, 0.0661667432765078],
    [0.570280558816221, 0.4193729255142784],
    [22.521400791752633, 2.7351142101475907],
  ],
] as const)("%s of 0.1", (kind, status, expected, alive, worth) => {
  const model = stored[kind] as PurchaseModel;
  expect(model.diagnostics.status).toBe(status);
  near(conditionalExpectedPurchases(base, model, { horizon }).columns.estimate.values, expected);
  near(probabilityAlive(base, model).columns.estimate.values, alive);
  const spend = stored["gamma-gamma"] as FittedModel<"gamma-gamma">;
  const values = customerLifetimeValue(base, { purchases: model, spend }, { horizon, annualDiscountRate: 0.1 });
  near(values.columns.value.values, worth);
});

test("shifted beta-geometric and BG/BB of 0.1", () => {
  near([retentionCurve(stored["shifted-beta-geometric"], 12).at(-1)!.survival], [0.3779990715974074]);
  near(
    [forecastOpportunities(stored["bg-bb"], { frequency: 2, recency: 3, opportunities: 4 }, 5).expected],
    [1.9165819717935606],
  );
});

test("weights of 0.1", () => {
  expect(defineValueWeights(stored.weights)).toEqual(stored.weights);
  expect(stored.weights).toEqual(defaultValueWeights);
});
