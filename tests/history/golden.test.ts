import { baseAt, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { readCsv } from "../support/csv.js";
import { describeWithReference } from "../support/reference-data.js";
import { cdnowOrders, onlineRetailInvoices, onlineRetailSales, superstoreBase } from "./support/real-purchases.js";

const dollars = (row: Omit<Transaction, "currency">): Transaction => ({ ...row, currency: "USD" });

describe("Superstore, 9,994 invented order lines of 2014 to 2017", () => {
  test("has 793 customers with 5,009 orders worth 2,297,200.8603", () => {
    // Counted from the CSV with decimal arithmetic.
    const base = superstoreBase();
    expect(base.size).toBe(793);
    expect(base.totals.customers).toEqual({
      orders: 5_009,
      refunds: 0,
      gross: "2297200.8603",
      refunded: "0.0000",
      net: "2297200.8603",
    });
    expect(base.warnings).toEqual([]);
  });

  test("is refused at the currency's own two decimals", () => {
    expect(() => superstoreBase(2)).toThrow(/AMOUNT_TOO_FINE/);
  });
});

describeWithReference("CDNOW, whole purchase histories to June 1998 (Fader and Hardie)", "cdnow", (folder) => {
  const read = (file: string): Transaction[] => cdnowOrders(`${folder}/${file}`);

  test("the sample has 2,357 customers, 6,919 orders on 6,696 days, 8 of them free", () => {
    const rows = read("cdnow_sample.csv");
    const base = summarizePurchases(rows, { asOf: "1998-06-30" });
    expect(base.size).toBe(2_357);
    expect(base.totals.customers.orders).toBe(6_919);
    expect(base.calendar.days.length).toBe(6_696);
    expect(rows.filter((row) => row.amount === "0.00").length).toBe(8);
  });

  test("the sample cut at 1997-09-30 has the repeat days, recency and age of the published summary", () => {
    const base = baseAt(summarizePurchases(read("cdnow_sample.csv"), { asOf: "1998-06-30" }), "1997-09-30");
    const { purchaseDays, firstDay, lastDay } = base.columns;
    const published = readCsv(`${folder}/cdnow_sample_cbs.csv`);
    expect(base.customerIds).toEqual(published.map((row) => row.customer_id));
    published.forEach((row, i) => {
      const [first, last] = [firstDay.values[i] as number, lastDay.values[i] as number];
      expect((purchaseDays[i] as number) - 1).toBe(Number(row.frequency));
      expect((last - first) / 7).toBeCloseTo(Number(row.recency_weeks), 9);
      expect((base.get(row.customer_id as string)?.daysSinceLast as number) / 7 + (last - first) / 7).toBeCloseTo(
        Number(row.T_weeks),
        9,
      );
    });
  });

  test("the master file has 23,570 customers and 69,659 orders", () => {
    const base = summarizePurchases(read("cdnow_master.csv"), { asOf: "1998-06-30" });
    expect(base.size).toBe(23_570);
    expect(base.totals.customers.orders).toBe(69_659);
  });
});

describeWithReference("The lifetimes package's example transactions", "lifetimes-example/transactions.csv", (file) => {
  // golden.json: lifetimes 0.11.3 summary_data_from_transaction_data, observation end 2014-12-31, days.
  test("has the sums of frequency, recency and age that lifetimes gives", () => {
    const rows = readCsv(file).map((row, i) =>
      dollars({ id: String(i), customerId: row.id as string, at: (row.date as string).slice(0, 10), amount: "1.00" }),
    );
    const base = summarizePurchases(rows, { asOf: "2014-12-31" });
    expect(base.size).toBe(5_000);
    let frequency = 0;
    let recency = 0;
    let age = 0;
    for (const [i, row] of [...base].entries()) {
      const span = (base.columns.lastDay.values[i] as number) - (base.columns.firstDay.values[i] as number);
      frequency += row.purchaseDays - 1;
      recency += span;
      age += span + (row.daysSinceLast as number);
    }
    expect([frequency, recency, age]).toEqual([9_270, 121_356, 1_211_978]);
  });
});

describeWithReference("Online Retail (UCI, Chen 2015), 22,190 invoices", "online-retail-uci/invoices.csv", (file) => {
  const invoices = onlineRetailInvoices(file);
  const sales = onlineRetailSales(file);

  test("a day as asOf counts whole: 2,787 customers by 2011-06-08, sales only", () => {
    expect(summarizePurchases(sales, { asOf: "2011-06-08", scale: 3 }).size).toBe(2_787);
    expect(summarizePurchases(sales, { asOf: "2011-06-07", scale: 3 }).size).toBe(2_775);
    expect(summarizePurchases(sales, { asOf: "2011-06-08T00:00:00Z", scale: 3 }).size).toBe(2_775);
    expect(baseAt(summarizePurchases(sales, { asOf: "2011-12-09", scale: 3 }), "2011-06-08").size).toBe(2_787);
  });

  test("33 customers have only cancellations, 145 a cancellation before any purchase", () => {
    const base = summarizePurchases(invoices, { asOf: "2011-12-09", scale: 3 });
    const { offsets, days, refunds } = base.calendar;
    const onlyRefunds: string[] = [];
    const refundedBefore: string[] = [];
    for (let i = 0; i < base.size; i++) {
      const first = offsets[i] as number;
      if (base.columns.orders[i] === 0) onlyRefunds.push(base.customerIds[i] as string);
      else if (
        (refunds[first] as number) > 0 &&
        (days[first] as number) < (base.columns.firstDay.values[i] as number)
      ) {
        refundedBefore.push(base.customerIds[i] as string);
      }
    }
    expect(base.size).toBe(4_372);
    expect(onlyRefunds.length).toBe(33);
    // By the time of day they are 145; for 46 of them both happened on one day, which the calendar does not tell apart.
    const firstTimes = (rows: readonly Transaction[]): Map<string, string> =>
      new Map(
        [...rows].sort((a, b) => (a.at < b.at ? 1 : -1)).map((row) => [row.customerId as string, row.at as string]),
      );
    const bought = firstTimes(invoices.filter((row) => row.kind !== "refund"));
    const refunded = [...firstTimes(invoices.filter((row) => row.kind === "refund"))];
    const before = refunded.filter(([id, at]) => bought.has(id) && at < (bought.get(id) as string));
    expect(before.length).toBe(145);
    const onSameDay = before.filter(([id, at]) => at.slice(0, 10) === bought.get(id)?.slice(0, 10));
    expect(refundedBefore.length).toBe(145 - onSameDay.length);
    expect(base.totals.customers.net).toBe("8300065.814");
    expect(base.totals.customers.gross).toBe("8911407.904");
    expect(base.warnings.map(({ code }) => code)).toEqual(["history.unlinked-refund", "history.net-not-positive"]);
  });
});
