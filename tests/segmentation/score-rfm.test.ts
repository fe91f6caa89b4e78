import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeReasons } from "../../src/core/index.js";
import { type CustomerBase, summarizePurchases } from "../../src/history/index.js";
import { en, zhCN } from "../../src/labels/index.js";
import {
  type RfmScores,
  type RfmSegments,
  rfmMaps,
  type ScoreRfmOptions,
  scoreRfm,
  segmentByRfm,
  summarizeRfmSegments,
} from "../../src/segmentation/index.js";
import { readCsv } from "../support/csv.js";
import { codeOf, faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";
import { asOf, baseOf } from "./support.js";

const spread = baseOf(
  Array.from({ length: 10 }, (_, index) => ({
    customerId: `c${index}`,
    days: 10 * index,
    orders: index + 1,
    net: 100 * (index + 1),
  })),
);

describe("scoreRfm", () => {
  it("cuts at type-7 quantiles, upper edges included", () => {
    const scores = scoreRfm(spread);
    expect(scores.cutPoints).toEqual({
      daysSinceLast: [18, 36, 54, 72],
      orders: [2.8, 4.6, 6.4, 8.2],
      net: ["280.00", "460.00", "640.00", "820.00"],
    });
    expect([...scores].map((row) => row.code)).toEqual([
      "511",
      "511",
      "422",
      "422",
      "333",
      "333",
      "244",
      "244",
      "155",
      "155",
    ]);
    expect(scores.binSizes.recency).toEqual([2, 2, 2, 2, 2]);
    expect(scores.warnings).toEqual([]);
  });

  it("gives equal customers equal scores and tells which bins collapsed", () => {
    const scores = scoreRfm(
      baseOf(["a", "b", "c", "d"].map((customerId) => ({ customerId, days: 3, orders: 1, net: 10 }))),
    );
    expect(new Set([...scores].map((row) => row.code))).toEqual(new Set(["511"]));
    expect(scores.warnings.map(({ code, params }) => [code, params.measure, params.scores])).toEqual([
      ["segmentation.bins-collapsed", "recency", ["1", "2", "3", "4"]],
      ["segmentation.bins-collapsed", "frequency", ["2", "3", "4", "5"]],
      ["segmentation.bins-collapsed", "monetary", ["2", "3", "4", "5"]],
    ]);
  });

  // (91 - 1) × 0.7 is 62.99999999999999 in floating point: without rounding, the customer on the edge would fall above it.
  it("keeps a customer on the edge below it", () => {
    const buyers = Array.from({ length: 91 }, (_, index) => ({
      customerId: `c${index}`,
      days: index,
      orders: 1,
      net: index + 1,
    }));
    const scores = scoreRfm(baseOf(buyers), { bins: 10 });
    expect(scores.cutPoints.daysSinceLast[6]).toBe(63);
    expect(scores.get("c63")).toMatchObject({ recency: 4, monetary: 7 });
  });

  it("splits ties by id with ntile", () => {
    const base = baseOf(["d", "c", "b", "a"].map((customerId) => ({ customerId, days: 3, orders: 1, net: 10 })));
    const scores = scoreRfm(base, { method: "ntile", bins: 4 });
    expect([...scores].map((row) => [row.customerId, row.code])).toEqual([
      ["a", "111"],
      ["b", "222"],
      ["c", "333"],
      ["d", "444"],
    ]);
  });

  // SELECT NTILE(5) OVER (ORDER BY last_purchase, customer_id): the first bins are one fuller, so the oldest two share a 1.
  it("numbers recency from the longest ago to today with ntile, as SQL does", () => {
    const week = ["a", "b", "c", "d", "e", "f", "g"].map((customerId, index) => ({
      customerId,
      days: 6 - index,
      orders: 1 + index,
      net: 10 + index,
    }));
    const scores = scoreRfm(baseOf(week), { method: "ntile" });
    expect([...scores].map(({ recency }) => recency)).toEqual([1, 1, 2, 2, 3, 4, 5]);
    expect([...scores].map(({ frequency, monetary }) => [frequency, monetary])).toEqual(
      [1, 1, 2, 2, 3, 4, 5].map((score) => [score, score]),
    );
    // The greatest count of days in each bin but the last, fewest days first.
    expect(scores.cutPoints.daysSinceLast).toEqual([0, 1, 2, 4]);
    const again = scoreRfm(baseOf(week), { cutPoints: scores.cutPoints });
    expect([...again].map(({ code }) => code)).toEqual([...scores].map(({ code }) => code));
  });

  it("cuts within the score before with nested, and again by those edges", () => {
    const scores = scoreRfm(spread, { method: "nested", bins: 2 });
    expect([...scores].map((row) => row.code)).toEqual([
      "211",
      "211",
      "212",
      "221",
      "222",
      "111",
      "111",
      "112",
      "121",
      "122",
    ]);
    const again = scoreRfm(spread, { cutPoints: scores.cutPoints });
    expect([...again].map((row) => row.code)).toEqual([...scores].map((row) => row.code));
    expect(again.method).toBe("cut-points");
  });

  it.each<ScoreRfmOptions>([{}, { bins: 3 }, { bins: 7 }, { method: "nested" }, { bins: 10 }])(
    "scores the same base alike by its own edges, after JSON: %j",
    (options) => {
      const scores = scoreRfm(spread, options);
      const cutPoints = JSON.parse(JSON.stringify(scores.cutPoints));
      expect([...scoreRfm(spread, { cutPoints })]).toEqual([...scores]);
    },
  );

  it("scores next month by last month's edges", () => {
    const later = baseOf([{ customerId: "new", days: 0, orders: 9, net: 640 }]);
    expect(scoreRfm(later, { cutPoints: scoreRfm(spread).cutPoints }).get("new")?.code).toBe("553");
  });

  it("blames no refund where there was none", () => {
    const free = [{ id: "1", customerId: "ann", at: "2026-03-02", amount: "0.00", currency: "USD" }];
    const base = summarizePurchases(free, { asOf: "2026-04-01" });
    const scores = scoreRfm(base);
    const said = [...base.warnings, ...scores.warnings, ...scores.at(0).reasons];
    expect(said.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["history.net-not-positive", "segmentation.net-not-positive"]),
    );
    expect(describeReasons(said, en).join()).not.toMatch(/refund/);
    expect(describeReasons(said, zhCN).join()).not.toMatch(/退款/);
  });

  it("keeps customers without a purchase in their row, and those with a net of zero or less out of the monetary edges", () => {
    const buyers = [
      { customerId: "loss", days: 1, orders: 1, net: -500 },
      { customerId: "x", days: 2, orders: 2, net: 100 },
      { customerId: "y", days: 3, orders: 3, net: 200 },
    ];
    const scores = scoreRfm(baseOf(buyers, ["prospect"]), { bins: 2 });
    expect(scores.cutPoints.net).toEqual(["150.00"]);
    expect(scores.get("loss")?.monetary).toBe(1);
    expect(scores.get("loss")?.reasons.at(-1)?.code).toBe("segmentation.net-not-positive");
    expect(scores.get("prospect")).toEqual({
      customerId: "prospect",
      recency: 0,
      frequency: 0,
      monetary: 0,
      code: "000",
      daysSinceLast: null,
      orders: 0,
      net: "0.00",
      reasons: [{ code: "segmentation.no-purchase", params: {} }],
    });
    expect(scores.warnings.map(({ code, params }) => [code, params.customers])).toEqual([
      ["segmentation.not-scored", 1],
      ["segmentation.nets-not-positive", 1],
    ]);
    expect([...segmentByRfm(scoreRfm(baseOf(buyers, ["prospect"])))].map((row) => row.segment)).toContain("not-scored");
  });

  it.each<CustomerBase>([
    baseOf([]),
    baseOf([], ["only", "prospects"]),
    summarizePurchases([{ id: "1", customerId: null, at: asOf, amount: "5.00", currency: "USD" }], { asOf }),
    baseOf([{ customerId: "one", days: 0, orders: 1, net: 1 }]),
  ])("takes a base of %#: none, prospects, guests, one", (base) => {
    const scores = scoreRfm(base);
    expect(scores.size).toBe(base.size);
    expect(JSON.stringify([...scores, scores.cutPoints])).not.toMatch(/null,null|NaN/);
    expect([...segmentByRfm(scores)].length).toBe(base.size);
  });

  it.each([{}, { method: "ntile" }, { method: "nested" }] as const)("makes no edges out of nobody: %j", (options) => {
    const scores = scoreRfm(baseOf([], ["only", "prospects"]), options);
    expect(scores.cutPoints).toEqual({ daysSinceLast: [], orders: [], net: [] });
    expect(scores.binSizes.recency).toEqual([0, 0, 0, 0, 0]);
    expect(scores.warnings.map(({ code }) => code)).toEqual([
      "segmentation.not-scored",
      "segmentation.nobody-to-score",
    ]);
    expect(faultOf(() => scoreRfm(spread, { cutPoints: scores.cutPoints }))).toMatchObject({
      code: "INVALID_OPTIONS",
      path: ["cutPoints", "daysSinceLast"],
    });
  });

  it("keeps the edges given where nobody is to be scored", () => {
    const { cutPoints } = scoreRfm(spread);
    const scores = scoreRfm(baseOf([]), { cutPoints });
    expect(scores.cutPoints).toEqual(cutPoints);
    expect(scores.warnings).toEqual([{ code: "segmentation.nobody-to-score", params: {} }]);
  });

  it.each<[unknown, string]>([
    [{ bin: 5 }, "INVALID_OPTIONS"],
    [5, "INVALID_OPTIONS"],
    [null, "INVALID_OPTIONS"],
    [{ method: "foo" }, "INVALID_OPTIONS"],
    [{ method: "__proto__", cutPoints: { daysSinceLast: [1], orders: [1], net: ["1"] } }, "INVALID_OPTIONS"],
    [{ cutPoints: 5 }, "INVALID_OPTIONS"],
    [{ cutPoints: null }, "INVALID_OPTIONS"],
    [{ cutPoints: {} }, "INVALID_OPTIONS"],
    [{ cutPoints: { daysSinceLast: "12", orders: [1], net: ["1"] } }, "INVALID_OPTIONS"],
    [{ cutPoints: { daysSinceLast: [1], orders: [1], net: ["1"], nested: null } }, "INVALID_OPTIONS"],
    [{ cutPoints: { daysSinceLast: [1], orders: [1], net: ["1"], nested: {} } }, "INVALID_OPTIONS"],
    [{ cutPoints: { daysSinceLast: [1], orders: [1], net: ["1"], nestd: {} } }, "INVALID_OPTIONS"],
  ])("refuses options of another kind: %j", (options, code) => {
    expect(codeOf(() => scoreRfm(spread, options as ScoreRfmOptions))).toBe(code);
  });

  it.each([{ bin: 5 }, null, {}, JSON.parse(JSON.stringify(spread))])("refuses what is no base: %#", (base) => {
    expect(codeOf(() => scoreRfm(base as CustomerBase))).toBe("INVALID_BASE");
  });

  it.each<[ScoreRfmOptions, RegExp]>([
    [{ bins: 1 }, /^INVALID_OPTIONS at bins/],
    [{ bins: 11 }, /^INVALID_OPTIONS at bins/],
    [{ bins: Number.NaN }, /^INVALID_OPTIONS at bins/],
    [
      { cutPoints: { daysSinceLast: [2, 1], orders: [1, 2], net: ["1", "2"] } },
      /^INVALID_OPTIONS at cutPoints.daysSinceLast/,
    ],
    [{ cutPoints: { daysSinceLast: [1, 2], orders: [1], net: ["1", "2"] } }, /^INVALID_OPTIONS at cutPoints.orders/],
    [{ cutPoints: { daysSinceLast: [1, 2], orders: [1, Number.NaN], net: ["1", "2"] } }, /cutPoints.orders/],
    [{ cutPoints: { daysSinceLast: [1, 2], orders: [1, 2], net: ["1", "x"] } }, /cutPoints.net\[1\]/],
    [{ cutPoints: { daysSinceLast: [1], orders: [1], net: ["1"] }, bins: 5 }, /^INVALID_OPTIONS/],
  ])("refuses %j", (options, message) => {
    expect(() => scoreRfm(spread, options)).toThrowError(message);
  });

  it("names nothing but scores, and sums up nothing but names of the same base", () => {
    const segments = segmentByRfm(scoreRfm(spread));
    for (const none of [null, {}, segments, JSON.parse(JSON.stringify(scoreRfm(spread)))]) {
      expect(faultOf(() => segmentByRfm(none as RfmScores))).toMatchObject({
        code: "INVALID_RFM_TABLE",
        path: ["scores"],
      });
    }
    const ofOthers = segmentByRfm(scoreRfm(baseOf([], ["prospect"])));
    for (const none of [null, {}, scoreRfm(spread), JSON.parse(JSON.stringify(segments)), ofOthers]) {
      expect(faultOf(() => summarizeRfmSegments(spread, none as RfmSegments))).toMatchObject({
        code: "INVALID_RFM_TABLE",
        path: ["segments"],
      });
    }
    const stored = JSON.parse(JSON.stringify(spread)) as CustomerBase;
    expect(codeOf(() => summarizeRfmSegments(stored, segments))).toBe("INVALID_BASE");
  });

  it("refuses a map for another number of bins", () => {
    expect(() => segmentByRfm(scoreRfm(spread, { bins: 3 }))).toThrowError(/^RFM_MAP_MISMATCH at map.bins/);
  });
});

