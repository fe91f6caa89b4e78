/** Reason codes of `loyalty`, with their parameters. */
export const loyaltyReasonCodes = [
  "loyalty.rule-applied", // rule, points
  "loyalty.promotion-applied", // promotion
  "loyalty.excluded", // what, amount
  "loyalty.not-completed", // status
  "loyalty.staff",
  "loyalty.cap-reached", // credited, desired
  "loyalty.already-granted", // rule
  "loyalty.rounded-down-to-nothing",
  "loyalty.tier-reached", // tier
  "loyalty.tier-granted", // tier, until
  "loyalty.below-first-tier",
  "loyalty.earned", // points
  "loyalty.redeemed", // points
  "loyalty.restored", // points
  "loyalty.clawed-back", // points, waived
  "loyalty.expired", // points
  "loyalty.adjusted", // points, reason
  "loyalty.moved", // points
  "loyalty.no-pending", // warning: returns are allowed, and points can be spent at once
  "loyalty.forbidden-expiry", // law, pointType (warning)
  "loyalty.no-notice", // law, pointType (warning)
  "loyalty.never-redeemable", // warning: nothing says what points are worth
  "loyalty.never-expires", // pointType (warning)
  "loyalty.behaviour-unchanged", // asOf: what a simulation assumes
  "loyalty.order-not-counted", // orders, why
] as const;
/** One of the reason codes of `loyalty`. */
export type LoyaltyReasonCode = (typeof loyaltyReasonCodes)[number];
