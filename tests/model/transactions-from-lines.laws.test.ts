import { formatMinorUnits, parseExactMinorUnits } from "clientele/core";
import { isTransaction, type LineColumns, transactionsFromLines } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const rowArbitrary = fc.record({
  order: fc.constantFrom("1", "2", "3", "__proto__", ""),
  buyer: fc.constantFrom("ann", "ann", "ann", "ann", "ann", "ben", ""),
  day: fc.constantFrom("2026-01-05", "2026-01-05", "2026-01-05T12:00:00Z", "2026-01-06"),
  paid: fc.constantFrom("4.50", "-4.50", "0.125", "0", "-0.005", "oops", 12.3, -1),
});
type Row = typeof rowArbitrary extends fc.Arbitrary<infer T> ? T : never;
const rowsArbitrary = fc.array(rowArbitrary, { maxLength: 12 });
const columns: LineColumns<Row> = {
  orderId: "order",
  customerId: "buyer",
  at: "day",
  sku: () => "tea",
  net: "paid",
};
const read = (rows: readonly Row[]): ReturnType<typeof transactionsFromLines> =>
  transactionsFromLines(rows, columns, { currency: "EUR" });

describe("transactionsFromLines", () => {
  // Seen to fail with the goods given back left out beside a purchase.
  test("uses every row once or rejects it, and loses no minor unit", () => {
    let [used, refunds, bad] = [0, 0, 0];
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { transactions, rejected, scale } = read(rows);
        const unused = new Set(rejected.map(({ index }) => index));
        expect(unused.size).toBe(rejected.length);
        const lines = transactions.reduce((sum, transaction) => sum + (transaction.lines?.length ?? 0), 0);
        expect(lines + unused.size).toBe(rows.length);
        const net = transactions.reduce(
          (sum, { kind, amount }) => sum + parseExactMinorUnits(amount, scale) * (kind === "refund" ? -1n : 1n),
          0n,
        );
        const given = rows
          .filter((_, index) => !unused.has(index))
          .map(({ paid }) => parseExactMinorUnits(paid, scale));
        expect(formatMinorUnits(net, scale)).toBe(
          formatMinorUnits(
            given.reduce((sum, paid) => sum + paid, 0n),
            scale,
          ),
        );
        expect(transactions.every((transaction) => isTransaction(transaction))).toBe(true);
        used += lines;
        bad += unused.size;
        refunds += transactions.filter(({ refundOf }) => refundOf !== undefined).length;
      }),
    );
    expect(Math.min(used, bad, refunds)).toBeGreaterThan(10);
  });

  // Seen to fail with the instant of the first row in place of the earliest, and with orders of two customers given to the first.
  test("makes the same orders of the same rows in any order", () => {
    const sorted = ({ transactions }: ReturnType<typeof read>): readonly unknown[] =>
      transactions
        .map(({ id, customerId, at, amount, kind }) =>
          JSON.stringify([id, customerId, new Date(at as string), amount, kind]),
        )
        .sort();
    fc.assert(
      fc.property(rowsArbitrary, fc.infiniteStream(fc.nat()), (rows, keys) => {
        const shuffled = rows.map((row) => ({ row, key: keys.next().value })).sort((a, b) => a.key - b.key);
        expect(sorted(read(shuffled.map(({ row }) => row)))).toEqual(sorted(read(rows)));
      }),
    );
  });
});
