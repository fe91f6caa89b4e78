// Before launching a programme: what would it have cost?
import { compareLoyaltyPrograms, defineLoyaltyProgram } from "clientele/loyalty";
import { asOf, sampleOrders } from "./sample.mjs";

const program = (id, per) =>
  defineLoyaltyProgram({
    id,
    version: 1,
    timeZone: "UTC",
    pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 12 }, through: "local-month" } }],
    earning: { rules: [{ id: "spend", rates: { USD: { points: "1", per } }, mode: "whole-increments" }] },
    redemption: { points: 10, worth: { amount: "1.00", currency: "USD" } },
    tiers: {
      basis: "spend",
      window: { type: "calendar", period: "year" },
      levels: [
        { id: "silver", from: "1000" },
        { id: "gold", from: "5000" },
      ],
    },
  });
// Amounts of the sample have four decimals, money has two.
const orders = sampleOrders().map(({ cost, discount, lines, ...order }) => ({
  ...order,
  amount: Number(order.amount).toFixed(2),
}));
const assumptions = { asOf, redemption: { share: 0.6, every: { months: 6 } }, seed: 1, marginRate: 0.12 };
const programmes = [program("one-per-10", "10.00"), program("one-per-20", "20.00")];
const tiersOf = ({ tiers }) => Object.entries(tiers).map(([tier, members]) => `${members} ${tier || "without a tier"}`);
for (const [index, found] of compareLoyaltyPrograms(orders, programmes, assumptions).entries()) {
  console.log(
    `${programmes[index].id}: ${found.issued} points issued, ${found.redeemed} redeemed, ${found.expired} expired`,
  );
  console.log(
    `  costs ${found.cost.amount} USD, ${(found.costShare * 100).toFixed(2)} % of sales; owes ${found.liability.amount} at the end`,
  );
  console.log(
    `  ${found.ordersEarningNothing} of ${found.orders} orders earn nothing; rounding takes ${Number(found.lostToRounding).toFixed(0)} points`,
  );
  console.log(
    `  pays for itself from ${(found.breakEvenUplift.value * 100).toFixed(1)} % more sales on; members: ${tiersOf(found).join(", ")}`,
  );
}
