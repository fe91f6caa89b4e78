import {
  assessChurnRisk,
  type ChurnRules,
  churnSchema,
  churnSignals,
  defaultChurnRules,
  defineChurnRules,
  rankForAction,
  riskChanges,
  validateChurnRules,
  winBackCandidates,
} from "clientele/churn";
import { conditions } from "clientele/conditions";
import { describeReasons } from "clientele/core";
import { baseAt, customerFacts, summarizePurchases } from "clientele/history";
import { en, zhCN } from "clientele/labels";
import { poissonTail } from "clientele/math";
import { customerSchema, defineSchema } from "clientele/model";
import { describe, expect, test } from "vitest";
import { onlineRetailSales, superstoreBase } from "../history/support/real-purchases.js";
import { baseOf } from "../lifecycle/support/orders.js";
import { faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";

const horizon = { days: 90 };
/** Every ten days in winter; ben stopped, cai goes on, dan came once, eve never, fay two years ago. */
const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * 864e6).toISOString().slice(0, 10));
const shop = baseOf(
  {
    ben: days("2025-10-01", 11),
    cai: days("2025-10-01", 17),
    dan: ["2026-03-12"],
    eve: [],
    fay: days("2024-01-01", 4),
  },
  "2026-03-15",
);

// Up to 33 conditions the answers of a customer make one number, by which scores are kept; 41 would not fit.
test.each([12, 33, 34, 41])("with %i rules the columns tell what the rows tell", (count) => {
  const rules = Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    when: conditions(churnSchema())
      .attr("churn.daysSinceLast")
      .gte(15 * index),
    points: 1 + (index % 3),
    reason: "churn.long-since-last",
  }));
  const bands = [
    { id: "low", min: 0 },
    { id: "high", min: count },
  ];
  const scorecard = { id: "days", version: 1, rules, bands };
  const risks = assessChurnRisk(
    superstoreBase(),
    defineChurnRules({ id: "days", version: 1, scorecard }, churnSchema()),
    { horizon: { days: 365 } },
  );
  const { score, band, confidence } = risks.columns;
  const scored = [...risks].flatMap((row, index) => (row.status === "scored" ? [{ row, index }] : []));
  expect(new Set(scored.map(({ row }) => row.score)).size).toBeGreaterThan(5);
  for (const { row, index } of scored) {
    expect([score.values[index], band.values[index], confidence.values[index]]).toEqual([
      row.score,
      row.band,
      row.confidence,
    ]);
  }
});

