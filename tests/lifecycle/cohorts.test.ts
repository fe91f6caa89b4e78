import { readFileSync } from "node:fs";
import { type CustomerBase, summarizePurchases } from "clientele/history";
import { cohortValue, retentionCohorts, retentionRates, timeToSecondPurchase } from "clientele/lifecycle";
import type { Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { readCsv } from "../support/csv.js";
import { faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";
import { baseOf, superstoreDays } from "./support/orders.js";

const dayMs = 86_400_000;
const text = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

describeWithReference(
  "Online Retail (UCI, Chen 2015): monthly cohorts seen in public notebooks",
  "online-retail-uci",
  (folder) => {
    const { cohorts: expected } = JSON.parse(readFileSync(`${folder}/expected.json`, "utf8"));
    const invoices = readCsv(`${folder}/invoices.csv`).map(
      (row): Transaction => ({
        id: row.invoice_no as string,
        customerId: row.customer_id as string,
        at: `${(row.invoice_date as string).replace(" ", "T")}Z`,
        amount: row.amount as string,
        currency: "GBP",
      }),
    );
    const read = (rows: readonly Transaction[]): CustomerBase =>
      summarizePurchases(rows, { asOf: "2011-12-09", scale: 3 });
    const active = (base: CustomerBase, incomplete: "null" | "keep") =>
      Object.fromEntries(
        retentionCohorts(base, { incomplete }).cohorts.map((cohort) => [cohort.start.slice(0, 7), cohort.active]),
      );
    const sales = read(invoices.filter(({ id, amount }) => !id.startsWith("C") && Number(amount) > 0));
    // The other published count takes a cancellation for activity like any invoice: here each is an order worth nothing.
    const all = read(invoices.map((row) => ({ ...row, amount: "0" })));

    test("885 -> 324 286 340 …, sales only, December's nine days counted", () => {
      expect(active(sales, "keep")).toEqual(expected.salesOnly.activeCustomers);
      expect(active(sales, "keep")["2010-12"]).toEqual([
        885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235,
      ]);
    });

    test("948 -> 362 317 367 …, cancellations counted as activity", () => {
      expect(active(all, "keep")).toEqual(expected.allInvoices.activeCustomers);
      expect(active(all, "keep")["2010-12"]?.slice(0, 4)).toEqual([948, 362, 317, 367]);
    });

    test("by default the nine days of December 2011 are null, not 235", () => {
      const { cohorts, completePeriods, periods } = retentionCohorts(sales);
      expect([completePeriods, periods.length, periods.at(-1)]).toEqual([12, 13, "2011-12-01"]);
      expect(cohorts[0]?.active.slice(-2)).toEqual([445, null]);
      expect(cohorts.at(-1)).toEqual({
        start: "2011-12-01",
        customers: 41,
        active: [null],
        orders: [null],
        net: [null],
      });
      expect(cohorts.reduce((sum, { customers }) => sum + customers, 0)).toBe(4_338);
    });

    test("the rates of the first cohort are those counts over its size", () => {
      const { cohorts, byPeriod } = retentionRates(sales);
      expect(cohorts[0]?.rates[1]?.customers).toBe(324 / 885);
      expect(byPeriod[0]?.customers).toBe(324 / 885);
      expect([cohorts[0]?.rates.at(-1), byPeriod.at(-1)]).toEqual([null, null]);
    });

    test("the value of all cohorts adds up to all sales", () => {
      const { cohorts } = cohortValue(sales, { incomplete: "keep" });
      const total = cohorts.reduce(
        (sum, { cumulativeNet }) => sum + BigInt((cumulativeNet.at(-1) ?? "0").replace(".", "")),
        0n,
      );
      expect(total).toBe(8_911_407_904n);
    });
  },
);

describe("Superstore, yearly cohorts of 2014 to 2017", () => {
  const days = superstoreDays();
  const { cohorts } = retentionCohorts(baseOf(days, "2017-12-31"), { period: "year" });

  test("are as counted from the days by their first four letters", () => {
    const years = ["2014", "2015", "2016", "2017"];
    const counted = years.map((year, cohort) => {
      const own = Object.values(days).filter(([first]) => first?.startsWith(year));
      return years.slice(cohort).map((later) => own.filter((all) => all.some((day) => day.startsWith(later))).length);
    });
    expect(cohorts.map(({ active }) => active)).toEqual(counted);
    expect(counted[0]?.[0]).toBe(595);
  });

  test("of which 2017 is over on its last day, and not a day before", () => {
    expect(cohorts.at(-1)?.active).not.toContain(null);
    expect(retentionCohorts(baseOf(days, "2017-12-30"), { period: "year" }).completePeriods).toBe(3);
  });
});

describe("retentionCohorts", () => {
  const order = (id: string, at: string, amount = "10.00"): Transaction => ({
    id,
    customerId: "ann",
    at,
    amount,
    currency: "USD",
  });

  test("months are those of the base's zone", () => {
    const rows = [order("1", "2026-01-31T17:00:00Z"), order("2", "2026-02-10")];
    const starts = (timeZone: string) =>
      retentionCohorts(summarizePurchases(rows, { asOf: "2026-02-28", timeZone })).cohorts.map(({ start }) => start);
    expect(starts("UTC")).toEqual(["2026-01-01", "2026-02-01"]);
    expect(starts("Asia/Shanghai")).toEqual(["2026-02-01"]);
  });

  test("weeks begin on Monday unless said otherwise", () => {
    const base = baseOf({ ann: ["2026-03-29", "2026-03-30"] }, "2026-04-05");
    expect(retentionCohorts(base, { period: "week" }).cohorts.map(({ active }) => active)).toEqual([[1, 1], [0]]);
    expect(retentionCohorts(base, { period: "week", weekStartsOn: 7 }).periods).toEqual(["2026-03-29", "2026-04-05"]);
  });

  test("a refund counts on its own day; what lies before a first purchase is in no cohort", () => {
    const rows = [
      { ...order("0", "2026-01-05", "3.00"), kind: "refund" as const },
      order("1", "2026-02-05"),
      { ...order("2", "2026-03-05", "4.00"), kind: "refund" as const, refundOf: "1" },
    ];
    const { cohorts, outside } = retentionCohorts(summarizePurchases(rows, { asOf: "2026-03-31" }));
    expect(cohorts[0]).toMatchObject({ start: "2026-02-01", active: [1, 0], orders: [1, 0], net: ["10.00", "-4.00"] });
    expect(outside).toEqual({ customers: 0, net: "-3.00" });
  });

  test("sums past 2^53 stay exact", () => {
    const ids = Array.from({ length: 10 }, (_, at) => `c${at}`);
    const rows = ids.map((customerId) => ({ ...order(customerId, "2026-01-05", "89999999999999.99"), customerId }));
    const { cohorts } = retentionCohorts(summarizePurchases(rows, { asOf: "2026-01-31" }));
    expect(cohorts[0]?.net).toEqual(["899999999999999.90"]);
    expect(cohortValue(summarizePurchases(rows, { asOf: "2026-01-31" })).cohorts[0]?.netPerCustomer).toEqual([
      "89999999999999.99",
    ]);
  });

  test("nobody who bought: no periods, nobody in a cohort", () => {
    const base = baseOf({ ann: [] }, "2026-01-31");
    expect(retentionCohorts(base)).toMatchObject({ periods: [], cohorts: [], outside: { customers: 1, net: "0.00" } });
    expect(retentionRates(base)).toMatchObject({ byPeriod: [], cohorts: [] });
    expect(timeToSecondPurchase(base)).toMatchObject({ customers: 0, medianDays: { status: "unknown" }, steps: [] });
  });

  test("options out of range are refused, each by its name", () => {
    const base = baseOf({ ann: ["1900-01-01"] }, "2026-01-31");
    const pathOf = (call: () => unknown) => {
      const { code, path } = faultOf(call);
      return [code, ...path];
    };
    const invalid = "INVALID_OPTIONS";
    expect(pathOf(() => retentionCohorts(base, { period: "day" as never }))).toEqual([invalid, "period"]);
    expect(pathOf(() => retentionCohorts(base, { weekStartsOn: 0 }))).toEqual([invalid, "weekStartsOn"]);
    expect(pathOf(() => retentionCohorts(base, { incomplete: "zero" as never }))).toEqual([invalid, "incomplete"]);
    expect(pathOf(() => retentionCohorts(base, { period: "week" }))).toEqual([invalid, "period"]);
    expect(pathOf(() => timeToSecondPurchase(base, { by: [30, 0] }))).toEqual([invalid, "by", 1]);
    expect(pathOf(() => timeToSecondPurchase(base, { by: 30 as never }))).toEqual([invalid, "by"]);
  });

  type Door = (base: CustomerBase, options?: never) => unknown;
  const doors: readonly Door[] = [retentionCohorts, retentionRates, cohortValue, timeToSecondPurchase];

  test.each(doors)("options of another name are refused: %o", (door) => {
    const base = baseOf({ ann: ["2026-01-01"] }, "2026-01-31");
    const withOptions = (options: unknown) => () => door(base, options as never);
    expect(faultOf(withOptions({ periods: "month" }))).toMatchObject({
      code: "INVALID_OPTIONS",
      path: ["periods"],
    });
    expect(faultOf(withOptions("month")).code).toBe("INVALID_OPTIONS");
    expect(faultOf(withOptions(null)).code).toBe("INVALID_OPTIONS");
  });

  test.each(doors)("what is no base is refused: %o", (door) => {
    const base = baseOf({ ann: ["2026-01-01"] }, "2026-01-31");
    for (const none of [null, {}, JSON.parse(JSON.stringify(base))]) {
      expect(faultOf(() => door(none)).code).toBe("INVALID_BASE");
    }
  });
});

describe("timeToSecondPurchase", () => {
  test("customers who have not had the time yet are no lost ones", () => {
    const base = baseOf({ ann: ["2026-01-01", "2026-01-11"], ben: ["2026-03-29"], cid: ["2026-03-30"] }, "2026-04-01");
    const { repurchased, customers, by } = timeToSecondPurchase(base, { by: [10] });
    expect([repurchased, customers]).toEqual([1, 3]);
    expect(by[0]).toEqual({ days: 10, share: { status: "known", value: 1, reasons: [] }, interval: null });
  });

  test("past the longest wait nothing is known", () => {
    const base = baseOf({ ann: ["2026-01-01", "2026-01-11"], ben: ["2026-01-01"] }, "2026-04-01");
    expect(timeToSecondPurchase(base, { by: [9, 90, 91] }).by).toEqual([
      { days: 9, share: { status: "known", value: 0, reasons: [] }, interval: null },
      { days: 90, share: { status: "known", value: 0.5, reasons: [] }, interval: expect.any(Array) },
      { days: 91, share: { status: "unknown", missing: ["followUp"], reasons: [] }, interval: null },
    ]);
  });
});

describeWithReference(
  "Kaplan-Meier of 42 leukemia patients (Freireich 1963; R survival 3.5-3)",
  "survival",
  (folder) => {
    // A relapse stands for the second purchase, a remission still going on for a customer who has not come back yet.
    const { groups } = JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")).leukemia.byRx;
    const patients = readCsv(`${folder}/leukemia.csv`);
    const asOf = Date.parse("2026-01-01") / dayMs;
    const baseOfGroup = (group: string): CustomerBase =>
      baseOf(
        Object.fromEntries(
          patients.flatMap(({ t, status, Rx }, at) => {
            const days = status === "1" ? [asOf - 99, asOf - 99 + Number(t)] : [asOf - Number(t)];
            return Rx === group ? [[`p${at}`, days.map(text)]] : [];
          }),
        ),
        "2026-01-01",
      );

    test.each(["0", "1"])("group %s: survival, those at risk, median and log-log intervals", (group) => {
      const expected: {
        median: number;
        n: number;
        events: number;
        at: { time: number; nRisk: number; survival: number; ci95_loglog: [number | null, number | null] }[];
      } = groups[group];
      const result = timeToSecondPurchase(baseOfGroup(group), { by: expected.at.map(({ time }) => time) });
      expect([result.customers, result.repurchased]).toEqual([expected.n, expected.events]);
      expect(result.medianDays).toEqual({ status: "known", value: expected.median, reasons: [] });
      expected.at.forEach(({ survival, ci95_loglog: [lower, upper] }, at) => {
        const { share, interval } = result.by[at]!;
        if (share.status === "unknown") throw new Error("known by R");
        expect(1 - share.value).toBeCloseTo(survival, 10);
        if (lower === null || upper === null || interval === null) {
          // R has no interval where everybody has bought again, and no more have we.
          expect([interval, lower, upper, survival]).toEqual([null, null, null, 0]);
          return;
        }
        expect(1 - interval[1]).toBeCloseTo(lower, 9);
        expect(1 - interval[0]).toBeCloseTo(upper, 9);
      });
    });
  },
);
