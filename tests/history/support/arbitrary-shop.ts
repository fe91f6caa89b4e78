import type { Transaction, TransactionLine } from "clientele/model";
import fc from "fast-check";

// A shop for the laws of measures: one currency and UTC, so that an oracle is a few lines; few customers, days and amounts, so that ties, several
// orders on one day, refunds of early orders after later ones, and full refunds are the rule.

const START = Date.parse("2026-01-01");
const dayMs = 86_400_000;

/** The day so many days after 2026-01-01. */
export const dayAfterStart = (days: number): string => new Date(START + days * dayMs).toISOString().slice(0, 10);

/** The last day of the shop; nothing happens later. */
export const LAST_DAY = 60;

const shopCustomers = ["ann", "ben", "cai", "__proto__", "éva"] as const;

const amounts = ["0", "5.00", "10.00", "10.00", "20.00", "99.99", "0.01"] as const;

const line: fc.Arbitrary<TransactionLine> = fc.record(
  {
    sku: fc.constantFrom("tea", "wine", "cup", "__proto__"),
    net: fc.constantFrom("5.00", "10.00", "0", "2.50"),
    quantity: fc.constantFrom(1, 2, 0.5),
    category: fc.constantFrom("drinks", "ware"),
  },
  { requiredKeys: ["sku", "net"] },
);

const purchase = fc.record(
  {
    customerId: fc.option(fc.constantFrom(...shopCustomers), { nil: null, freq: 8 }),
    day: fc.oneof(fc.constantFrom(0, 7, 30), fc.integer({ min: 0, max: LAST_DAY })),
    hour: fc.option(fc.integer({ min: 0, max: 23 }), { nil: null }),
    amount: fc.constantFrom(...amounts),
    lines: fc.array(line, { maxLength: 3 }),
    channel: fc.constantFrom("shop", "app"),
    /** How the order is given back: not, in part or whole, so many days later; or a refund that names no order. */
    refund: fc.constantFrom("none", "none", "none", "part", "whole", "unlinked"),
    refundAfter: fc.integer({ min: 0, max: 30 }),
  },
  { requiredKeys: ["customerId", "day", "hour", "amount", "refund", "refundAfter"] },
);

/** Orders, and refunds with and without their order. */
export const shopTransactions: fc.Arbitrary<readonly Transaction[]> = fc
  .array(purchase, { maxLength: 30 })
  .map((purchases) =>
    purchases.flatMap(({ day, hour, refund, refundAfter, ...row }, i): Transaction[] => {
      const at = (days: number): string =>
        hour === null ? dayAfterStart(days) : `${dayAfterStart(days)}T${String(hour).padStart(2, "0")}:30:00Z`;
      const order: Transaction = { ...row, id: `o${i}`, at: at(day), currency: "USD" };
      if (refund === "none" || day + refundAfter > LAST_DAY) return [order];
      const { customerId, amount, lines = [] } = order;
      const given = refund === "whole" ? amount : "5.00";
      const back: Transaction = {
        id: `r${i}`,
        kind: "refund",
        customerId,
        at: at(day + refundAfter),
        amount: given,
        currency: "USD",
        lines,
      };
      return [order, refund === "unlinked" ? back : { ...back, refundOf: order.id }];
    }),
  );

/** The local day of a transaction of the shop, counted from its start. */
export const shopDay = ({ at }: Transaction): number => (Date.parse(String(at).slice(0, 10)) - START) / dayMs;

/** Cents of an amount of the shop. */
export const cents = (amount: Transaction["amount"]): number => Math.round(Number(amount) * 100);

/** The orders that stand at the end of a day: placed by then and not given back whole by then, with what was given back by then. */
export function standingOrders(
  rows: readonly Transaction[],
  until: number = LAST_DAY,
): { readonly order: Transaction; readonly day: number; readonly refunded: number; readonly stands: boolean }[] {
  return rows
    .filter((row) => row.kind !== "refund" && shopDay(row) <= until)
    .map((order) => {
      const refunds = rows.filter((row) => row.refundOf === order.id && shopDay(row) <= until);
      const refunded = refunds.reduce((sum, row) => sum + cents(row.amount), 0);
      return { order, day: shopDay(order), refunded, stands: refunds.length === 0 || refunded < cents(order.amount) };
    });
}
