import { type CustomerBase, summarizePurchases } from "clientele/history";
import {
  type CohortOptions,
  type CohortPeriod,
  cohortValue,
  retentionCohorts,
  retentionRates,
  timeToSecondPurchase,
} from "clientele/lifecycle";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type Sales, sales } from "./support/arbitrary-orders.js";
import { type NaiveBuyer, naiveCohorts, periodOf } from "./support/naive-cohorts.js";

const read = ({ rows, options }: Sales): CustomerBase => summarizePurchases(rows, options);
const periods: fc.Arbitrary<CohortPeriod> = fc.constantFrom("week", "month", "quarter", "year");
const money = (cents: number): string => (cents / 100).toFixed(2).replace(/^-(0\.00)$/, "$1");
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The rates from one period of each buyer to another, from the definition. */
const naiveRate = (
  buyers: readonly NaiveBuyer[],
  from: (buyer: NaiveBuyer) => number,
  to: (buyer: NaiveBuyer) => number,
) => {
  const pairs = buyers.map((buyer) => [buyer.cells[from(buyer)]!, buyer.cells[to(buyer)]!] as const);
  const before = pairs.filter(([earlier]) => earlier.orders > 0);
  const paid = pairs.filter(([earlier]) => earlier.cents > 0);
  const revenue = sum(paid.map(([earlier]) => earlier.cents));
  return {
    customers: ratio(before.filter(([, later]) => later.orders > 0).length, before.length),
    grossRevenue: ratio(sum(paid.map(([earlier, later]) => Math.min(earlier.cents, later.cents))), revenue),
    netRevenue: ratio(sum(paid.map(([, later]) => later.cents)), revenue),
  };
};

