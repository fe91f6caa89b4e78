import { productRanking, summarizePurchases } from "clientele/history";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, dayAfterStart, LAST_DAY, shopDay, shopTransactions } from "./support/arbitrary-shop.js";

describe("productRanking", () => {
  // Seen to fail when guests count as customers, and when two orders of one day make a repeat.
  test("equals counting on plain lines", () => {
    const met = { repeated: 0, returned: 0, guests: 0 };
    fc.assert(
      fc.property(shopTransactions, fc.constantFrom("orders", "quantity", "net"), (rows, by) => {
        const base = summarizePurchases(rows, { asOf: dayAfterStart(LAST_DAY), dimensions: ["sku"] });
        const { products } = productRanking(base, { by });
        const lines = rows.flatMap((row) => (row.lines ?? []).map((line) => ({ row, line })));
        expect(products.map(({ sku }) => sku).sort()).toEqual([...new Set(lines.map(({ line }) => line.sku))].sort());
        for (const product of products) {
          const own = lines.filter(({ line }) => line.sku === product.sku);
          const bought = own.filter(({ row }) => row.kind !== "refund");
          const back = own.filter(({ row }) => row.kind === "refund");
          const days = new Map<string, Set<number>>();
          for (const { row } of bought) {
            if (row.customerId !== null) {
              days.set(row.customerId, (days.get(row.customerId) ?? new Set()).add(shopDay(row)));
            }
          }
          const sum = (part: typeof own): number => part.reduce((total, { line }) => total + cents(line.net), 0);
          const pieces = (part: typeof own): number =>
            part.reduce((total, { line }) => total + (line.quantity ?? 1), 0);
          expect(product).toMatchObject({
            orders: new Set(bought.map(({ row }) => row.id)).size,
            quantity: pieces(bought),
            refunds: new Set(back.map(({ row }) => row.id)).size,
            returned: pieces(back),
            gross: (sum(bought) / 100).toFixed(2),
            refunded: (sum(back) / 100).toFixed(2),
            customers: days.size,
            repeatCustomers: [...days.values()].filter((own) => own.size > 1).length,
          });
          if (product.repeatCustomers > 0) met.repeated++;
          if (product.returned > 0) met.returned++;
          if (bought.some(({ row }) => row.customerId === null)) met.guests++;
        }
        const keys = products.map((product) => Number(product[by]));
        expect(keys).toEqual([...keys].sort((a, b) => b - a));
      }),
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
  });
});
