import {
  backtestChurn,
  churnReasons,
  churnSchema,
  defaultChurnRules,
  defineChurnRules,
  retentionOfferValue,
  ruleContributions,
} from "clientele/churn";
import { conditions } from "clientele/conditions";
import { type CustomerBase, customerFacts, summarizePurchases, withFacts } from "clientele/history";
import { customerSchema, defineSchema, type FactTable, factTable } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cdnowOrders, onlineRetailSales } from "../history/support/real-purchases.js";
import { baseOf } from "../lifecycle/support/orders.js";
import { faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";

const horizon = { days: 60 };

describe("a backtest", () => {
  const histories = fc.dictionary(
    fc.constantFrom("ann", "ben", "cai", "dan", "eve"),
    fc.array(fc.integer({ min: 0, max: 330 }), { minLength: 1, maxLength: 9 }),
    { minKeys: 1 },
  );
  const dayOf = (offset: number) => new Date(Date.UTC(2025, 0, 1) + offset * 864e5).toISOString().slice(0, 10);
  const baseOfOffsets = (offsets: Record<string, number[]>) =>
    baseOf(
      Object.fromEntries(
        Object.entries(offsets).map(([id, own]) => [id, [...new Set(own)].sort((a, b) => a - b).map(dayOf)]),
      ),
      "2025-12-31",
    );

  test("gives the same scores, whatever happens after its day", () => {
    fc.assert(
      fc.property(histories, histories, (past, future) => {
        const early = Object.fromEntries(
          Object.entries(past).map(([id, own]) => [id, own.map((offset) => offset % 180)]),
        );
        const later = Object.fromEntries(
          Object.entries(early).map(([id, own]) => [
            id,
            [...own, ...(future[id] ?? []).map((offset) => 200 + (offset % 130))],
          ]),
        );
        const test = { asOf: ["2025-06-30"], horizon };
        expect(backtestChurn(baseOfOffsets(later), defaultChurnRules, test).scores).toEqual(
          backtestChurn(baseOfOffsets(early), defaultChurnRules, test).scores,
        );
      }),
      { numRuns: 100 },
    );
  });

  const base = baseOf(
    {
      ann: ["2025-03-01", "2025-04-01", "2025-05-01", "2025-07-05"],
      ben: ["2025-03-01", "2025-04-01", "2025-05-01", "2025-09-15"],
      cai: ["2025-03-01", "2025-04-01"],
    },
    "2025-12-31",
  );
  const labelsOf = (options: object) =>
    backtestChurn(base, defaultChurnRules, { asOf: ["2025-05-31"], horizon, ...options }).labels;

  test("looks at (day + gap, day + gap + horizon], to the day", () => {
    // Ann's next purchase is 35 days after the day, ben's 107.
    expect(labelsOf({})).toEqual([0, 1, 1]);
    expect([34, 35].map((days) => labelsOf({ horizon: { days } })[0])).toEqual([1, 0]);
    expect([34, 35].map((days) => labelsOf({ gap: { days }, horizon: { days: 40 } })[0])).toEqual([0, 1]);
    expect([106, 107].map((days) => labelsOf({ horizon: { days } })[1])).toEqual([1, 0]);
  });

  test("refuses a horizon past the data, to the day", () => {
    expect(labelsOf({ asOf: ["2025-11-01"] })).toHaveLength(2);
    expect(faultOf(() => labelsOf({ asOf: ["2025-05-31", "2025-11-02"] }))).toMatchObject({
      code: "HORIZON_BEYOND_DATA",
      path: ["asOf", 1],
    });
    expect(faultOf(() => labelsOf({ asOf: [] }))).toMatchObject({ code: "INVALID_OPTIONS" });
    expect(faultOf(() => labelsOf({ horizn: horizon }))).toMatchObject({ code: "INVALID_OPTIONS" });
  });

  test("contracts count as left when they end by then", () => {
    const contract = (customerId: string, end: string) => ({ id: customerId, customerId, start: "2025-01-01", end });
    const contracts = [contract("ann", "2025-06-15"), contract("ben", "2025-12-15")];
    expect(labelsOf({ contracts })).toEqual([1, 0, 1]);
  });

  test("only whom it may look at: enough purchase days, the lapsed only when asked for", () => {
    expect(labelsOf({ minPurchaseDays: 3 })).toHaveLength(2);
    const gone = baseOf(
      { ann: ["2024-01-01", "2024-01-11", "2024-01-21"], ben: ["2025-05-01", "2025-05-11"] },
      "2025-12-31",
    );
    const customersOf = (lapsedToo: boolean) =>
      backtestChurn(gone, defaultChurnRules, { asOf: ["2025-05-31"], horizon, lapsedToo }).customers;
    expect([customersOf(false), customersOf(true)]).toEqual([1, 2]);
  });

  const crowd = baseOf(
    Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `c${i}`,
        ["2025-01-10", `2025-02-${10 + (i % 10)}`, `2025-04-${10 + (i % 17)}`, ...(i % 2 === 0 ? ["2025-07-01"] : [])],
      ]),
    ),
    "2025-12-31",
  );
  const future = churnSchema(defineSchema({ attributes: { comesBack: { type: "number" } } }));
  const poisoned = defineChurnRules(
    {
      id: "poisoned",
      version: 1,
      scorecard: {
        id: "poisoned",
        version: 1,
        rules: [
          { id: "future", when: conditions(future).attr("comesBack").eq(0), points: 10, reason: "x" },
          { id: "late", when: conditions(future).attr("churn.daysSinceLast").gte(40), points: 1, reason: "y" },
        ],
        bands: [
          { id: "calm", min: 0 },
          { id: "high", min: 10 },
        ],
      },
    },
    future,
  );
  const tableOf = (then: CustomerBase, asOf: string): FactTable =>
    factTable(
      defineSchema({ attributes: { comesBack: { type: "number" } } }),
      Array.from(then.customerIds, (customerId) => ({
        customerId,
        attributes: { comesBack: crowd.get(customerId)!.lastPurchase === "2025-07-01" ? 1 : 0 },
      })),
      { asOf },
    ) as unknown as FactTable;

  test("a feature that knows the future is caught", () => {
    const found = backtestChurn(crowd, poisoned, {
      asOf: ["2025-05-31"],
      horizon,
      factsAt: (then) => tableOf(then, "2025-05-31"),
    });
    expect(found.warnings).toContainEqual({ code: "churn.suspected-leak", params: { rule: "future", precision: 1 } });
    expect(ruleContributions(found)[0]).toMatchObject({
      ruleId: "future",
      customers: 30,
      precision: 1,
      recall: 1,
      lift: 2,
    });
    expect(
      faultOf(() =>
        backtestChurn(crowd, poisoned, {
          asOf: ["2025-05-31"],
          horizon,
          factsAt: (then) => tableOf(then, "2025-12-31"),
        }),
      ),
    ).toMatchObject({ code: "CHURN_FACTS_MISMATCH", path: ["factsAt", "asOf"] });
  });

  test("rows that are all alike are counted", () => {
    const twins = backtestChurn(crowd, defaultChurnRules, { asOf: ["2025-05-31"], horizon });
    expect(twins.warnings.map(({ code }) => code)).toContain("churn.duplicate-rows");
  });

  test("facts of the host are made of the base of the day", () => {
    const seen: string[] = [];
    const factsAt = (then: CustomerBase): FactTable => {
      seen.push(then.asOf);
      const facts = customerFacts(customerSchema("USD"), { base: then });
      return withFacts(
        facts,
        { comesBack: { type: "number" } },
        { comesBack: Array.from(then.customerIds, () => 1) },
      ) as unknown as FactTable;
    };
    backtestChurn(crowd, poisoned, { asOf: ["2025-04-30", "2025-05-31"], horizon, factsAt });
    expect(seen).toEqual(["2025-04-30T23:59:59.999Z", "2025-05-31T23:59:59.999Z"]);
  });
});

