import { summarizePurchases } from "clientele/history";
import { parseTransactions } from "clientele/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "12.50", currency: "EUR" };
const codes = (rows: readonly object[], options: object): readonly unknown[] =>
  parseTransactions(rows, options).rejected.map(({ index, issues }) => [
    index,
    ...issues.map(({ code, path }) => `${code} ${path.join(".")}`),
  ]);

test("without a currency or a scale each row is looked at alone", () => {
  expect(codes([order, order, { ...order, amount: "1.005", currency: "USD" }], {})).toEqual([]);
});

test("with them, rows are told that could not be read together", () => {
  const rows = [
    order,
    { ...order, id: "2", currency: "USD" },
    { ...order, id: "3", amount: "1.005" },
    { ...order, id: "4", amount: "1.00", tax: "0.001", lines: [{ sku: "tea", net: "1.00", cost: "0.125" }] },
    order,
    { ...order, kind: "refund" },
    { ...order, status: "cancelled" },
  ];
  expect(codes(rows, { currency: "EUR" })).toEqual([
    [1, "CURRENCY_MISMATCH currency"],
    [2, "AMOUNT_TOO_FINE amount"],
    [3, "AMOUNT_TOO_FINE tax", "AMOUNT_TOO_FINE lines.0.cost"],
    [4, "DUPLICATE_TRANSACTION id"],
  ]);
  expect(codes(rows, { scale: 3 })).toEqual([[4, "DUPLICATE_TRANSACTION id"]]);
  expect(
    codes(
      [
        { ...order, amount: "1.005" },
        { ...order, amount: "1.0055" },
      ],
      { scale: 3 },
    ),
  ).toEqual([[1, "AMOUNT_TOO_FINE amount"]]);
});

test("a currency or a scale that does not exist is refused", () => {
  expect(faultOf(() => parseTransactions([], { currency: "euro" })).code).toBe("INVALID_CURRENCY");
  expect(faultOf(() => parseTransactions([], { scale: 1.5 })).code).toBe("INVALID_SCALE");
});

// Seen to fail with the ids not compared, and with the amounts checked at one decimal more.
test("law: what parsing accepts, reading does not refuse", () => {
  const row = fc.record({
    id: fc.constantFrom("1", "2", "3", "4"),
    customerId: fc.constantFrom("ann", "ben", null),
    at: fc.constantFrom("2026-01-05", "2026-02-30", "2026-01-06T10:00:00Z"),
    amount: fc.constantFrom("12.50", "0.005", "1", 2.5, "-3", 0.125),
    currency: fc.constantFrom("EUR", "EUR", "USD"),
    status: fc.constantFrom(undefined, "completed", "cancelled"),
  });
  let refusedWithout = 0;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.constantFrom(2, 3), (rows, scale) => {
      const { transactions } = parseTransactions(rows, { currency: "EUR", scale });
      summarizePurchases(transactions, { asOf: "2026-04-01", scale });
      try {
        summarizePurchases(parseTransactions(rows).transactions, { asOf: "2026-04-01", scale });
      } catch {
        refusedWithout++;
      }
    }),
  );
  expect(refusedWithout).toBeGreaterThan(20);
});
