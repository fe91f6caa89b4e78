/**
 * Who brought whom, and what that is worth: codes, attribution, rewards that survive refunds and fraud, budgets, partners' commissions.
 * @module referral
 */

export { type NormalizedEmail, normalizeEmail } from "./codes/normalize-email.js";
export {
  type CreateReferralCodeOptions,
  createReferralCode,
  normalizeReferralCode,
  verifyReferralCode,
} from "./codes/referral-code.js";
export { codeInLink, referralLink } from "./codes/referral-link.js";
export { attributeTouch } from "./commands/attribute-touch.js";
export { referralAncestors } from "./commands/referral-ancestors.js";
export type {
  NewCustomerFacts,
  ReferralCommand,
  ReferralDecider,
  ReferralOutcome,
} from "./commands/referral-command.js";
export { type ReferralOptions, referralDecider } from "./commands/referral-decider.js";
export {
  type BudgetRefusal,
  type GrantNotFound,
  type ReferralErrorCode,
  type ReferralRefusal,
  type ReferralRefusalCode,
  referralErrorCodes,
  referralRefusalCodes,
} from "./errors.js";
export {
  type BudgetCommand,
  type BudgetDecider,
  type BudgetEvent,
  type BudgetState,
  budgetDecider,
  type CampaignBudget,
  defineCampaignBudget,
  validateCampaignBudget,
} from "./limits/budget-decider.js";
export { type ReferrerDecider, type ReferrerOutcome, referrerDecider } from "./limits/referrer-decider.js";
export type {
  ReferrerCommand,
  ReferrerGrant,
  ReferrerLedger,
  ReferrerSettled,
  ReferrerState,
} from "./limits/referrer-ledger.js";
export {
  type CommissionBonus,
  type CommissionCategory,
  type CommissionPlan,
  type CommissionStep,
  defineCommissionPlan,
  validateCommissionPlan,
} from "./partners/commission-plan.js";
export {
  type CommissionLine,
  type CommissionOptions,
  type CommissionStatement,
  commissionStatement,
} from "./partners/commission-statement.js";
export {
  type ClaimDecision,
  type ClaimOptions,
  type ClaimRegistration,
  type ClaimRules,
  decideClaim,
  defineClaimRules,
  validateClaimRules,
} from "./partners/decide-claim.js";
export { defineReferralProgram, validateReferralProgram } from "./program/define-referral-program.js";
export {
  defaultReferralFraud,
  type ReferralFields,
  type ReferralHashes,
  type ReferralSignals,
  referralSchema,
} from "./program/referral-fraud.js";
export type {
  NewCustomerRule,
  ReferralCap,
  ReferralProgram,
  ReferralReward,
  RewardShare,
  RewardSide,
  RewardValue,
} from "./program/referral-program.js";
export { type ReferralReasonCode, referralReasonCodes } from "./reasons.js";
export { nextReferralDueAt } from "./stream/claims.js";
export type {
  ReferralEvent,
  ReferralTerms,
  ReferralTouch,
  RewardInstruction,
  StoredReferralEvent,
  TouchKind,
} from "./stream/referral-event.js";
export {
  type ReferralLedger,
  type ReferralState,
  type ReferralStatus,
  type ReferralStep,
  referralFormat,
} from "./stream/referral-state.js";
export { compareReferred, type Estimated, type ReferredComparison, referralRate } from "./tracking/compare-referred.js";
export { type AcquisitionCostOptions, costPerAcquiredCustomer } from "./tracking/cost-per-acquired-customer.js";
export { kFactor, type ReferralCounts } from "./tracking/k-factor.js";
export { type FunnelOptions, type FunnelStep, referralFunnel } from "./tracking/referral-funnel.js";
export { type LeaderboardOptions, type LeaderboardRow, referralLeaderboard } from "./tracking/referral-leaderboard.js";