describeWithReference("the default rules, untuned", "online-retail-uci/invoices.csv", (file) => {
  const base = summarizePurchases(onlineRetailSales(file), { asOf: "2011-12-09", scale: 3 });

  test("on an online shop: an area of 0.70 and a top decile of 1.9 times the rate", () => {
    const found = backtestChurn(base, defaultChurnRules, {
      asOf: ["2011-07-01", "2011-09-01"],
      horizon: { days: 90 },
      minPurchaseDays: 3,
      lapsedToo: true,
    });
    expect(found.dates.map(({ customers }) => customers)).toEqual([895, 1122]);
    for (const { auc, topDecileLift } of [found, ...found.dates]) {
      expect(auc).toBeGreaterThanOrEqual(0.7);
      expect(topDecileLift).toBeGreaterThanOrEqual(1.9);
    }
  });

  test("without those who had lapsed it is a little less, and said so", () => {
    const { auc } = backtestChurn(base, defaultChurnRules, {
      asOf: ["2011-07-01", "2011-09-01"],
      horizon: { days: 90 },
      minPurchaseDays: 3,
    });
    expect(auc).toBeCloseTo(0.687, 3);
  });
});

describeWithReference("the set they were weighed on", "cdnow/cdnow_master.csv", (file) => {
  test("the rules tell who leaves there", () => {
    const base = summarizePurchases(cdnowOrders(file), { asOf: "1998-06-30" });
    const { auc } = backtestChurn(base, defaultChurnRules, {
      asOf: ["1997-09-30", "1997-12-31"],
      horizon: { days: 180 },
    });
    expect(auc).toBeCloseTo(0.755, 2);
  });
});

