import { describeReasons } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { en, zhCN } from "clientele/labels";
import type { Transaction } from "clientele/model";
import {
  acquisitionPayback,
  allocateEffort,
  breakEvenOrderValue,
  contributionMargin,
  defineValueWeights,
  identifyLowProfit,
  marginRetentionValue,
  priceForMargin,
  profitBridge,
  profitCurve,
  profitLevers,
  scoreValue,
  serviceLevels,
  timeDrivenCosts,
  validateValueWeights,
  valueSummary,
} from "clientele/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { superstoreLines } from "../support/superstore.js";

const usd = (amount: string) => ({ amount, currency: "USD" });

/** Superstore's orders with their cost (sales less profit) and their discount from the list price, four decimals. */
function superstore() {
  const orders = new Map<string, { line: Record<string, string>; sales: number; cost: number; discount: number }>();
  for (const line of superstoreLines()) {
    const [sales, profit, rate] = [line.Sales, line.Profit, line.Discount].map(Number) as [number, number, number];
    const order = orders.get(line["Order ID"]!) ?? { line, sales: 0, cost: 0, discount: 0 };
    order.sales += Math.round(sales * 1e4);
    order.cost += Math.round(sales * 1e4) - Math.round(profit * 1e4);
    order.discount += Math.round((sales / (1 - rate) - sales) * 1e4);
    orders.set(line["Order ID"]!, order);
  }
  const rows = Array.from(
    orders,
    ([id, { line, sales, cost, discount }]): Transaction => ({
      id,
      customerId: line["Customer ID"]!,
      at: line["Order Date"]!,
      amount: (sales / 1e4).toFixed(4),
      cost: (cost / 1e4).toFixed(4),
      discount: (discount / 1e4).toFixed(4),
      currency: "USD",
    }),
  );
  return summarizePurchases(rows, { asOf: "2017-12-31", scale: 4, measures: ["cost", "discount"] });
}

const orderOf = (
  customerId: string,
  amount: string,
  cost: string,
  at = "2025-04-01",
  more: Partial<Transaction> = {},
): Transaction => ({
  id: customerId + at + amount,
  customerId,
  at,
  amount,
  cost,
  currency: "USD",
  ...more,
});
const baseOf = (rows: readonly Transaction[]) =>
  summarizePurchases(rows, { asOf: "2026-04-01", measures: ["cost", "discount"] });

describe("Superstore", () => {
  const base = superstore();
  const contributions = contributionMargin(base);

  test("the whale peaks at 124.87 % of the profit, and 155 of 793 customers lose money", () => {
    const curve = profitCurve(contributions);
    expect(((curve.peak.share ?? 0) * 100).toFixed(2)).toBe("124.87");
    expect([curve.losing.customers, curve.points.length, curve.unknown]).toEqual([155, 793, 0]);
    expect(curve.total).toBe("286397.0217");
    expect(curve.deciles.reduce((sum, { customers }) => sum + customers, 0)).toBe(793);
  });

  test("who loses money is low, with reasons in both languages and levers", () => {
    const low = identifyLowProfit(contributions, base);
    expect(low.customers["low-profit"]).toBe(155);
    const [first] = [...low].filter((row) => row.class.status === "known" && row.class.value === "low-profit");
    expect(describeReasons(first!.class.reasons, en)[0]).toMatch(/^Takes away money: -/);
    expect(describeReasons(first!.class.reasons, zhCN)[0]).toMatch(/^亏损：-/);
    const levers = profitLevers(contributions, base, { targetMarginRate: 0.1 });
    const row = levers.get(first!.customerId)!;
    expect(row.levers.length).toBeGreaterThan(0);
    for (const { lever, gain } of row.levers) expect([lever, Number(gain.amount) > 0]).toEqual([lever, true]);
  });

  test("the bridge is exact", () => {
    const bridge = profitBridge(contributions, base);
    expect(bridge.contribution).toBe("286397.0217");
    const product = bridge.customers * bridge.ordersPerCustomer * bridge.netPerOrder * bridge.marginRate;
    expect(product).toBeCloseTo(286397.0217, 4);
  });
});

