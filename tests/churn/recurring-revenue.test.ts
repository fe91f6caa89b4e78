import { recurringRevenue } from "clientele/churn";
import type { Contract } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const price = (amount: string) => ({ amount, currency: "USD", every: { months: 1 } });
const minor = ({ amount }: { amount: string }): number => Math.round(Number(amount) * 100);
const dayOf = (offset: number) => new Date(Date.UTC(2025, 0, 1) + offset * 864e5).toISOString().slice(0, 10);

describe("recurring revenue", () => {
  const contracts: Contract[] = [
    { id: "1", customerId: "ann", start: "2025-01-01", end: "2025-03-31", price: price("10.00") },
    { id: "2", customerId: "ann", start: "2025-04-01", price: price("15.00") },
    {
      id: "3",
      customerId: "ben",
      start: "2025-01-10",
      price: price("20.00"),
      cancellation: { at: "2025-02-15", by: "business", reason: "payment-failed" },
    },
    { id: "4", customerId: "ben", start: "2025-04-05", price: price("8.00") },
    {
      id: "5",
      customerId: "cai",
      start: "2025-02-01",
      end: "2025-04-30",
      price: { ...price("100.00"), every: { years: 1 } },
    },
  ];

  test("each change of a customer is one movement", () => {
    const months = recurringRevenue(contracts, { from: "2025-01-01", to: "2025-05-31" });
    const told = months.map((m) =>
      [
        m.opening,
        m.added,
        m.expansion,
        m.contraction,
        m.churned.voluntary,
        m.churned.paymentFailure,
        m.reactivated,
        m.closing,
      ].map(({ amount }) => amount),
    );
    expect(told).toEqual([
      ["0.00", "30.00", "0.00", "0.00", "0.00", "0.00", "0.00", "30.00"],
      ["30.00", "8.33", "0.00", "0.00", "0.00", "20.00", "0.00", "18.33"],
      ["18.33", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "18.33"],
      ["18.33", "0.00", "5.00", "0.00", "0.00", "0.00", "8.00", "31.33"],
      ["31.33", "0.00", "0.00", "0.00", "8.33", "0.00", "0.00", "23.00"],
    ]);
  });

  test("opening and movements make closing, which is the next opening, to the cent", () => {
    const contract = fc
      .record({
        customerId: fc.constantFrom("ann", "ben", "cai"),
        start: fc.integer({ min: 0, max: 300 }),
        length: fc.option(fc.integer({ min: 0, max: 200 })),
        cents: fc.integer({ min: 0, max: 99_999 }),
        every: fc.constantFrom({ months: 1 }, { months: 7 }, { quarters: 1 }, { years: 1 }, { weeks: 2 }, { days: 30 }),
        renews: fc.boolean(),
        cancelled: fc.option(fc.integer({ min: 0, max: 300 })),
        failed: fc.boolean(),
      })
      .map(
        ({ customerId, start, length, cents, every, renews, cancelled, failed }): Contract => ({
          id: `${customerId} ${start}`,
          customerId,
          start: dayOf(start),
          ...(length === null ? {} : { end: dayOf(start + length) }),
          renews,
          price: { amount: (cents / 100).toFixed(2), currency: "USD", every },
          ...(cancelled === null
            ? {}
            : {
                cancellation: {
                  at: dayOf(cancelled),
                  by: "customer" as const,
                  reason: failed ? "payment-failed" : "price",
                },
              }),
        }),
      );
    fc.assert(
      fc.property(fc.uniqueArray(contract, { maxLength: 12, selector: ({ id }) => id }), (rows) => {
        const months = recurringRevenue(rows, { from: "2025-01-15", to: "2026-03-01" });
        months.forEach((month, index) => {
          const moved =
            minor(month.opening) +
            minor(month.added) +
            minor(month.expansion) -
            minor(month.contraction) -
            minor(month.churned.voluntary) -
            minor(month.churned.paymentFailure) +
            minor(month.reactivated);
          expect(moved).toBe(minor(month.closing));
          const next = months[index + 1];
          if (next !== undefined) expect(next.opening).toEqual(month.closing);
        });
        expect(recurringRevenue([...rows].reverse(), { from: "2025-01-15", to: "2026-03-01" })).toEqual(months);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    [
      "two currencies",
      [contracts[0]!, { ...contracts[1]!, price: { ...price("1.00"), currency: "EUR" } }],
      "INVALID_CONTRACTS",
    ],
    [
      "a price of no time",
      [{ ...contracts[0]!, price: { ...price("1.00"), every: { months: 0 } } }],
      "INVALID_CONTRACTS",
    ],
    ["an end before the start", [{ ...contracts[0]!, end: "2024-01-01" }], "OUT_OF_ORDER"],
  ])("%s is refused", (_, rows, code) => {
    const fault = faultOf(() => recurringRevenue(rows as Contract[], { from: "2025-01-01", to: "2025-02-01" }));
    expect([fault.code, ...fault.issues.map((issue) => issue.code)]).toContain(code);
  });

  test("months the wrong way round are refused; without contracts there is nothing", () => {
    expect(faultOf(() => recurringRevenue([], { from: "2025-02-01", to: "2025-01-01" }))).toMatchObject({
      path: ["to"],
    });
    expect(recurringRevenue([], { from: "2025-02-01", to: "2025-02-01" })).toHaveLength(1);
  });
});
