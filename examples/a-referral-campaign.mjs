// A campaign over history: every first-time customer of 2017 in the sample is said to be brought by the customer who bought just before.
import { conditions } from "clientele/conditions";
import { describeReasons } from "clientele/core";
import { en } from "clientele/labels";
import { decideAll } from "clientele/ledger";
import { orderSchema } from "clientele/model";
import * as r from "clientele/referral";
import { sampleOrders } from "./sample.mjs";

// The sample has four decimals.
const schema = orderSchema("*", { scale: 4 });
const definition = {
  id: "friends-2017",
  version: 1,
  timeZone: "America/New_York",
  attribution: { touch: "last", window: { days: 30 } },
  qualifies: conditions(schema).attr("order.paidNet").gte({ amount: "50.00", currency: "USD" }),
  hold: { days: 30 },
  rewards: [
    { id: "advocate", for: "referrer", reward: { kind: "points", points: 500 } },
    { id: "friend", for: "referee", reward: { kind: "percentage", rate: "0.05" } },
  ],
};
const decider = r.referralDecider(r.defineReferralProgram(definition, schema), { schema });
const orders = sampleOrders().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
const first = new Map();
for (const [index, order] of orders.entries()) if (!first.has(order.customerId)) first.set(order.customerId, index);
const friends = [...first].filter(([, index]) => orders[index].at >= "2017-01-01");

const referrals = friends.map(([refereeId, index]) => {
  const referrerId = orders[index - 1].customerId;
  const start = orders[index].at;
  // Invented: everyone whose id ends in 5 shares device and address with the referrer.
  const shared = refereeId.endsWith("5") ? { device: "d", address: "a" } : { device: "e", address: "b" };
  return decideAll(decider, [
    { type: "touch", key: "t", at: start, code: `C-${referrerId}`, how: "click" },
    {
      type: "sign-up",
      key: "s",
      at: start,
      refereeId,
      referrerId,
      newCustomer: {},
      hashes: { referrer: { device: "d", address: "a" }, referee: shared },
    },
    ...orders
      .filter(({ customerId }) => customerId === refereeId)
      .map(({ discount, cost, lines, ...order }) => ({ type: "purchase", key: order.id, at: order.at, order })),
    { type: "tick", at: "2018-01-31" },
  ]);
});
const ledgers = referrals.map(({ state }) => state);
for (const { step, referrals: count } of r.referralFunnel(ledgers)) console.log(step.padEnd(10), count);
const cost = r.costPerAcquiredCustomer(ledgers, { pointWorth: { amount: "0.01", currency: "USD" } });
console.log("a customer won costs", cost.status === "known" ? `${cost.value.amount} USD` : cost.missing.join());
const held = referrals.find(({ state }) => state.current.status === "held");
const [, ...why] = describeReasons(held.decisions[1].outcome.reasons, en);
console.log(`${held.state.current.refereeId} is held:`, why.join("; "));
