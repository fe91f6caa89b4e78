import { repeatPurchases, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { readCsv } from "../support/csv.js";
import { faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";
import { cdnowOrders } from "./support/real-purchases.js";

const asOf = "2026-04-01";
const order = (id: string, at: string, more: Partial<Transaction> = {}): Transaction => ({
  id,
  customerId: "ann",
  at,
  amount: "10.00",
  currency: "USD",
  ...more,
});
const refund = (id: string, at: string, more: Partial<Transaction> = {}): Transaction =>
  order(id, at, { kind: "refund", ...more });
const annOf = (rows: readonly Transaction[], calibrationEnd?: string) =>
  repeatPurchases(summarizePurchases(rows, { asOf }), { calibrationEnd }).at(0);

describe("repeatPurchases", () => {
  test("one purchase is no repeat: recency 0, mean spend unknown", () => {
    expect(annOf([order("1", "2026-03-02")])).toEqual({
      customerId: "ann",
      bought: true,
      frequency: 0,
      recency: 0,
      age: 30,
      meanSpend: { status: "unknown", missing: ["purchases"], reasons: [] },
    });
  });

  test("several orders of one day are one purchase, and their sum is its spend", () => {
    const rows = [
      order("1", "2026-03-02"),
      order("2", "2026-03-02"),
      order("3", "2026-03-12"),
      order("4", "2026-03-12"),
    ];
    expect(annOf(rows)).toMatchObject({ frequency: 1, recency: 10, meanSpend: { value: 20 } });
  });

  test("a prospect, and a customer whose only order came back, have not bought", () => {
    const rows = [order("1", "2026-03-02"), refund("2", "2026-03-05", { refundOf: "1" })];
    const table = repeatPurchases(summarizePurchases(rows, { asOf, customerIds: ["zoe"] }));
    expect([...table].map(({ bought, frequency, age }) => [bought, frequency, age])).toEqual([
      [false, 0, 0],
      [false, 0, 0],
    ]);
    expect(table.get("zoe")?.meanSpend.status).toBe("unknown");
  });

  test("an early order that comes back late takes nothing from the repeats", () => {
    const rows = [
      order("1", "2026-01-01", { amount: "100.00" }),
      order("2", "2026-01-05"),
      order("3", "2026-01-08"),
      refund("4", "2026-01-10", { refundOf: "1", amount: "100.00" }),
    ];
    // What is left is a first purchase on 5 January and one repeat of 10.00.
    expect(annOf(rows)).toMatchObject({ frequency: 1, recency: 3, meanSpend: { value: 10 } });
  });

  test("repeats with nothing left of them have no mean", () => {
    const rows = [order("1", "2026-01-01"), order("2", "2026-01-05", { amount: "0" })];
    expect(annOf(rows).meanSpend).toEqual({ status: "unknown", missing: ["positiveNet"], reasons: [] });
  });

  test("the holdout is what came after the calibration end, and is there only if asked for", () => {
    const rows = [order("1", "2026-01-01"), order("2", "2026-02-01"), order("3", "2026-03-01", { amount: "30.00" })];
    expect(annOf(rows).holdout).toBeUndefined();
    expect(annOf(rows, "2026-02-01")).toMatchObject({
      frequency: 1,
      age: 31,
      holdout: { frequency: 1, meanSpend: { value: 30 } },
    });
  });

  test("customers who came after the calibration end keep their row", () => {
    const base = summarizePurchases([order("1", "2026-03-01"), order("2", "2026-01-01", { customerId: "ben" })], {
      asOf,
    });
    const table = repeatPurchases(base, { calibrationEnd: "2026-02-01", timeUnit: "week" });
    expect([...table].map(({ customerId, bought, holdout }) => [customerId, bought, holdout?.frequency])).toEqual([
      ["ann", false, 1],
      ["ben", true, 0],
    ]);
    expect([table.end, table.holdoutLength]).toEqual(["2026-02-01", 59 / 7]);
  });

  test("refuses an end later than asOf, no day, and an unknown unit", () => {
    const base = summarizePurchases([], { asOf });
    expect(faultOf(() => repeatPurchases(base, { calibrationEnd: "2026-04-02" })).code).toBe("DAY_AFTER_AS_OF");
    expect(faultOf(() => repeatPurchases(base, { calibrationEnd: "2026-02-30" })).path).toEqual(["calibrationEnd"]);
    expect(faultOf(() => repeatPurchases(base, { timeUnit: "toString" as never })).code).toBe("INVALID_OPTIONS");
    expect([...repeatPurchases(base)]).toEqual([]);
  });
});

describeWithReference(
  "repeatPurchases on CDNOW (Fader and Hardie), weeks, calibration to 1997-09-30",
  "cdnow",
  (folder) => {
    const read = (file: string) =>
      repeatPurchases(summarizePurchases(cdnowOrders(`${folder}/${file}`), { asOf: "1998-06-30" }), {
        timeUnit: "week",
        calibrationEnd: "1997-09-30",
      });

    test("the sample equals its published summary, row by row, holdout included", () => {
      const published = readCsv(`${folder}/cdnow_sample_cbs.csv`);
      const table = read("cdnow_sample.csv");
      expect(table.size).toBe(2_357);
      expect(table.holdoutLength).toBe(39);
      published.forEach((expected, i) => {
        const row = table.at(i);
        expect([row.customerId, row.frequency, row.holdout?.frequency]).toEqual([
          expected.customer_id,
          Number(expected.frequency),
          Number(expected.holdout_frequency),
        ]);
        expect(row.recency).toBeCloseTo(Number(expected.recency_weeks), 9);
        expect(row.age).toBeCloseTo(Number(expected.T_weeks), 9);
        expect(row.meanSpend.status === "known" ? row.meanSpend.value : 0).toBeCloseTo(
          Number(expected.monetary_value),
          9,
        );
      });
    });

    test("946 of the sample and 9,450 of the master file have a mean spend (the n of golden.json's gamma-gamma fits)", () => {
      const known = (table: ReturnType<typeof read>): number =>
        [...table.columns.meanSpend.known].reduce((count, bit) => count + bit, 0);
      expect(known(read("cdnow_sample.csv"))).toBe(946);
      const master = read("cdnow_master.csv");
      expect(master.size).toBe(23_570);
      expect(known(master)).toBe(9_450);
    });
  },
);

describeWithReference("repeatPurchases on the lifetimes example", "lifetimes-example/transactions.csv", (file) => {
  // golden.json: lifetimes 0.11.3 summary_data_from_transaction_data, observation end 2014-12-31, days.
  test("has the sums of frequency, recency and T, and the first rows, that lifetimes gives", () => {
    const rows = readCsv(file).map(({ id = "", date = "" }, i) =>
      order(String(i), date.slice(0, 10), { customerId: id }),
    );
    const table = repeatPurchases(summarizePurchases(rows, { asOf: "2014-12-31" }));
    const sum = (column: Iterable<number>): number => [...column].reduce((total, value) => total + value, 0);
    const { frequency, recency, age } = table.columns;
    expect([table.size, sum(frequency), sum(recency), sum(age)]).toEqual([5_000, 9_270, 121_356, 1_211_978]);
    expect(table.get("2")).toMatchObject({ frequency: 6, recency: 142, age: 292 });
  });
});
