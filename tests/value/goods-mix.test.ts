import { describeReasons } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { en, zhCN } from "clientele/labels";
import type { TransactionLine } from "clientele/model";
import { contributionMargin, defineValueWeights, identifyLowProfit, profitLevers, scoreValue } from "clientele/value";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const tea = (net: string, cost: string): TransactionLine => ({ sku: "t", category: "tea", net, cost });
const cups = (net: string, cost: string): TransactionLine => ({ sku: "c", category: "cups", net, cost });
const read = (dimensions: readonly "category"[], measures: readonly ("cost" | "discount")[] = ["cost"]) =>
  summarizePurchases(
    Object.entries({
      ann: [tea("100.00", "50.00")],
      ben: [tea("60.00", "30.00"), cups("40.00", "36.00")],
      cai: [cups("100.00", "90.00")],
      // Tea at a price that leaves little: a low margin rate of the customer's own, not of the goods.
      dan: [tea("40.00", "32.00")],
    }).map(([customerId, lines]) => {
      const sum = (of: "net" | "cost") => lines.reduce((all, line) => all + Number(line[of]), 0).toFixed(2);
      return {
        id: customerId,
        customerId,
        at: "2025-04-01",
        amount: sum("net"),
        cost: sum("cost"),
        currency: "USD",
        lines,
      };
    }),
    { asOf: "2026-04-01", dimensions, measures },
  );
const base = read(["category"]);
const contributions = contributionMargin(base);

// By hand: tea leaves 88 of 200, cups 14 of 140, all of it 102 of 340. What is bought brings ann .44, ben .6 × .44 + .4 × .1 = .304, cai .1, dan .44;
// the median of them is .372.
describe("the mix of goods", () => {
  test("is a reason for those whose goods bring little, not for those who pay little for good ones", () => {
    const low = identifyLowProfit(contributions, base, { targetMarginRate: 0.25, mixBy: "category" });
    const mixOf = (id: string) => low.get(id)!.class.reasons.find(({ code }) => code === "value.low-margin-mix");
    const { share, rate, usual } = mixOf("cai")!.params as Record<string, number>;
    expect([share, rate]).toEqual([1, 0.1]);
    expect(usual).toBeCloseTo(0.372, 12);
    expect(low.get("dan")!.class).toMatchObject({ value: "low-profit" });
    expect(mixOf("dan")).toBeUndefined();
    expect(describeReasons([mixOf("cai")!], en)).toEqual([
      "100 % of the spend is on low-margin goods: they bring 10 %, where 37.2 % is usual",
    ]);
    expect(describeReasons([mixOf("cai")!], zhCN)).toEqual([
      "100% 的消费来自低利润商品：所购商品利润率 10%，通常为 37.2%",
    ]);
    const partly = identifyLowProfit(contributions, base, { targetMarginRate: 0.4, mixBy: "category" }).get("ben")!;
    expect(partly.class.reasons).toContainEqual({
      code: "value.low-margin-mix",
      params: { share: 0.4, rate: expect.closeTo(0.304, 12), usual: expect.closeTo(0.372, 12) },
    });
  });

  test("never makes the class, and says nothing unless asked", () => {
    const classes = (options = {}) => Array.from(identifyLowProfit(contributions, base, options).columns.class.values);
    expect(classes({ mixBy: "category" })).toEqual(classes());
    const silent = identifyLowProfit(contributions, base, { targetMarginRate: 0.25 }).get("cai")!;
    expect(silent.class.reasons.map(({ code }) => code)).not.toContain("value.low-margin-mix");
  });

  test("is a lever: what comparable customers buy, at the rate the base has on it", () => {
    const levers = (options = {}) => profitLevers(contributions, base, { targetMarginRate: 0.25, ...options });
    const mixOf = (id: string, options = {}) =>
      levers(options)
        .get(id)!
        .levers.find(({ lever }) => lever === "mix");
    // (.372 − .1) × 100 a year of 365 in 365.25 days: 27.2186.
    expect(mixOf("cai", { mixBy: "category" })).toMatchObject({
      gain: usd("27.21"),
      closesGap: true,
      reasons: [{ code: "value.lever-mix" }],
    });
    expect(mixOf("dan", { mixBy: "category" })).toBeUndefined();
    expect(mixOf("cai")).toBeUndefined();
    // Among cai and ben alone the median is .202.
    const comparable = ["a", "b", "b", "a"];
    expect(mixOf("cai", { mixBy: "category", comparable })).toMatchObject({ gain: usd("10.20"), closesGap: false });
  });

  test("counts purchases that state a value and its cost, less what came back", () => {
    const order = { customerId: "eve", at: "2025-04-01", currency: "USD" };
    const rows = [
      { ...order, id: "1", amount: "150.00", cost: "80.00", lines: [tea("50.00", "25.00"), cups("100.00", "55.00")] },
      { ...order, id: "2", amount: "9.00", cost: "9.00" },
      { ...order, id: "3", amount: "9.00", cost: "9.00", lines: [{ sku: "x", category: "box", net: "9.00" }] },
      {
        ...order,
        id: "4",
        kind: "refund" as const,
        refundOf: "1",
        at: "2025-05-01",
        amount: "100.00",
        cost: "55.00",
        lines: [cups("100.00", "55.00")],
      },
    ];
    const eve = summarizePurchases(rows, { asOf: "2026-04-01", dimensions: ["category"], measures: ["cost"] });
    const found = identifyLowProfit(contributionMargin(eve), eve, { targetMarginRate: 1, mixBy: "category" });
    // One customer is the median: no reason, and no lever either.
    expect(found.at(0).class).toMatchObject({ value: "low-profit" });
    expect(found.at(0).class.reasons.map(({ code }) => code)).toEqual(["value.below-target-rate"]);
  });

  test("is a part of the value score by request", () => {
    const weights = defineValueWeights({ id: "mix", version: 1, weights: { marginMix: 1 } });
    const scores = [...scoreValue(base, weights)].map(({ score }) =>
      score.status === "known" ? score.value : undefined,
    );
    // Mean .321, standard deviation √(.077452 ÷ 4) = .139151.
    expect(scores.map((score) => score?.toFixed(4))).toEqual(["0.8552", "-0.1222", "-1.5882", "0.8552"]);
    expect(scoreValue(read([]), weights).at(0)).toMatchObject({ score: { status: "unknown" } });
  });

  test("wants a base read with the dimension and with costs", () => {
    const without = read([]);
    const call = (mixBy: never) => faultOf(() => identifyLowProfit(contributions, without, { mixBy }));
    expect(call("category" as never)).toMatchObject({ code: "DIMENSION_NOT_READ" });
    expect(call(5 as never)).toMatchObject({ code: "INVALID_OPTIONS", path: ["mixBy"] });
    const free = read(["category"], ["discount"]);
    expect(faultOf(() => identifyLowProfit(contributions, free, { mixBy: "category" }))).toMatchObject({
      code: "MEASURE_NOT_READ",
    });
  });
});