// Planted bugs that these laws were seen to catch: cohorts by the first record instead of the first standing purchase, a refund that counts
// as activity, a period called over a day early, today by UTC, gross retention without its cap, any later period taken for the next one,
// values that do not accumulate, customers without a second purchase left out of the wait for it.
describe("cohorts", () => {
  const seen = new Map<string, number>();
  const count = (what: string, happened: boolean): void => void (happened && seen.set(what, (seen.get(what) ?? 0) + 1));
  afterAll(() => {
    const expected = [
      "empty",
      "incomplete",
      "complete",
      "empty cohort",
      "refund alone",
      "undone",
      "before",
      "censored",
    ];
    for (const what of expected) expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
  });

  test("are those of the naive oracle: sizes, active, orders, net, value", () => {
    fc.assert(
      fc.property(sales, periods, fc.constantFrom("null", "keep"), (bought, period, incomplete) => {
        const options: CohortOptions = { period, incomplete: incomplete as "null" | "keep" };
        const base = read(bought);
        const result = retentionCohorts(base, options);
        const naive = naiveCohorts(bought, period);
        const shown = incomplete === "keep" ? naive.periods.length : naive.complete;
        expect(result.periods.map((day) => periodOf(day, period))).toEqual(naive.periods);
        expect(result.completePeriods).toBe(naive.complete);
        const value = cohortValue(base, options);
        naive.periods.forEach((_, cohort) => {
          const own = naive.buyers.filter((buyer) => buyer.cohort === cohort);
          const row = <T>(cell: (at: number) => T): (T | null)[] =>
            naive.periods.slice(cohort).map((_, age) => (cohort + age < shown ? cell(cohort + age) : null));
          const cumulative = (at: number): number =>
            sum(own.flatMap(({ cells }) => cells.slice(cohort, at + 1).map(({ cents }) => cents)));
          expect(result.cohorts[cohort]).toEqual({
            start: result.periods[cohort],
            customers: own.length,
            active: row((at) => own.filter(({ cells }) => cells[at]!.orders > 0).length),
            orders: row((at) => sum(own.map(({ cells }) => cells[at]!.orders))),
            net: row((at) => money(sum(own.map(({ cells }) => cells[at]!.cents)))),
          });
          expect(value.cohorts[cohort]?.cumulativeNet).toEqual(row((at) => money(cumulative(at))));
          value.cohorts[cohort]?.netPerCustomer.forEach((per, age) => {
            if (cohort + age >= shown || own.length === 0) expect(per).toBeNull();
            else expect(Math.abs(Number(per) * 100 * own.length - cumulative(cohort + age))).toBeLessThan(own.length);
          });
          count("empty cohort", own.length === 0);
          count(
            "refund alone",
            own.some(({ cells }) => cells.some(({ orders, cents }) => orders === 0 && cents !== 0)),
          );
        });
        count("empty", naive.buyers.length === 0);
        count(naive.complete < naive.periods.length ? "incomplete" : "complete", naive.buyers.length > 0);
        count("undone", result.outside.customers > 1);
        count("before", result.outside.net !== "0.00");
      }),
    );
  });

  test("retention rates are those of their definitions, gross at most 1 and at most net", () => {
    fc.assert(
      fc.property(sales, periods, (bought, period) => {
        const { byPeriod, cohorts } = retentionRates(read(bought), { period, incomplete: "keep" });
        const { buyers } = naiveCohorts(bought, period);
        byPeriod.forEach((rate, at) => {
          // What lies before a first purchase is in no cohort and in no rate.
          const acquired = buyers.filter(({ cohort }) => cohort <= at);
          expect(rate).toEqual({
            start: cohorts[at + 1]?.start,
            ...naiveRate(
              acquired,
              () => at,
              () => at + 1,
            ),
          });
        });
        cohorts.forEach(({ rates }, cohort) => {
          const own = buyers.filter((buyer) => buyer.cohort === cohort);
          rates.forEach((rate, age) => {
            expect(rate).toEqual(
              naiveRate(
                own,
                () => cohort,
                () => cohort + age,
              ),
            );
            if (rate?.grossRevenue == null || rate.netRevenue === null) return;
            expect(rate.grossRevenue).toBeLessThanOrEqual(Math.min(1, rate.netRevenue));
          });
        });
      }),
    );
  });

  test("add up to the base's customers, orders and net", () => {
    fc.assert(
      fc.property(sales, periods, (bought, period) => {
        const base = read(bought);
        const { cohorts, outside } = retentionCohorts(base, { period, incomplete: "keep" });
        expect(sum(cohorts.map(({ customers }) => customers)) + outside.customers).toBe(base.size);
        expect(sum(cohorts.flatMap(({ orders }) => orders.map(Number)))).toBe(base.totals.customers.orders);
        const net = sum(cohorts.flatMap((cohort) => cohort.net.map((cell) => Math.round(Number(cell) * 100))));
        expect(money(net + Math.round(Number(outside.net) * 100))).toBe(base.totals.customers.net);
      }),
    );
  });

  test("do not see the future, the order of records, or what customers are called; JSON keeps them whole", () => {
    const tables = (base: CustomerBase) => [
      retentionCohorts(base),
      retentionRates(base),
      cohortValue(base),
      timeToSecondPurchase(base),
    ];
    fc.assert(
      fc.property(sales, ({ rows, options }) => {
        const told = tables(read({ rows, options }));
        const endOfDay = new Date(read({ rows, options }).asOf).getTime();
        const past = rows.filter(({ at }) => Date.parse(at) <= endOfDay);
        const renamed = [...past].reverse().map((row) => ({ ...row, customerId: `?${row.customerId}` }));
        expect(tables(read({ rows: renamed, options }))).toEqual(told);
        expect(JSON.parse(JSON.stringify(told))).toEqual(told);
      }),
    );
  });

  test("the wait for the second purchase is Kaplan and Meier's, from every customer's own wait", () => {
    fc.assert(
      fc.property(sales, (bought) => {
        const base = read(bought);
        const result = timeToSecondPurchase(base, { by: [1, 30, 90, 400] });
        const today = Date.parse(bought.options.asOf) / 86_400_000;
        const waits = Array.from({ length: base.size }, (_, customer) => {
          const { offsets, days, orders } = base.calendar;
          const own = Array.from(days)
            .slice(offsets[customer], offsets[customer + 1])
            .filter((_, at) => orders[offsets[customer]! + at]! > 0);
          return own.length === 0 ? [] : [{ days: (own[1] ?? today) - own[0]!, happened: own.length > 1 }];
        }).flat();
        count("censored", waits.some(({ happened }) => !happened) && waits.some(({ happened }) => happened));
        const shareBy = (day: number): number => {
          let waiting = 1;
          for (let at = 0; at <= day; at++) {
            const atRisk = waits.filter(({ days }) => days >= at).length;
            const now = waits.filter(({ days, happened }) => happened && days === at).length;
            if (now > 0) waiting *= 1 - now / atRisk;
          }
          return 1 - waiting;
        };
        const longest = Math.max(-1, ...waits.map(({ days }) => days));
        expect([result.customers, result.repurchased]).toEqual([
          waits.length,
          waits.filter(({ happened }) => happened).length,
        ]);
        for (const { days, share, interval } of result.by) {
          if (share.status === "unknown") expect(days > longest && shareBy(days) < 1).toBe(true);
          else {
            expect(share.value).toBeCloseTo(shareBy(days), 12);
            if (interval === null) expect([0, 1]).toContain(share.value);
            else {
              expect(interval[0]).toBeLessThan(share.value);
              expect(interval[1]).toBeGreaterThan(share.value);
            }
          }
        }
        for (const { days, share } of result.steps) expect(share).toBeCloseTo(shareBy(days), 12);
      }),
    );
  });
});
