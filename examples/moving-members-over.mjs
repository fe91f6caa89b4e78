// Moving members over from another system, with their points, dates and tier.
import { decideAll } from "clientele/ledger";
import {
  checkLoyaltyInvariants,
  defineLoyaltyProgram,
  expiringPoints,
  loyaltyDecider,
  pointsBalance,
  tierStatus,
} from "clientele/loyalty";

const program = defineLoyaltyProgram({
  id: "club",
  version: 1,
  timeZone: "Asia/Shanghai",
  pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 12 }, through: "local-year" } }],
  earning: { rules: [{ id: "spend", rates: { CNY: { points: "1", per: "1.00" } } }] },
  tiers: {
    basis: "spend",
    window: { type: "calendar", period: "year" },
    levels: [
      { id: "silver", from: "1000" },
      { id: "gold", from: "5000" },
    ],
  },
});
const loyalty = loyaltyDecider(program);

// What the old system exports: a row per member, points with the dates on which they expire.
const old = (points, earnedAt, until) => ({ points, earnedAt, expiresAt: `${until}T23:59:59+08:00` });
const exported = [
  {
    member: "ann",
    lots: [old(1200, "2025-03-01", "2026-12-31"), old(300, "2025-11-11", "2027-12-31")],
    tier: "gold",
    spent: "5400.00",
  },
  { member: "ben", lots: [old(80, "2025-06-18", "2026-12-31")], tier: null, spent: "80.00" },
];
const at = "2026-01-01T00:00:00+08:00";
for (const { member, lots, tier, spent } of exported) {
  const command = {
    type: "import-opening",
    key: "moved-2026",
    at,
    lots,
    qualifying: spent,
    ...(tier && { tier: { id: tier, validThrough: "2027-01-01T00:00:00+08:00" } }),
  };
  // Sent twice, as migrations are: the second time changes nothing.
  const { state, refusals } = decideAll(loyalty, [command, command], loyalty.initialState());
  const next = expiringPoints(state, at, { within: { years: 1 } })[0];
  const standing = tierStatus(state, program, at).tier ?? "no tier";
  console.log(
    `${member}: ${pointsBalance(state, at).available} points, ${next?.points ?? 0} of them until the end of 2026; ${standing}`,
  );
  console.log(`  ${refusals.length} refusals, ${checkLoyaltyInvariants(state, at).length} faults in the sums`);
}
