import type { SummarizeOptions } from "clientele/history";
import type { Transaction } from "clientele/model";
import fc from "fast-check";

/** Orders and refunds, and how they are read. */
export interface Sales {
  readonly rows: readonly (Transaction & { readonly customerId: string; readonly at: string })[];
  readonly options: SummarizeOptions & { readonly asOf: string; readonly timeZone: string };
}

const ids = ["ann", "ben", "10", "__proto__", "zoë"];
const dayMs = 86_400_000;
const asOfs = ["2026-03-31", "2026-03-30", "2026-04-01", "2026-01-04", "2025-12-31", "2024-02-29"];
// Clock changes on 2025-03-30 in Dublin, midnights that were missing in São Paulo, a place where days begin in the afternoon of UTC.
const zones = ["UTC", "Asia/Shanghai", "America/Sao_Paulo", "Europe/Dublin", "America/New_York"];

const order = fc.record({
  customer: fc.nat({ max: ids.length - 1 }),
  daysAgo: fc.oneof(fc.integer({ min: -5, max: 500 }), fc.constantFrom(0, 1, 30, 31, 59, 60, 89, 90, 365)),
  time: fc.constantFrom("00:00:00Z", "00:30:00Z", "03:30:00Z", "15:59:59Z", "16:00:00Z", "23:30:00Z"),
  cents: fc.constantFrom(0, 1, 999, 1_000, 5_000, 123_456),
  refund: fc.constantFrom("none", "none", "none", "part", "full", "unlinked"),
  refundAfter: fc.constantFrom(0, 1, 20, 40, 200),
});

/** Ties, refunds of every kind (in part, in full, of an order that nobody knows), clock changes, period ends, records after `asOf`. */
export const sales: fc.Arbitrary<Sales> = fc
  .record({
    asOf: fc.constantFrom(...asOfs),
    timeZone: fc.constantFrom(...zones),
    orders: fc.array(order, { maxLength: 14 }),
  })
  .map(({ asOf, timeZone, orders }) => {
    const today = Date.parse(asOf) / dayMs;
    const on = (ago: number, time: string): string =>
      `${new Date((today - ago) * dayMs).toISOString().slice(0, 10)}T${time}`;
    const money = (cents: number): string => (cents / 100).toFixed(2);
    const rows = orders.flatMap(({ customer, daysAgo, time, cents, refund, refundAfter }, at) => {
      const customerId = ids[customer]!;
      const bought = { id: `o${at}`, customerId, at: on(daysAgo, time), amount: money(cents), currency: "USD" };
      const back = { id: `r${at}`, customerId, currency: "USD", kind: "refund" as const };
      const day = on(daysAgo - refundAfter, time);
      if (refund === "none") return [bought];
      if (refund === "unlinked") return [{ ...back, at: bought.at, amount: money(cents) }];
      const amount = refund === "full" ? bought.amount : money(Math.floor(cents / 2));
      return [bought, { ...back, at: day, amount, refundOf: bought.id }];
    });
    return { rows, options: { asOf, timeZone, currency: "USD", customerIds: ["prospect"] } };
  });