describe("reasons and offers", () => {
  const schema = defineSchema({ attributes: { complaints: { type: "number" } } });
  const { attr } = conditions(schema);
  const facts = factTable(
    schema,
    Array.from({ length: 40 }, (_, i) => ({
      customerId: `c${i}`,
      attributes: i < 36 ? { complaints: i % 4 === 0 || i < 10 ? 1 : 0 } : {},
    })),
    { asOf: "2026-04-01" },
  );
  const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `c${from + i}`);
  const trait = { id: "complained", when: attr("complaints").gte(1) };

  test("shares of the known, their ratio and its interval", () => {
    const [found] = churnReasons(facts, { lost: ids(0, 20), kept: ids(20, 40) }, [trait]);
    // Twelve of twenty lost; four of the sixteen kept who are known.
    expect(found).toMatchObject({ lostShare: 0.6, keptShare: 0.25, lost: 20, kept: 16, lift: { value: 2.4 } });
    const half = 1.959963984540054 * Math.sqrt(1 / 12 - 1 / 20 + 1 / 4 - 1 / 16);
    expect(found?.interval?.[0]).toBeCloseTo(2.4 * Math.exp(-half), 9);
    expect(found?.interval?.[1]).toBeCloseTo(2.4 * Math.exp(half), 9);
  });

  test("a side that is empty, or has nobody with it, has an answer", () => {
    const [nobody] = churnReasons(facts, { lost: [], kept: ids(0, 3) }, [trait]);
    expect(nobody).toMatchObject({ lostShare: 0, interval: null, lift: { status: "unknown" } });
    const [none] = churnReasons(facts, { lost: ids(0, 3), kept: ["c21"] }, [trait]);
    expect(none).toMatchObject({ keptShare: 0, lift: { status: "unknown" } });
    expect(none?.interval?.every(Number.isFinite)).toBe(true);
    expect(faultOf(() => churnReasons(facts, { lost: ["c1"], kept: ["c1"] }, [trait]))).toMatchObject({
      path: ["groups", "kept", 0],
    });
    expect(faultOf(() => churnReasons(facts, { lost: ["zoe"], kept: [] }, [trait]))).toMatchObject({
      path: ["groups", "lost", 0],
    });
  });

  test("an offer is worth it above its break-even", () => {
    const usd = (amount: string) => ({ amount, currency: "USD" });
    const offer = (saveRate: number) =>
      retentionOfferValue({ probability: 0.5, saveRate, value: usd("200.00"), cost: usd("20.00") });
    expect([0.19, 0.2, 0.21].map((rate) => offer(rate).worthIt)).toEqual([false, false, true]);
    expect(offer(0.3)).toEqual({
      worthIt: true,
      expected: usd("10.00"),
      breakEvenSaveRate: { status: "known", value: 0.2, reasons: [] },
    });
    expect(
      retentionOfferValue({ probability: 0, saveRate: 1, value: usd("5.00"), cost: usd("1.00") }).breakEvenSaveRate
        .status,
    ).toBe("unknown");
  });
});
