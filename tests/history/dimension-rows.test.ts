import { dimensionRows, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { purchases } from "./support/arbitrary-purchases.js";

const order = (id: string, at: string, lines: Transaction["lines"], more: Partial<Transaction> = {}): Transaction => ({
  id,
  customerId: "ann",
  at,
  amount: (lines ?? []).reduce((sum, { net }) => sum + Number(net), 0).toFixed(2),
  currency: "USD",
  lines: lines!,
  ...more,
});
const tea = { sku: "t", category: "tea", net: "12.00", quantity: 2, cost: "5.00" };
const read = { asOf: "2026-04-01", dimensions: ["category"] } as const;

test("pieces, money and costs of each value; what comes back stands on its own day", () => {
  const base = summarizePurchases(
    [
      order("1", "2026-01-05", [
        tea,
        { sku: "c", category: "cups", net: "8.00" },
        { sku: "x", net: "1.00", cost: "0.50" },
      ]),
      order("2", "2026-01-05", [tea]),
      order("3", "2026-02-01", [{ ...tea, quantity: 1.5, net: "9.00", cost: "4.00" }], { kind: "refund" }),
      { ...order("4", "2026-02-01", [tea]), customerId: null },
    ],
    { ...read, measures: ["cost"], customerIds: ["abe"] },
  );
  const rows = dimensionRows(base, "category");
  expect(rows.names).toEqual(["cups", "tea"]);
  expect(Array.from(rows.offsets)).toEqual([0, 0, 4]);
  expect(
    Array.from(rows.days, (day, row) => [
      day - rows.days[0]!,
      rows.names[rows.values[row]! - 1],
      rows.orders[row],
      rows.refunds[row],
      rows.grossMinor[row],
      rows.refundedMinor[row],
      rows.quantity[row],
      rows.returned[row],
      rows.costMinor![row],
      rows.unstatedCost![row],
    ]),
  ).toEqual([
    [0, undefined, 1, 0, 100, 0, 1, 0, 50, 0],
    [0, "cups", 1, 0, 800, 0, 1, 0, 0, 1],
    [0, "tea", 2, 0, 2_400, 0, 4, 0, 1_000, 0],
    [27, "tea", 0, 1, 0, 900, 0, 1.5, -400, 0],
  ]);
});

test("costs that were not read are undefined, not zero; a dimension that was not read is refused", () => {
  const base = summarizePurchases([order("1", "2026-01-05", [tea])], read);
  expect(dimensionRows(base, "category")).toMatchObject({ costMinor: undefined, unstatedCost: undefined });
  expect(() => dimensionRows(base, "brand")).toThrow(expect.objectContaining({ code: "DIMENSION_NOT_READ" }));
  expect(() => dimensionRows({} as never, "brand")).toThrow(expect.objectContaining({ code: "INVALID_BASE" }));
});

test("law: what is told by channel adds up, day by day, to the calendar: money, refunds, pieces and costs", () => {
  let refunded = 0;
  fc.assert(
    fc.property(purchases, ({ rows, options }) => {
      const base = summarizePurchases(rows, { ...options, measures: ["cost", "quantity"], dimensions: ["channel"] });
      const { calendar } = base;
      const found = dimensionRows(base, "channel");
      expect(found.offsets.length).toBe(base.size + 1);
      for (let customer = 0; customer < base.size; customer++) {
        const sums = new Map<number, number[]>();
        for (let row = found.offsets[customer]!; row < found.offsets[customer + 1]!; row++) {
          const { grossMinor, refundedMinor, quantity, returned, costMinor } = found;
          const own = [grossMinor[row]!, refundedMinor[row]!, quantity[row]! - returned[row]!, costMinor![row]!];
          const day = found.days[row]!;
          sums.set(
            day,
            own.map((part, i) => part + (sums.get(day)?.[i] ?? 0)),
          );
          refunded += refundedMinor[row]!;
        }
        const all = Array.from({ length: calendar.offsets[customer + 1]! - calendar.offsets[customer]! }, (_, i) => {
          const row = calendar.offsets[customer]! + i;
          const { cost, quantity } = calendar.measures;
          const own = [calendar.grossMinor[row]!, calendar.refundedMinor[row]!, quantity![row]!, cost![row]!];
          return [calendar.days[row]!, own] as const;
        });
        expect([...sums]).toEqual(all);
      }
    }),
  );
  expect(refunded).toBeGreaterThan(0);
});
