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

const mostly = (right: readonly unknown[], ...edges: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, fc.constantFrom(...edges));

/** Amounts at the edges of two decimals and of zero. */
const amount = mostly(["12.50", "1", 2.5, "0", "0.990"], "0.005", 0.125, "-3", "-0.00", 0.1 + 0.2, "1,00");
const line = fc.record(
  {
    sku: mostly(["tea"], " "),
    net: amount,
    quantity: mostly([1, 0, 2.5, 0.000001], 0.0000001, -1, "2", 9_007_199_254, 9_007_199_255),
    cost: amount,
    category: mostly(["Drinks"], ""),
  },
  { requiredKeys: ["sku", "net"] },
);
const orders = fc.record(
  {
    id: fc.constantFrom("1", "2", "3", "4", "5"),
    customerId: fc.constantFrom("ann", "ben", null),
    at: mostly(["2026-01-05", "2026-01-06T10:00:00Z", 1_767_571_200_000, 1_772_323_200], "2026-02-30"),
    amount,
    currency: mostly(["EUR"], "USD", "XXX", "eur"),
    kind: mostly(["purchase", "refund"], "Refund"),
    status: mostly(["completed", "cancelled"], "Completed"),
    discount: amount,
    tags: mostly([["vip"], []], "vip"),
    lines: fc.array(line, { maxLength: 2 }),
  },
  { requiredKeys: ["id", "customerId", "at", "amount", "currency"] },
);
/** Most refunds name an order, a few rows have a name that only looks like a field, and a few amounts are as large as can be kept. */
const row = fc
  .tuple(
    orders,
    fc.constantFrom("1", "2", undefined),
    mostly([undefined], "Status", "refund_of", "type", "note"),
    mostly([undefined], "90071992547409.91", "90071992547409.92", "9007199254740.991", "9007199254740.992"),
  )
  .map(([rest, refundOf, strange, large]) => ({
    ...rest,
    ...(rest.kind === "refund" && refundOf !== undefined ? { refundOf } : {}),
    ...(strange === undefined ? {} : { [strange as string]: "refund" }),
    // A customer of its own: what one customer has in all is for the reading to say.
    ...(large === undefined
      ? {}
      : { amount: large, customerId: `rich${rest.id}`, kind: "purchase", refundOf: undefined }),
  }));

// Seen to fail with the ids not compared, and with the amounts checked at one decimal more.
test("law: what parsing accepts, reading does not refuse", () => {
  let [refusedWithout, kept] = [0, 0];
  const unknownFields = fc.constantFrom("refuse" as const, "ignore" as const);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.constantFrom(2, 3), unknownFields, (rows, scale, unknown) => {
      const options = {
        asOf: "2026-04-01",
        scale,
        measures: ["cost", "discount", "quantity"] as const,
        dimensions: ["category"] as const,
        exclude: [{ reason: "vip", tags: ["vip"] }],
      };
      const { transactions } = parseTransactions(rows, { currency: "EUR", scale, unknownFields: unknown });
      summarizePurchases(transactions, options);
      kept += transactions.length;
      try {
        summarizePurchases(parseTransactions(rows).transactions, options);
      } catch {
        refusedWithout++;
      }
    }),
  );
  expect(refusedWithout).toBeGreaterThan(20);
  expect(kept).toBeGreaterThan(100);
});
