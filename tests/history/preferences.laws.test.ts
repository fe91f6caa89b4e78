import { weekdayOf } from "clientele/core";
import { preferences, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, dayAfterStart, LAST_DAY, shopDay, shopTransactions, standingOrders } from "./support/arbitrary-shop.js";

const asOf = dayAfterStart(LAST_DAY);
const START_DAY = Date.parse("2026-01-01") / 86_400_000;

interface Naive {
  amount: number;
  orders: number;
  days: Set<number>;
}

/** What one customer bought by category, by line. */
function byCategory(own: readonly Transaction[], by: "orders" | "net"): Map<string, Naive> {
  const found = new Map<string, Naive>();
  for (const row of own) {
    const met = new Set<string>();
    for (const { category, net } of row.lines ?? []) {
      if (category === undefined) continue;
      const value = found.get(category) ?? { amount: 0, orders: 0, days: new Set() };
      const sign = row.kind === "refund" ? -1 : 1;
      if (by === "net") value.amount += sign * cents(net);
      if (sign === 1 && !met.has(category)) {
        if (by === "orders") value.amount++;
        value.orders++;
        value.days.add(shopDay(row));
      }
      met.add(category);
      found.set(category, value);
    }
  }
  return found;
}

function byWeekday(own: readonly Transaction[]): Map<string, Naive> {
  const found = new Map<string, Naive>();
  for (const { day, stands } of standingOrders(own)) {
    if (!stands) continue;
    const weekday = String(weekdayOf(START_DAY + day));
    const value = found.get(weekday) ?? { amount: 0, orders: 0, days: new Set() };
    found.set(weekday, { amount: value.amount + 1, orders: value.orders + 1, days: value.days.add(day) });
  }
  return found;
}

const measured = fc.constantFrom(["category", "orders"], ["category", "net"], ["weekday", "orders"] as const);

describe("preferences", () => {
  // Seen to fail when a customer's sums are not cleared for the next, when a refund's lines are left in net, and when ties go by first sight.
  test("equal Maps of plain rows", () => {
    const met = { refunds: 0, ties: 0, unknown: 0, known: 0 };
    fc.assert(
      fc.property(
        shopTransactions,
        measured,
        fc.integer({ min: 1, max: 4 }),
        (rows, [dimension, by], minPurchaseDays) => {
          const table = preferences(
            summarizePurchases(rows, { asOf, dimensions: ["category"] }),
            dimension as "category",
            { by: by as "orders", minPurchaseDays },
          );
          const naive = new Map(
            [...table.customerIds].map((id) => {
              const own = rows.filter(({ customerId }) => customerId === id);
              return [id, dimension === "weekday" ? byWeekday(own) : byCategory(own, by as "orders")];
            }),
          );
          const all = [...naive.values()].flatMap((values) => [...values].filter(([, { amount }]) => amount > 0));
          const baseTotal = all.reduce((sum, [, { amount }]) => sum + amount, 0);
          const baseShare = (value: string): number =>
            all.filter(([name]) => name === value).reduce((sum, [, { amount }]) => sum + amount, 0) / baseTotal;
          for (const row of table) {
            const values = [...(naive.get(row.customerId) ?? [])];
            const days = new Set(values.flatMap(([, value]) => [...value.days]));
            const bought = values.filter(([, { amount }]) => amount > 0);
            const total = bought.reduce((sum, [, { amount }]) => sum + amount, 0);
            expect(row.purchaseDays).toBe(days.size);
            met[row.preferences.status]++;
            if (row.preferences.status === "unknown") {
              expect(days.size < minPurchaseDays || bought.length === 0).toBe(true);
              continue;
            }
            bought.sort(
              ([a, one], [b, other]) =>
                other.amount - one.amount || other.days.size - one.days.size || (a < b ? -1 : 1),
            );
            if (new Set(bought.map(([, { amount }]) => amount)).size < bought.length) met.ties++;
            if (rows.some(({ kind, customerId }) => kind === "refund" && customerId === row.customerId)) met.refunds++;
            expect(row.preferences.value.map(({ index, ...rest }) => rest)).toEqual(
              bought.map(([value, { amount, orders, days: own }]) => ({
                value,
                share: amount / total,
                orders,
                purchaseDays: own.size,
              })),
            );
            for (const { value, share, index } of row.preferences.value)
              expect(index).toBeCloseTo(share / baseShare(value), 9);
          }
        },
      ),
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
  });

  test("shares add up to one, of the base and of everybody known", () => {
    fc.assert(
      fc.property(shopTransactions, (rows) => {
        const table = preferences(summarizePurchases(rows, { asOf, dimensions: ["channel"] }), "channel", {
          minPurchaseDays: 1,
        });
        const sum = (shares: readonly { readonly share: number }[]): number =>
          shares.reduce((total, { share }) => total + share, 0);
        if (table.values.some(({ share }) => share > 0)) expect(sum(table.values)).toBeCloseTo(1, 12);
        for (const { preferences: own } of table) if (own.status === "known") expect(sum(own.value)).toBeCloseTo(1, 12);
      }),
    );
  });
});
