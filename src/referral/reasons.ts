/** Reason codes of `referral`, with their parameters. */
export const referralReasonCodes = [
  "referral.no-code", // no parameters
  "referral.already-bound", // no parameters
  "referral.bound", // code, how
  "referral.newness-not-stated", // no parameters
  "referral.fraud-not-checked", // missing
  "referral.same-phone", // no parameters
  "referral.same-payment-instrument", // no parameters
  "referral.email-alias", // no parameters
  "referral.same-private-domain", // no parameters
  "referral.same-address", // no parameters
  "referral.same-device", // no parameters
  "referral.same-ip", // no parameters
  "referral.disposable-email", // no parameters
  "referral.too-many-in-a-day", // referralsLastDay
  "referral.held", // reason
  "referral.approved", // reason
  "referral.void", // reason
  "referral.one-person", // customerId
  "referral.not-bound-yet", // orderId
  "referral.before-sign-up", // orderId
  "referral.not-new", // orderId
  "referral.order-not-completed", // orderId
  "referral.order-does-not-qualify", // orderId
  "referral.order-not-judged", // orderId, missing
  "referral.order-qualifies", // orderId, until
  "referral.order-no-longer-qualifies", // orderId
  "referral.cap-reached", // credited, desired
  "referral.claim-first", // partnerId, since, until
  "referral.claim-later", // partnerId, since
  "referral.claim-not-approved", // partnerId
  "referral.claim-expired", // partnerId, until
  "referral.claim-open", // no parameters
] as const;
/** One of the reason codes of `referral`. */
export type ReferralReasonCode = (typeof referralReasonCodes)[number];
