/**
 * A points programme as data, and accounts of points that lose none: earning, expiry, redemption, refunds, tiers, liability, simulation.
 * @module loyalty
 */
export type { Allocation, LoyaltyEvent, NewLot, StoredLoyaltyEvent } from "./account/loyalty-event.js";
export type { LoyaltyAccount, LoyaltyState } from "./account/loyalty-state.js";
export type { LoyaltyCommand, LoyaltyDecider, OpeningLot } from "./commands/loyalty-command.js";
export { type LoyaltyOptions, loyaltyDecider } from "./commands/loyalty-decider.js";
export type { EarnedLine, LotPoints, LoyaltyOutcomes } from "./commands/loyalty-outcome.js";
export {
  adjustPoints,
  type BothAccepted,
  earnPoints,
  emptyAccount,
  importOpening,
  type LoyaltyVerb,
  mergeAccounts,
  openAccount,
  type PairDecision,
  redeemPoints,
  refundOrder,
  reverseRedemption,
  sweepExpired,
  type TransferPoints,
  transferPoints,
  unmergeAccounts,
} from "./commands/verbs.js";
export type { LoyaltyRefusal } from "./errors.js";
export { type LoyaltyErrorCode, type LoyaltyRefusalCode, loyaltyErrorCodes, loyaltyRefusalCodes } from "./errors.js";
export { deserializeAccount, loyaltyAccountFormat, serializeAccount } from "./keeping/account-format.js";
export { checkLoyaltyInvariants } from "./keeping/check-invariants.js";
export { type CompactOptions, compactAccount } from "./keeping/compact-account.js";
export { upcastLoyaltyEvent } from "./keeping/upcast-loyalty-event.js";
export {
  type DeferredSale,
  deferredRevenue,
  type RecognisedRevenue,
  type RedemptionPeriod,
} from "./money/deferred-revenue.js";
export {
  type LoyaltyIndexOptions,
  type LoyaltyIndexRow,
  type LoyaltyKind,
  loyaltyIndex,
} from "./money/loyalty-index.js";
export { breakageRate, type PointCohort, type PointCohortOptions, pointCohorts } from "./money/point-cohorts.js";
export {
  type LiabilityCohort,
  type LiabilityOptions,
  type PointsLiability,
  pointsLiability,
} from "./money/points-liability.js";
export { defineLoyaltyProgram, validateLoyaltyProgram } from "./program/define-loyalty-program.js";
export { type LintLoyaltyOptions, type LoyaltyLaw, lintLoyaltyProgram } from "./program/lint-loyalty-program.js";
export type {
  EarningCap,
  EarningPromotion,
  EarningRule,
  ExpiryBoundary,
  LoyaltyProgram,
  PointExpiry,
  Points,
  PointType,
  PromotionDays,
  RedemptionTerms,
  Reward,
  TierBenefit,
  TierLevel,
  TierTerms,
} from "./program/loyalty-program.js";
export {
  type ExpiringOptions,
  type ExpiringPoints,
  expiringPoints,
  expiryNoticeWindow,
  type NoticeOptions,
  nextDueAt,
} from "./reads/expiring-points.js";
export {
  type BalanceOptions,
  type OpenLot,
  openLots,
  type PointsBalance,
  pointsBalance,
} from "./reads/points-balance.js";
export {
  type PointsStatement,
  pointsStatement,
  type StatementEntry,
  type StatementOptions,
} from "./reads/points-statement.js";
export {
  type EarnQuote,
  type QuotedLine,
  type QuoteEarnOptions,
  quoteEarn,
  quoteRedemption,
  type RedemptionQuote,
  type RedemptionRequest,
} from "./reads/quotes.js";
export { type LoyaltyReasonCode, loyaltyReasonCodes } from "./reasons.js";
export type {
  LoyaltySimulation,
  SimulatedGroup,
  SimulatedMonth,
  SimulationAssumptions,
} from "./simulation/loyalty-simulation.js";
export { compareLoyaltyPrograms, simulateLoyaltyProgram } from "./simulation/simulate-loyalty-program.js";
export { projectTier, type TierProgress, type TierStatus, tierProgress, tierStatus } from "./tiers/tier-status.js";
