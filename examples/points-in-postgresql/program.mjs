import { defineLoyaltyProgram } from "../../dist/loyalty/index.js";

export const program = defineLoyaltyProgram({
  id: "club",
  version: 1,
  timeZone: "Europe/Warsaw",
  pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 12 }, through: "local-month" } }],
  earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
});

/** What one writer sends: orders of its own, orders that every writer sends, and redemptions. */
export function commandsOf(writer, each) {
  return Array.from({ length: each }, (_, index) => {
    const at = new Date(Date.UTC(2026, 4, 1, 0, index)).toISOString();
    if (index % 5 === 4) return { type: "redeem", key: `redeem-${writer}-${index}`, at, points: 30 };
    const id = index % 5 === 3 ? `shared-${index}` : `order-${writer}-${index}`;
    const order = { id, customerId: "ann", at, amount: "10.00", currency: "EUR" };
    return { type: "earn", key: id, at, order };
  });
}
