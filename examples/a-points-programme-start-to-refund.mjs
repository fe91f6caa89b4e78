// A points programme, from the first order to a refund.
import { describeReasons } from "clientele/core";
import { en } from "clientele/labels";
import { defineLoyaltyProgram, loyaltyDecider, pointsBalance, pointsStatement, quoteEarn } from "clientele/loyalty";

const program = defineLoyaltyProgram({
  id: "club",
  version: 1,
  timeZone: "America/New_York",
  pointTypes: [
    {
      id: "points",
      pending: { days: 14 },
      expiry: { type: "after-earn", after: { months: 12 }, through: "local-month" },
    },
  ],
  earning: {
    rules: [{ id: "spend", rates: { USD: { points: "1", per: "1.00" } } }],
    promotions: [{ id: "members-day", times: "2", days: { type: "month-days", days: [18] } }],
  },
  redemption: { points: 100, worth: { amount: "1.00", currency: "USD" } },
});
const loyalty = loyaltyDecider(program);
const order = { id: "O1", customerId: "ann", at: "2026-05-18T15:00:00Z", amount: "149.95", currency: "USD" };
console.log(`A promise before paying: ${quoteEarn(order, program).points} points`);

let account = loyalty.initialState();
const events = [];
function send(command) {
  const decision = loyalty.decide(command, account);
  if (!decision.ok)
    return console.log(`  refused: ${describeReasons([{ code: decision.error.code, params: decision.error }], en)[0]}`);
  account = decision.state;
  events.push(...decision.events);
  console.log(
    `  ${command.type}${decision.replayed ? ", seen before" : ""}: ${JSON.stringify(pointsBalance(account, command.at))}`,
  );
}
const earn = { type: "earn", key: "O1", at: order.at, order };
send(earn);
send(earn); // the message came twice
send({ type: "redeem", key: "R1", at: "2026-05-20T00:00:00Z", points: 100 });
send({ type: "redeem", key: "R2", at: "2026-06-02T00:00:00Z", points: 200 });
send({
  type: "refund",
  key: "F1",
  at: "2026-06-10T00:00:00Z",
  orderId: "O1",
  cumulative: { amount: "50.00", currency: "USD" },
});

for (const { at, points, balance, reasons } of pointsStatement(events, { from: "2026-05-01", to: "2027-07-01" })
  .entries) {
  console.log(
    `${at.slice(0, 10)} ${String(points).padStart(5)} ${String(balance).padStart(5)}  ${describeReasons(reasons, en)[0]}`,
  );
}