describe("contribution", () => {
  test("the waterfall of a pocket price: list 100, discounts 20, cost 50 leave 30", () => {
    const { waterfall, marginRate } = contributionMargin(
      baseOf([orderOf("ann", "80.00", "50.00", "2025-04-01", { discount: "20.00" })]),
    ).at(0);
    expect(waterfall).toMatchObject({
      value: {
        list: "100.00",
        discounts: "20.00",
        returns: "0.00",
        costOfGoods: "50.00",
        costToServe: "0.00",
        contribution: "30.00",
      },
    });
    expect(marginRate).toMatchObject({ value: 0.375 });
  });

  test("adds up to the minor unit, whatever is bought, returned and served", () => {
    const row = fc.record({
      cents: fc.integer({ min: 1, max: 99_999 }),
      cost: fc.integer({ min: 0, max: 99_999 }),
      discount: fc.integer({ min: 0, max: 9999 }),
      customer: fc.constantFrom("ann", "ben"),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }),
        (rows, calls) => {
          const base = baseOf(
            rows.map(({ cents, cost, discount, customer }, i) => ({
              ...orderOf(customer, (cents / 100).toFixed(2), (cost / 100).toFixed(2)),
              id: `${i}`,
              discount: (discount / 100).toFixed(2),
            })),
          );
          const counts = Array.from(base.customerIds, (_, i) => calls[i]!);
          const found = contributionMargin(base, { drivers: [{ id: "call", rate: usd("4.55"), counts }] });
          for (const { waterfall } of found) {
            if (waterfall.status !== "known") throw new Error("unknown");
            const { list, discounts, returns, costOfGoods, costToServe, contribution } = waterfall.value;
            const cents = (amount: string) => Math.round(Number(amount) * 100);
            expect(cents(list) - cents(discounts) - cents(returns) - cents(costOfGoods) - cents(costToServe)).toBe(
              cents(contribution),
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("an unstated cost is unknown, not free", () => {
    const { cost: _, ...silent } = orderOf("ben", "10.00", "1.00");
    const found = contributionMargin(baseOf([orderOf("ann", "10.00", "4.00"), silent]));
    expect(found.get("ben")).toMatchObject({
      waterfall: { status: "unknown", missing: ["cost"] },
      marginRate: { status: "unknown" },
    });
    expect([found.coverage.cost, profitCurve(found).unknown, found.total.amount]).toEqual([0.5, 1, "6.00"]);
  });

  test.each([
    ["no cost read", () => contributionMargin(summarizePurchases([], { asOf: "2026-01-01" })), "MEASURE_NOT_READ"],
    [
      "another currency",
      () =>
        contributionMargin(baseOf([orderOf("a", "1.00", "1.00")]), {
          drivers: [{ id: "x", rate: { amount: "1", currency: "EUR" }, counts: [1] }],
        }),
      "CURRENCY_MISMATCH",
    ],
    [
      "too few counts",
      () =>
        contributionMargin(baseOf([orderOf("a", "1.00", "1.00")]), {
          drivers: [{ id: "x", rate: usd("1"), counts: [] }],
        }),
      "INVALID_OPTIONS",
    ],
    [
      "a negative count",
      () =>
        contributionMargin(baseOf([orderOf("a", "1.00", "1.00")]), {
          drivers: [{ id: "x", rate: usd("1"), counts: [-1] }],
        }),
      "INVALID_OPTIONS",
    ],
  ])("%s is refused", (_, call, code) => {
    expect(faultOf(call)).toMatchObject({ code });
  });
});

describe("the whale curve", () => {
  const curveOf = (profits: readonly number[]) =>
    profitCurve(
      contributionMargin(baseOf(profits.map((profit, i) => orderOf(`c${i}`, "1000.00", (1000 - profit).toFixed(2))))),
    );

  test("of ten customers peaks at 146.25 %", () => {
    const curve = curveOf([500, 300, 200, 100, 50, 20, 0, -50, -120, -200]);
    expect(curve.points.map(({ share }) => Math.round((share ?? 0) * 1000) / 10)).toEqual([
      62.5, 100, 125, 137.5, 143.8, 146.3, 146.3, 140, 125, 100,
    ]);
    expect(curve.peak).toEqual({ customers: 6, cumulative: "1170.00", share: 1.4625 });
    expect(curve.losing).toEqual({ customers: 3, amount: "-370.00" });
  });

  test("with a total of nothing or less has amounts and no shares", () => {
    for (const profits of [
      [10, -10],
      [5, -50],
    ]) {
      const curve = curveOf(profits);
      expect(curve.points.every(({ share }) => share === null)).toBe(true);
      expect(curve.peak).toMatchObject({ customers: 1, share: null });
    }
    expect(profitCurve(contributionMargin(baseOf([])))).toMatchObject({
      points: [],
      peak: { customers: 0 },
      total: "0.00",
    });
  });
});

describe("prices and times", () => {
  test("a price is rounded up to the unit", () => {
    expect(priceForMargin(usd("80.00"), "0.30")).toEqual(usd("114.29"));
    expect(priceForMargin(usd("80.00"), "0")).toEqual(usd("80.00"));
    expect(priceForMargin({ amount: "80", currency: "JPY" }, "0.30").amount).toBe("115");
    expect(breakEvenOrderValue({ perOrder: usd("5.00"), marginRate: "0.3" })).toEqual(usd("16.67"));
    for (const rate of ["1", "-0.1", "x", 0.3 as never])
      expect(faultOf(() => priceForMargin(usd("1.00"), rate))).toMatchObject({ code: "INVALID_OPTIONS" });
    expect(faultOf(() => breakEvenOrderValue({ perOrder: usd("1.00"), marginRate: "0" }))).toMatchObject({
      path: ["marginRate"],
    });
  });

  test("unused capacity is apart", () => {
    const found = timeDrivenCosts({
      capacity: { minutes: 700_000, cost: usd("560000.00") },
      activities: [
        { id: "order", minutes: 40, count: 9800 },
        { id: "inquiry", minutes: 220, count: 280 },
        { id: "credit", minutes: 250, count: 500 },
      ],
    });
    expect(found.activities.map(({ unitCost }) => unitCost.amount)).toEqual(["32.00", "176.00", "200.00"]);
    expect([found.usedMinutes, found.assigned.amount, found.unused.amount]).toEqual([578_600, "462880.00", "97120.00"]);
    expect(found.usedShare).toBeCloseTo(0.8266, 4);
    const over = timeDrivenCosts({
      capacity: { minutes: 10, cost: usd("10.00") },
      activities: [{ id: "a", minutes: 20, count: 1 }],
    });
    expect([over.usedShare, over.unused.amount]).toEqual([2, "0.00"]);
    expect(
      faultOf(() => timeDrivenCosts({ capacity: { minutes: 0, cost: usd("1.00") }, activities: [] })),
    ).toMatchObject({ code: "INVALID_OPTIONS" });
  });
});

describe("low profit", () => {
  const base = baseOf([
    orderOf("ann", "100.00", "50.00", "2025-04-01", { discount: "0.00" }),
    orderOf("ann", "100.00", "50.00", "2025-06-01", { discount: "0.00" }),
    orderOf("ben", "90.00", "80.00", "2025-04-01", { discount: "30.00" }),
    orderOf("cai", "20.00", "30.00", "2025-04-01", { discount: "0.00" }),
    orderOf("dan", "20.00", "30.00", "2026-03-20", { discount: "0.00" }),
  ]);
  const contributions = contributionMargin(base, {
    drivers: [{ id: "call", rate: usd("5.00"), counts: [0, 1, 0, 0] }],
  });
  const classes = (options = {}) =>
    [...identifyLowProfit(contributions, base, options)].map((row) =>
      row.class.status === "known" ? row.class.value : "unknown",
    );

  test("below zero, below a target, in the lowest third; the young are told apart", () => {
    expect(classes()).toEqual(["sound", "sound", "low-profit", "too-new"]);
    expect(classes({ targetMarginRate: 0.2 })).toEqual(["sound", "low-profit", "low-profit", "too-new"]);
    expect(classes({ targetMarginRate: 5 / 90 })).toEqual(["sound", "sound", "low-profit", "too-new"]);
    expect(classes({ tercile: true })[0]).toBe("sound");
    const flags = { values: [1, 1, 1, 1], known: [1, 1, 1, 1] };
    expect(classes({ dissatisfied: flags, competition: flags })).toEqual(classes());
    const told = identifyLowProfit(contributions, base, { dissatisfied: flags })
      .get("cai")!
      .class.reasons.map(({ code }) => code);
    expect(told).toContain("value.dissatisfied");
    expect(identifyLowProfit(contributions, base).get("ann")?.annual).toMatchObject({
      value: expect.stringMatching(/^9\d\.|^100/),
    });
  });

  test("levers close the gap or not, and no promotion costs more than it gains", () => {
    const levers = (promotionCost?: { amount: string; currency: string }) =>
      profitLevers(contributions, base, { targetMarginRate: 0.25, ...(promotionCost && { promotionCost }) });
    const ben = levers().get("ben")!;
    // 22.50 wanted, 5.00 there; a year is 365 of 365.25 days.
    expect(ben.gap).toMatchObject({ value: usd("17.52") });
    expect(ben.levers.find(({ lever }) => lever === "price")).toMatchObject({ gain: usd("30.02"), closesGap: true });
    const frequency = (cost?: string) =>
      levers(cost === undefined ? undefined : usd(cost))
        .get("ben")!
        .levers.find(({ lever }) => lever === "frequency");
    expect(frequency()).toBeDefined();
    expect(frequency("1000.00")).toBeUndefined();
    expect(
      levers()
        .get("cai")!
        .levers.some(({ lever }) => lever === "frequency"),
    ).toBe(false);
    expect(levers().get("ann")).toMatchObject({ gap: { value: usd("0.00") }, levers: [] });
    expect(faultOf(() => profitLevers(contributions, baseOf([]), { targetMarginRate: 0.2 }))).toMatchObject({
      code: "INVALID_OPTIONS",
    });
  });
});

describe("scores and effort", () => {
  const base = baseOf([
    orderOf("ann", "400.00", "100.00"),
    orderOf("ben", "100.00", "90.00"),
    orderOf("cai", "100.00", "90.00"),
  ]);

  test("contributions add up to the score, and the mean customer has 0", () => {
    const rows = [...scoreValue(base)];
    for (const { score, contributions } of rows) {
      const sum = Object.values(contributions).reduce((all, part) => all + part, 0);
      expect(score.status === "known" && score.value).toBeCloseTo(sum, 12);
    }
    const all = rows.reduce((sum, { score }) => sum + (score.status === "known" ? score.value : 0), 0);
    expect(all).toBeCloseTo(0, 12);
    expect(rows[0]!.score).toMatchObject({ status: "known" });
    // Everybody bought once on one day: frequency and recency say nothing.
    expect(rows[0]!.contributions).toMatchObject({ frequency: 0, recency: 0 });
    const never = summarizePurchases([], { asOf: "2026-01-01", currency: "USD", customerIds: ["eve"] });
    expect(scoreValue(never).at(0)).toMatchObject({ score: { status: "unknown" }, contributions: {} });
  });

  test("weights are checked", () => {
    expect(validateValueWeights(defineValueWeights({ id: "x", version: 1, weights: { net: 1 } }))).toEqual([]);
    for (const weights of [{}, { net: -1 }, { nett: 1 }, { net: 0 }]) {
      expect(faultOf(() => defineValueWeights({ id: "x", version: 1, weights: weights as never }))).toMatchObject({
        code: "INVALID_DEFINITION",
      });
    }
  });

  test("effort adds up to what the budget buys, and goes to nobody without room", () => {
    const shop = baseOf([
      orderOf("ann", "100.00", "1.00"),
      orderOf("ben", "40.00", "1.00"),
      orderOf("cai", "20.00", "1.00"),
      orderOf("dan", "10.00", "1.00"),
    ]);
    const value = { values: [50, 30, 30, 5], known: [1, 1, 1, 0] };
    const found = allocateEffort(value, shop, { budget: usd("105.00"), unitCost: usd("10.00") });
    const units = Array.from(found.columns.units);
    expect(units.reduce((sum, each) => sum + each, 0)).toBe(10);
    expect([units[0], units[3]]).toEqual([0, 0]);
    expect(found.get("cai")!.headroom).toMatchObject({ value: usd("35.00") });
    const one = baseOf([orderOf("ann", "100.00", "1.00")]);
    expect(
      Array.from(
        allocateEffort({ values: [9], known: [1] }, one, { budget: usd("100.00"), unitCost: usd("10.00") }).columns
          .units,
      ),
    ).toEqual([0]);
    expect(faultOf(() => allocateEffort(value, shop, { budget: usd("1.00"), unitCost: usd("0.00") }))).toMatchObject({
      path: ["unitCost", "amount"],
    });
    expect(faultOf(() => allocateEffort(value, one, { budget: usd("1.00"), unitCost: usd("1.00") }))).toMatchObject({
      path: ["value"],
    });
  });

  test("a band without a service stays unknown", () => {
    const levels = [{ band: "high", service: "own", cost: usd("10.00") }];
    const found = serviceLevels(contributionMargin(base), { values: ["high", "low", ""], known: [1, 1, 0] }, levels);
    expect(
      [...found].map(({ service, after }) => [service.status, after.status === "known" ? after.value.amount : null]),
    ).toEqual([
      ["known", "290.00"],
      ["unknown", null],
      ["unknown", null],
    ]);
    expect(faultOf(() => serviceLevels(contributionMargin(base), { values: [], known: [] }, levels))).toMatchObject({
      path: ["bands"],
    });
  });
});

describe("simple values", () => {
  test("margin, retention, discount: 100 at 80 % and 10 % is worth 266.67", () => {
    expect(marginRetentionValue({ margin: usd("100.00"), retention: 0.8, discountRate: 0.1 })).toMatchObject({
      value: usd("266.67"),
      warnings: [{ code: "value.one-retention-for-all" }],
    });
    for (const retention of [1, -0.1, Number.NaN]) {
      expect(faultOf(() => marginRetentionValue({ margin: usd("1.00"), retention, discountRate: 0.1 }))).toMatchObject({
        code: "INVALID_OPTIONS",
      });
    }
  });

  test("an empty base has no averages", () => {
    const found = valueSummary(summarizePurchases([], { asOf: "2026-01-01", currency: "USD" }));
    expect([found.historicValue.amount, found.averageOrderValue.status, found.repeatRate.status]).toEqual([
      "0.00",
      "unknown",
      "unknown",
    ]);
  });

  test("a cost is paid back by month, or not yet, and by channel", () => {
    const base = baseOf([
      orderOf("ann", "30.00", "0.00", "2025-01-05"),
      orderOf("ann", "50.00", "0.00", "2025-03-05"),
      orderOf("ben", "10.00", "0.00", "2025-01-20"),
    ]);
    const channelOf = new Map([
      ["ann", "ads"],
      ["ben", "shop"],
    ]);
    const found = acquisitionPayback(
      base,
      [
        { cohort: "2025-01-15", cost: usd("80.00") },
        { cohort: "2025-01-01", channel: "shop", cost: usd("20.00") },
        { cohort: "2025-02-01", cost: usd("5.00") },
        { cohort: "2027-01-01", cost: usd("5.00") },
      ],
      { channelOf },
    );
    expect(found.map(({ customers, payback, ratio }) => [customers, payback, ratio.slice(0, 3)])).toEqual([
      [2, 2, [0.5, 0.5, 1.125]],
      [1, "not-yet", [0.5, 0.5, 0.5]],
      [0, "not-yet", [0, 0, 0]],
      [0, "not-yet", []],
    ]);
    expect(found[0]!.acquisitionCost).toMatchObject({ value: usd("40.00") });
    expect(found[2]!.acquisitionCost.status).toBe("unknown");
    expect(
      faultOf(() => acquisitionPayback(base, [{ cohort: "2025-01-01", channel: "ads", cost: usd("1.00") }])),
    ).toMatchObject({ path: ["channelOf"] });
    expect(faultOf(() => acquisitionPayback(base, [{ cohort: "2025-01-01", cost: usd("0.00") }]))).toMatchObject({
      code: "INVALID_OPTIONS",
    });
  });
});
