import { summarizePurchases } from "clientele/history";
import {
  acquisitionPayback,
  allocateEffort,
  compareModels,
  contributionMargin,
  defaultValueWeights,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitNbd,
  identifyLowProfit,
  profitLevers,
  scoreValue,
  serviceLevels,
  timeDrivenCosts,
} from "clientele/value";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const order = (customerId: string) => ({
  id: customerId,
  customerId,
  at: "2025-04-01",
  amount: "10.00",
  cost: "4.00",
  currency: "USD",
});
const base = summarizePurchases([order("ann"), order("ben")], { asOf: "2026-04-01", measures: ["cost"] });
const found = contributionMargin(base);
const sign = Symbol("a value of no type that JSON knows") as never;
const purchases = {
  timeUnit: "week",
  frequency: [2, 0, 1],
  recency: [30, 0, 8],
  age: [39, 39, 39],
  weight: [40, 90, 30],
} as const;
const spends = { frequency: [2, 1, 5], meanSpend: [30, 22, 41], weight: [40, 30, 9] };
const gifts = { frequency: [0, 1], recency: [0, 1], opportunities: [3, 3], weight: [5, 5] };
const budget = { budget: usd("10.00"), unitCost: usd("1.00") };
const levels = [{ band: "a", service: "call", cost: usd("1.00") }];
const nbd = fitNbd(purchases);
const levers = (options: object) => () => profitLevers(found, base, { targetMarginRate: 0.9, ...options } as never);
const low = (options: object) => () => [...identifyLowProfit(found, base, options as never)];
const margin = (counts: unknown) => () =>
  contributionMargin(base, { drivers: [{ id: "x", rate: usd("1.00"), counts }] } as never);

// What a value function is handed in place of what it wants, and where it says so.
test.each<[string, () => unknown, string, readonly (string | number)[]]>([
  ["a flag that is no column", low({ dissatisfied: 0 }), "INVALID_OPTIONS", ["dissatisfied"]],
  ["a flag without what is known", low({ competition: { values: [1, 1] } }), "INVALID_OPTIONS", ["competition"]],
  [
    "flags of one customer too few",
    low({ competition: { values: [1], known: [1] } }),
    "INVALID_OPTIONS",
    ["competition"],
  ],
  ["no groups", levers({ comparable: null }), "INVALID_OPTIONS", ["comparable"]],
  [
    "a promotion that brings money",
    levers({ promotionCost: usd("-5.00") }),
    "INVALID_OPTIONS",
    ["promotionCost", "amount"],
  ],
  [
    "a service at a cost below zero",
    levers({ valueAddedService: { price: usd("1.00"), cost: usd("-1.00") } }),
    "INVALID_OPTIONS",
    ["valueAddedService", "cost", "amount"],
  ],
  ["counts that are a number", margin(5), "INVALID_OPTIONS", ["drivers", 0, "counts"]],
  ["no counts", margin(null), "INVALID_OPTIONS", ["drivers", 0, "counts"]],
  ["counts without values", margin({ known: [1, 1] }), "INVALID_OPTIONS", ["drivers", 0, "counts"]],
  [
    "a capacity without its cost",
    () => timeDrivenCosts({ capacity: { minutes: 10 }, activities: [] } as never),
    "INVALID_ARGUMENT",
    ["capacity", "cost"],
  ],
  [
    "a weight of no type",
    () => scoreValue(base, { ...defaultValueWeights, weights: { margin: sign } }),
    "INVALID_DEFINITION",
    ["weights", "margin"],
  ],
  [
    "worth without what is known",
    () => allocateEffort({ values: [1, 1] } as never, base, budget),
    "INVALID_OPTIONS",
    ["value"],
  ],
  [
    "worth that is no number",
    () => allocateEffort({ values: [Number.NaN, 1], known: [1, 1] }, base, budget),
    "INVALID_OPTIONS",
    ["value", "values", 0],
  ],
  [
    "bands without what is known",
    () => serviceLevels(found, { values: ["a", "a"] } as never, levels),
    "INVALID_OPTIONS",
    ["bands"],
  ],
  [
    "channels that cannot be asked",
    () => acquisitionPayback(base, [], { channelOf: { ann: "ads" } as never }),
    "INVALID_ARGUMENT",
    ["channelOf"],
  ],
  [
    "a frequency of no type",
    () => fitBgNbd({ ...purchases, frequency: [sign, 0, 1] }),
    "INVALID_PURCHASE_STATISTICS",
    ["frequency", 0],
  ],
  [
    "an age of no type",
    () => fitBgNbd({ ...purchases, age: [sign, 39, 39] }),
    "INVALID_PURCHASE_STATISTICS",
    ["age", 0],
  ],
  [
    "a weight of people of no type",
    () => fitBgNbd({ ...purchases, weight: [sign, 9, 9] }),
    "INVALID_PURCHASE_STATISTICS",
    ["weight", 0],
  ],
  [
    "people below zero who spend",
    () => fitGammaGamma({ ...spends, weight: [-1, 30, 9] }),
    "INVALID_SPEND_STATISTICS",
    ["weight", 0],
  ],
  [
    "people who spend, and are no number",
    () => fitGammaGamma({ ...spends, weight: [Number.NaN, 30, 9] }),
    "INVALID_SPEND_STATISTICS",
    ["weight", 0],
  ],
  [
    "occasions without end",
    () => fitBgBb({ ...gifts, opportunities: [1e300, 3] }),
    "INVALID_OPPORTUNITY_STATISTICS",
    ["opportunities", 0],
  ],
  [
    "a fit without its likelihood",
    () => compareModels([nbd, { ...nbd, logLikelihood: undefined as never }]),
    "INVALID_MODELS",
    ["models", 1, "logLikelihood"],
  ],
])("%s", (_, call, code, path) => {
  expect(faultOf(call)).toMatchObject({ code, path });
});
