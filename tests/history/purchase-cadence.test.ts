import { baseAt, purchaseCadence, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";
import { onlineRetailSales, superstoreBase } from "./support/real-purchases.js";

const asOf = "2026-04-01";
const boughtOn = (customerId: string, ...days: readonly string[]): Transaction[] =>
  days.map((at, i) => ({ id: `${customerId}${i}`, customerId, at, amount: "10.00", currency: "USD" }));
const cadenceOf = (rows: readonly Transaction[], options?: Parameters<typeof purchaseCadence>[1]) =>
  purchaseCadence(summarizePurchases(rows, { asOf }), options);

describe("purchaseCadence", () => {
  const rows = [
    ...boughtOn("ann", "2026-01-01", "2026-01-11", "2026-01-11T10:00Z", "2026-01-31", "2026-03-02"), // gaps 10, 20, 30
    ...boughtOn("ben", "2026-02-01", "2026-03-13"), // one gap of 40
    ...boughtOn("cai", "2026-03-01"),
  ];

  test("needs two gaps for a median of one's own", () => {
    const cadence = cadenceOf(rows);
    expect(cadence.get("ann")).toMatchObject({ gaps: 3, medianGapDays: { value: 20 }, overdueRatio: { value: 1.5 } });
    expect(cadence.get("ben")).toMatchObject({
      gaps: 1,
      medianGapDays: { status: "unknown", missing: ["gaps"] },
      overdueRatio: { status: "unknown", missing: ["gaps"] },
    });
    expect(cadenceOf(rows, { minGaps: 1 }).get("ben")?.medianGapDays).toMatchObject({ value: 40 });
  });

  test("the base's median is that of the customers' own medians, one gap being enough for it", () => {
    expect(cadenceOf(rows).baseMedianGapDays).toMatchObject({ value: 30 });
  });

  test("the expected gap lies between the own median and the base's, and is the base's without a gap", () => {
    const cadence = cadenceOf(rows);
    const expected = (customerId: string) => cadence.get(customerId)?.expectedGapDays;
    expect(expected("ann")).toMatchObject({ value: Math.exp((3 * Math.log(20) + 2 * Math.log(30)) / 5) });
    expect(expected("cai")).toMatchObject({ value: 30 });
    expect(cadenceOf(rows, { priorGaps: 0 }).get("cai")?.expectedGapDays.status).toBe("unknown");
  });

  test("who never bought, or has nothing left, expects nothing", () => {
    const base = summarizePurchases(
      [
        ...rows,
        ...boughtOn("dan", "2026-01-01"),
        {
          id: "r",
          kind: "refund",
          refundOf: "dan0",
          customerId: "dan",
          at: "2026-01-02",
          amount: "10.00",
          currency: "USD",
        },
      ],
      { asOf, customerIds: ["zoe"] },
    );
    for (const id of ["dan", "zoe"]) {
      expect(purchaseCadence(base).get(id)?.expectedGapDays).toEqual({
        status: "unknown",
        missing: ["gaps"],
        reasons: [],
      });
    }
  });

  test("an empty base, and one where nobody came back, have no rhythm", () => {
    for (const few of [[], boughtOn("ann", "2026-01-01")]) {
      expect(cadenceOf(few).baseMedianGapDays.status).toBe("unknown");
      expect([...cadenceOf(few)].every((row) => row.expectedGapDays.status === "unknown")).toBe(true);
    }
  });

  test("many gaps are sorted as few are", () => {
    const days = Array.from(
      { length: 60 },
      (_, i) => new Date(Date.parse("2025-01-01") + ((i * (i + 1)) / 2) * 86_400_000),
    );
    const lots = boughtOn("ann", ...days.reverse().map((day) => day.toISOString().slice(0, 10)));
    const cadence = purchaseCadence(summarizePurchases(lots, { asOf: "2030-01-01" }));
    expect(cadence.at(0)).toMatchObject({ gaps: 59, medianGapDays: { value: 30 } }); // gaps 1, 2, … 59
  });

  test("refuses options out of range", () => {
    expect(faultOf(() => cadenceOf([], { minGaps: 0 })).path).toEqual(["minGaps"]);
    expect(faultOf(() => cadenceOf([], { priorGaps: -1 })).code).toBe("INVALID_OPTIONS");
    expect(faultOf(() => cadenceOf([], { priorGaps: Number.NaN })).received).toBe("NaN");
  });

  test("Superstore: the base's median gap is 146.5 days", () => {
    // Counted apart with Python's statistics.median over the same order days.
    expect(purchaseCadence(superstoreBase()).baseMedianGapDays).toMatchObject({ value: 146.5 });
  });
});

describeWithReference("purchaseCadence on Online Retail (UCI), sales only", "online-retail-uci", (folder) => {
  const base = summarizePurchases(onlineRetailSales(`${folder}/invoices.csv`), { asOf: "2011-12-09", scale: 3 });

  test("the base's median gap is 52.5 days", () => {
    expect(purchaseCadence(base).baseMedianGapDays).toMatchObject({ value: 52.5 });
  });

  test("the overdue ratios of 2011-07-01 are those of the backtest in expected.json", () => {
    const published = [
      ...[
        ["12347", 0.3492063492063492],
        ["12643", 0.2894736842105263],
        ["12924", 0.5736434108527132],
      ],
      ...[
        ["18283", 0.2962962962962963],
        ["12845", 53],
        ["17912", 37.25],
        ["14901", 33.166666666666664],
      ],
      ...[
        ["15983", 30.615384615384617],
        ["12457", 24],
      ],
    ] as [string, number][];
    const cadence = purchaseCadence(baseAt(base, "2011-07-01"));
    for (const [customerId, ratio] of published) {
      expect(cadence.get(customerId)?.overdueRatio).toMatchObject({ value: ratio });
    }
    const { values, known } = cadence.columns.overdueRatio;
    const ratios = Array.from(values)
      .filter((_, i) => known[i] === 1)
      .sort((a, b) => b - a);
    expect(ratios.length).toBe(919);
    expect(ratios.slice(0, 5)).toEqual(published.slice(4).map(([, ratio]) => ratio));
    expect(ratios[459]).toBe(0.6666666666666666); // medianOverdueRatio
  });
});