describe("statuses", () => {
  const risks = assessChurnRisk(shop, defaultChurnRules, { horizon });

  test("say who can be judged, and of the others why not", () => {
    expect(Object.fromEntries([...risks].map(({ customerId, status }) => [customerId, status]))).toEqual({
      ben: "scored",
      cai: "scored",
      dan: "too-new",
      eve: "unknown",
      fay: "lapsed",
    });
    expect(risks.customers).toEqual({ scored: 2, lapsed: 1, "too-new": 1, "too-slow-for-horizon": 0, unknown: 1 });
    expect(describeReasons(risks.get("fay")!.reasons, en)).toEqual([
      "Gone: no purchase for 774 days, where one every 10 days was to be expected",
    ]);
    expect(describeReasons(risks.get("dan")!.reasons, zhCN)).toEqual(["首次购买在 3 天前：时间太短，无法判断"]);
    expect(risks.get("eve")).toMatchObject({ missing: ["orders"] });
  });

  test("who stopped is at risk with reasons, who goes on is not", () => {
    expect(risks.get("cai")).toMatchObject({ band: "low", score: 0, reasons: [] });
    const ben = risks.get("ben")!;
    expect(ben).toMatchObject({ status: "scored", band: "watch", action: "send-offer" });
    expect(describeReasons(ben.reasons, en)).toContain("Usually buys every 10 days; the last purchase is 65 days ago");
  });

  test("a customer whose own gap is longer than the horizon is not late within it", () => {
    const slow = baseOf({ ann: ["2024-01-01", "2024-10-01", "2025-07-01"], ben: days("2025-10-01", 8) }, "2026-03-15");
    expect(assessChurnRisk(slow, defaultChurnRules, { horizon }).get("ann")).toMatchObject({
      status: "too-slow-for-horizon",
      missing: ["interactions"],
    });
    const complaint = { id: "1", customerId: "ann", openedAt: "2026-03-01", kind: "complaint" } as const;
    const judged = assessChurnRisk(slow, defaultChurnRules, { horizon, cases: [complaint] }).get("ann");
    expect(judged).toMatchObject({ status: "scored", band: "low", score: 20 });
    expect(judged?.reasons).toEqual([{ code: "churn.complaint", params: { "churn.openComplaint": 1, points: 20 } }]);
  });

  test("contracts decide over who has one", () => {
    const price = { amount: "9.00", currency: "USD", every: { months: 1 } };
    const contracts = [
      { id: "1", customerId: "ben", start: "2025-01-01", renews: true, price },
      { id: "2", customerId: "cai", start: "2025-01-01", end: "2026-03-20", price },
      { id: "3", customerId: "eve", start: "2025-01-01", end: "2025-12-31", price },
    ];
    const found = assessChurnRisk(shop, defaultChurnRules, { horizon, contracts });
    expect([...found].map(({ customerId, status }) => `${customerId} ${status}`)).toEqual([
      "ben scored",
      "cai scored",
      "dan too-new",
      "eve lapsed",
      "fay lapsed",
    ]);
    expect(found.get("ben")).toMatchObject({ score: 0, band: "low" });
    expect(found.get("cai")).toMatchObject({ band: "high", action: "offer-renewal" });
  });

  test("bases that are empty, of one order, or of refunds alone have an answer", () => {
    const empty = assessChurnRisk(summarizePurchases([], { asOf: "2026-01-01" }), defaultChurnRules);
    expect([empty.size, empty.horizon, empty.worth.status]).toEqual([0, { months: 3 }, "unknown"]);
    const one = assessChurnRisk(baseOf({ ann: ["2025-01-01"] }, "2026-01-01"), defaultChurnRules);
    expect(one.get("ann")).toMatchObject({ status: "unknown" });
    expect(one.warnings.map(({ code }) => code)).toContain("churn.no-gaps");
    const refund = {
      id: "r",
      customerId: "ann",
      at: "2025-05-01",
      amount: "5.00",
      currency: "USD",
      kind: "refund",
    } as const;
    const refunds = summarizePurchases([refund], { asOf: "2026-01-01" });
    expect(assessChurnRisk(refunds, defaultChurnRules).get("ann")).toMatchObject({ status: "unknown" });
  });
});

describe("signals", () => {
  test("the base's gap and the usual horizon of Superstore", () => {
    const base = superstoreBase();
    const risks = assessChurnRisk(base, defaultChurnRules);
    expect(risks.baseGapDays).toMatchObject({ value: 146.5 });
    expect(risks.horizon).toEqual({ months: 15 });
    // Invented customers return at random: the report says so before any list.
    expect(risks.worth.reasons[0]?.code).toBe("churn.nothing-separates");
    const tails = churnSignals(base).column("churn.frequencyTail");
    const flagged = Array.from(tails.known, (known, row) => known === 1 && (tails.values[row] as number) <= 0.05);
    expect(flagged.filter(Boolean).length / base.size).toBeLessThan(0.12);
  });

  test("lateness needs a horizon of three own gaps", () => {
    const ratioAt = (count: number) =>
      churnSignals(shop, { horizon: { days: count } }).get("ben")?.attributes["churn.overdueRatio"];
    expect([ratioAt(29), ratioAt(30)]).toEqual([undefined, 6.5]);
  });

  test("decline needs three expected in the smallest window that has them", () => {
    const steady = baseOf({ ann: days("2025-04-01", 30), ben: [...days("2025-04-01", 24)] }, "2026-01-20");
    const tails = churnSignals(steady).column("churn.frequencyTail");
    // Ann 9 days after 9 before, ben 3 after 9: the base did 12 of 18, so 6 are to be expected of each.
    expect(Array.from(tails.values as Float64Array)).toEqual([poissonTail(9, 6, "lower"), poissonTail(3, 6, "lower")]);
  });

  test("each source tells its own, and says nothing where it is not given", () => {
    const at = (day: string, customerId: string, id: string) =>
      ({ id, customerId, at: day, kind: "message", direction: "inbound" }) as const;
    const interactions = days("2025-06-01", 20).map((day, index) => at(day, "ben", `b${index}`));
    const table = churnSignals(shop, {
      horizon,
      interactions,
      cases: [{ id: "1", customerId: "ben", openedAt: "2025-01-01", kind: "complaint" }],
      feedback: [
        {
          id: "f",
          customerId: "ben",
          at: "2026-01-01",
          rating: { score: 2, scale: { lowest: 1, highest: 5 } },
        },
      ],
      customers: [
        { id: "ben", consents: [{ purpose: "marketing", status: "withdrawn", at: "2026-01-01" }] },
        { id: "zoe" },
      ] as never,
      pointsLapsing: new Map([["ben", 300]]),
    });
    const ben = table.get("ben")!.attributes;
    expect(ben).toMatchObject({
      "churn.openComplaint": 1,
      "churn.satisfaction": 0.25,
      "churn.unsubscribed": 1,
      "churn.pointsLapsing": 300,
    });
    expect(ben["churn.engagementChange"]).toBeLessThan(0);
    expect(table.get("cai")!.attributes).toMatchObject({ "churn.openComplaint": 0, "churn.pointsLapsing": 0 });
    expect(table.get("cai")!.attributes["churn.satisfaction"]).toBeUndefined();
    const risks = assessChurnRisk(shop, defaultChurnRules, { horizon });
    expect(risks.warnings).toEqual([{ code: "churn.sources-not-given", params: { signals: risks.missingSignals } }]);
    expect(risks.missingSignals).toContain("churn.openComplaint");
    // Dropped from the confidence, not held against anybody.
    expect(risks.get("ben")).toMatchObject({ missing: ["churn.frequencyTail"] });
  });

  test("the order of the input changes nothing", () => {
    const orders = days("2025-10-01", 8).flatMap((at, index) => [
      { id: `a${index}`, customerId: "ann", at, amount: "10.00", currency: "USD" },
      { id: `b${index}`, customerId: "ben", at, amount: "20.00", currency: "USD" },
    ]);
    const of = (rows: typeof orders) => [
      ...assessChurnRisk(summarizePurchases(rows, { asOf: "2026-03-15" }), defaultChurnRules, { horizon }),
    ];
    expect(of([...orders].reverse())).toEqual(of(orders));
  });
});