// Golden numbers of the R package rfm 0.3.0 on its own orders at 2006-12-31 (rfm-orders, rfm-segment-maps).
describeWithReference("the R package rfm", "rfm-orders", (folder) => {
  const golden = JSON.parse(readFileSync(`${folder}/golden.json`, "utf8"));
  const expected = readCsv(`${folder}/expected_scores.csv`);
  const base = summarizePurchases(
    readCsv(`${folder}/orders.csv`).map((row, index) => ({
      id: String(index),
      customerId: row.customer_id as string,
      at: row.order_date as string,
      amount: row.revenue as string,
      currency: "USD",
    })),
    { asOf: "2006-12-31", scale: 0 },
  );
  const codes = new Map(expected.map((row) => [row.customer_id, row.rfm_score]));
  const plain = scoreRfm(base);
  // Its bounds are "quantile + 1, lower <= x < upper"; of whole numbers that is "x <= the quantile rounded up".
  const byItsBounds = scoreRfm(base, {
    cutPoints: {
      daysSinceLast: plain.cutPoints.daysSinceLast.map(Math.ceil),
      orders: plain.cutPoints.orders.map(Math.ceil),
      net: plain.cutPoints.net.map((edge) => String(Math.ceil(Number(edge)))),
    },
  });

  it("has the same quintiles: its upper bounds are the type-7 quantiles plus 1", () => {
    const bounds = (golden.quintiles.threshold as readonly Record<string, number>[]).slice(0, 4);
    const { daysSinceLast, orders, net } = plain.cutPoints;
    bounds.forEach((bound, index) => {
      expect(daysSinceLast[index]).toBeCloseTo(bound.recency_upper! - 1, 9);
      expect(orders[index]).toBeCloseTo(bound.frequency_upper! - 1, 9);
      expect(Number(net[index])).toBeCloseTo(bound.monetary_upper! - 1, 9);
    });
  });

  it("is reproduced on all 995 customers by passing its bounds as cut points", () => {
    expect(byItsBounds.size).toBe(995);
    for (const row of byItsBounds) expect(row.code, row.customerId).toBe(codes.get(row.customerId));
  });

  it("differs from plain type 7 on three customers", () => {
    expect([...plain].filter((row) => row.code === codes.get(row.customerId)).length).toBe(992);
  });

  it("names 158 Champions with 1,234 orders and 120,178 by its own test's rules, 35 by its README's", () => {
    const test = summarizeRfmSegments(base, segmentByRfm(byItsBounds, rfmMaps["rfm-r-package-test"]));
    expect(test.find((line) => line.segment === "champions")).toMatchObject({
      customers: 158,
      orders: 1234,
      net: "120178",
    });
    for (const { segment, customers, orders, revenue } of golden.segments_ten_test_rules) {
      const id = segment.toLowerCase().replaceAll("'", "").replaceAll(" ", "-");
      expect(test.find((line) => line.segment === id)).toMatchObject({ customers, orders, net: String(revenue) });
    }
    const readme = summarizeRfmSegments(base, segmentByRfm(byItsBounds, rfmMaps["rfm-r-package"]));
    expect(readme.find((line) => line.segment === "champions")?.customers).toBe(35);
  });

  it("has 139 and 144 Champions by the two maps of eleven segments", () => {
    const champions = (id: "eleven-segments-125-cells" | "eleven-segments-25-cells"): number =>
      [...segmentByRfm(byItsBounds, rfmMaps[id])].filter((row) => row.segment === "champions").length;
    expect([champions("eleven-segments-125-cells"), champions("eleven-segments-25-cells")]).toEqual([139, 144]);
  });
});
