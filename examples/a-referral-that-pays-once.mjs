// A friend is brought, buys, and sends half of it back: the referral instructs, the points account follows. The two rooms do not know each other.
import { conditions } from "clientele/conditions";
import { describeReasons } from "clientele/core";
import { en } from "clientele/labels";
import { defineLoyaltyProgram, loyaltyDecider, pointsBalance } from "clientele/loyalty";
import { orderSchema } from "clientele/model";
import { defineReferralProgram, referralAncestors, referralDecider } from "clientele/referral";

const referral = referralDecider(
  defineReferralProgram({
    id: "friends",
    version: 1,
    timeZone: "UTC",
    attribution: { touch: "last", window: { days: 30 } },
    qualifies: conditions(orderSchema("*")).attr("order.paidNet").gte({ amount: "25.00", currency: "USD" }),
    hold: { days: 14 },
    rewards: [{ id: "advocate", for: "referrer", reward: { kind: "points", points: 500 } }],
  }),
);
const loyalty = loyaltyDecider(
  defineLoyaltyProgram({
    id: "club",
    version: 1,
    timeZone: "UTC",
    pointTypes: [{ id: "points" }],
    earning: { rules: [{ id: "spend", rates: { USD: { points: "1", per: "1.00" } } }] },
  }),
);
let ben = referral.initialState();
let ann = loyalty.initialState();

function tell(command) {
  const decision = referral.decide(command, ben);
  if (!decision.ok) return console.log(`${command.type}: refused, ${decision.error.code}`);
  ben = decision.state;
  for (const { key, action, reward } of decision.outcome.instructions) {
    const points = action === "grant" ? reward.points : -reward.points;
    const adjust = { type: "adjust", key, at: command.at, points, reason: "referral", origin: "promotional" };
    const adjusted = loyalty.decide(adjust, ann);
    if (adjusted.ok) ann = adjusted.state;
  }
  const why = describeReasons(decision.outcome.reasons, en).join("; ");
  const { available } = pointsBalance(ann, command.at);
  console.log(`${command.type}: ${decision.outcome.status}, Ann has ${available} points${why && ` (${why})`}`);
}

const order = { id: "O1", customerId: "ben", at: "2026-04-02", amount: "40.00", currency: "USD" };
const cumulative = { amount: "20.00", currency: "USD" };
const ancestors = referralAncestors("ann", () => undefined);
const hashes = { referrer: { device: "h1" }, referee: { device: "h2" } };
tell({ type: "touch", key: "t", at: "2026-04-01", code: "ANN7", how: "click" });
const signUp = { type: "sign-up", key: "s", at: "2026-04-01", refereeId: "ben", referrerId: "ann" };
tell({ ...signUp, ancestors, hashes, newCustomer: {} });
tell({ type: "purchase", key: "p", at: "2026-04-02", order });
tell({ type: "tick", at: "2026-04-15" });
tell({ type: "tick", at: "2026-04-16" });
tell({ type: "refund", key: "r", at: "2026-04-20", orderId: "O1", cumulative });
tell({ type: "refund", key: "r", at: "2026-04-20", orderId: "O1", cumulative });