describe("rules", () => {
  const schema = churnSchema(customerSchema("USD"));
  const { attr, all } = conditions(schema);
  const own = defineChurnRules(
    {
      id: "own",
      version: 1,
      scorecard: {
        id: "own",
        version: 1,
        rules: [
          {
            id: "late",
            when: all(attr("churn.daysSinceLast").gte(20), attr("orders").gte(2)),
            points: 30,
            reason: "churn.overdue",
          },
        ],
        bands: [
          { id: "calm", min: 0 },
          { id: "high", min: 30, action: "ring" },
        ],
      },
    },
    schema,
  );

  test("may ask for what the base tells, without any facts given", () => {
    const risks = assessChurnRisk(shop, own, { horizon });
    expect(risks.get("ben")).toMatchObject({ band: "high", action: "ring" });
  });

  test("may ask for the host's own facts, of the same base only", () => {
    const facts = customerFacts(customerSchema("USD"), { base: shop });
    expect(assessChurnRisk(shop, own, { horizon, facts }).get("ben")).toMatchObject({ band: "high" });
    const earlier = customerFacts(customerSchema("USD"), { base: baseAt(shop, "2026-03-14") });
    expect(faultOf(() => assessChurnRisk(shop, own, { facts: earlier }))).toMatchObject({
      code: "CHURN_FACTS_MISMATCH",
      path: ["facts", "asOf"],
    });
    const other = customerFacts(customerSchema("USD"), {
      base: baseOf({ ann: [], bob: [], cat: [], dot: [], eve: [] }, "2026-03-15"),
    });
    expect(faultOf(() => assessChurnRisk(shop, own, { facts: other }))).toMatchObject({
      path: ["facts", "customerIds"],
    });
  });

  test.each([
    [
      "a signal that is misspelt",
      {
        ...own,
        scorecard: {
          ...own.scorecard,
          rules: [{ id: "x", when: attr("net").gte("1.00"), points: 1, reason: "x", show: ["churn.overdu"] }],
        },
      },
    ],
    ["an action for no band", { ...own, actions: [{ band: "hihg", action: "call" }] }],
    ["a negative margin for leaving", { ...own, leaveBelow: -1 }],
    ["no scorecard", { ...own, scorecard: undefined }],
    ["nothing", null],
  ])("%s is told with its place", (_, broken) => {
    const issues = validateChurnRules(broken, schema);
    expect(issues.length).toBeGreaterThan(0);
    expect(faultOf(() => assessChurnRisk(shop, broken as ChurnRules))).toMatchObject({ code: "INVALID_DEFINITION" });
    expect(faultOf(() => defineChurnRules(broken as ChurnRules, schema))).toMatchObject({ code: "INVALID_DEFINITION" });
  });

  test("the defaults are sound, and JSON", () => {
    expect(validateChurnRules(defaultChurnRules, churnSchema())).toEqual([]);
    expect(JSON.parse(JSON.stringify(defaultChurnRules))).toEqual(defaultChurnRules);
  });

  test("a name that a signal has is taken", () => {
    const mine = defineSchema({ attributes: { "churn.tenureDays": { type: "number" } } });
    expect(faultOf(() => churnSchema(mine))).toMatchObject({ code: "FACT_NAME_TAKEN" });
  });

  test.each([
    ["a horizon of nothing", { horizon: { days: 0 } }],
    ["a horizon in hours", { horizon: { hours: 48 } }],
    ["an unknown option", { horizn: { days: 1 } }],
  ])("%s is refused", (_, options) => {
    expect(faultOf(() => assessChurnRisk(shop, defaultChurnRules, options as never))).toMatchObject({
      code: "INVALID_OPTIONS",
    });
  });
});