describe("a service to be added", () => {
  const lever = (price: string, cost: string) =>
    profitLevers(contributions, base, {
      targetMarginRate: 0.25,
      valueAddedService: { price: usd(price), cost: usd(cost) },
    })
      .get("cai")!
      .levers.find(({ lever }) => lever === "value-added-service");
  test("brings its price less its cost a year, and is none where it costs as much", () => {
    expect(lever("40.00", "15.00")).toMatchObject({
      gain: usd("25.00"),
      closesGap: true,
      reasons: [{ code: "value.lever-value-added-service" }],
    });
    expect(lever("40.00", "40.00")).toBeUndefined();
    expect(lever("40.00", "50.00")).toBeUndefined();
  });
});

test("whoever is at the target has no gap, and a lever to the last unit is not rounded away", () => {
  // 0.07 × 10,000 is 700.0000000000001 as a double.
  const order = (customerId: string, cost: string, discount: string) => ({
    id: customerId,
    customerId,
    at: "2025-04-01",
    amount: "100.00",
    cost,
    discount,
    currency: "USD",
  });
  const shop = summarizePurchases([order("ann", "93.00", "0.00"), order("ben", "95.00", "2.00")], {
    asOf: "2026-04-01",
    measures: ["cost", "discount"],
  });
  const levers = profitLevers(contributionMargin(shop), shop, { targetMarginRate: 0.07 });
  expect(levers.get("ann")).toMatchObject({ gap: { value: usd("0.00") }, levers: [] });
  expect(levers.get("ben")!.levers[0]).toMatchObject({ lever: "price", closesGap: true });
});