describe("what follows from risks", () => {
  const at = (day: string, previous?: ReturnType<typeof assessChurnRisk>) =>
    assessChurnRisk(baseAt(shop, day), defaultChurnRules, { horizon, previous });

  test("changes", () => {
    const changes = riskChanges(at("2025-12-15"), at("2026-03-15"));
    expect(changes.worsened).toEqual([{ customerId: "ben", from: "low", to: "watch" }]);
    expect(changes.newReasons.map(({ customerId }) => customerId)).toEqual(["ben"]);
    expect([changes.entered, changes.left, changes.wonBack, changes.improved]).toEqual([[], [], [], []]);
    const back = baseOf({ fay: [...days("2024-01-01", 4), "2026-03-14"] }, "2026-03-15");
    const won = riskChanges(
      assessChurnRisk(baseAt(back, "2026-03-13"), defaultChurnRules, { horizon }),
      assessChurnRisk(back, defaultChurnRules, { horizon }),
    );
    expect([won.wonBack, won.entered]).toEqual([["fay"], ["fay"]]);
    expect(faultOf(() => riskChanges({} as never, at("2026-03-15")))).toMatchObject({
      code: "INVALID_RISKS",
      path: ["previous"],
    });
  });

  test("a band is left only below its margin, to the point", () => {
    const before = at("2026-03-15");
    const high = { ...before.columns.band, values: Array.from(before.columns.band.values, () => "high") };
    const previous = { ...before, columns: { ...before.columns, band: high } };
    const bandWith = (leaveBelow: number) =>
      assessChurnRisk(shop, { ...defaultChurnRules, leaveBelow }, { horizon, previous }).columns.band.values[0];
    // Ben has 65 points, "high" begins at 70.
    expect(before.columns.score.values[0]).toBe(65);
    expect([0, 5, 6].map(bandWith)).toEqual(["watch", "watch", "high"]);
  });

  test("whom to act upon: most value at risk first, not who sleeps", () => {
    const risks = at("2026-03-15");
    const values = [100, 500, 1, 1, 1];
    expect(rankForAction(risks, { values, capacity: 5 }).map(({ customerId }) => customerId)).toEqual(["ben"]);
    expect(rankForAction(risks, { values, capacity: 0 })).toEqual([]);
    for (const [until, length] of [
      ["2026-03-15", 1],
      ["2026-03-16", 0],
    ] as const) {
      expect(rankForAction(risks, { values, capacity: 5, snoozed: new Map([["ben", until]]) })).toHaveLength(length);
    }
    expect(faultOf(() => rankForAction(risks, { values: [1], capacity: 5 }))).toMatchObject({ path: ["values"] });
    expect(faultOf(() => rankForAction(risks, { values: [1, Number.NaN, 1, 1, 1], capacity: 5 }))).toMatchObject({
      path: ["values", 1],
    });
  });

  test("winning back pays only above its cost", () => {
    const risks = at("2026-03-15");
    const cost = { amount: "10.00", currency: "USD" };
    const ask = (value: number) => winBackCandidates(risks, { values: [9, 9, 9, 9, value], returnRate: 0.1, cost });
    expect([ask(100).length, ask(101).length, ask(101)[0]?.customerId]).toEqual([0, 1, "fay"]);
  });
});

describeWithReference("Online Retail", "online-retail-uci/invoices.csv", (file) => {
  test("the usual horizon, and rules that separate", () => {
    const base = summarizePurchases(onlineRetailSales(file), { asOf: "2011-12-09", scale: 3 });
    const risks = assessChurnRisk(base, defaultChurnRules);
    expect([risks.horizon, risks.baseGapDays]).toMatchObject([{ months: 6 }, { value: 52.5 }]);
    expect(risks.worth.reasons[0]?.code).toBe("churn.rules-separate");
  });
});
