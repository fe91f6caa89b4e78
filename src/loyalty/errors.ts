import type { LedgerRefusal, RewardRefusal } from "../ledger/index.js";
import type { Points } from "./program/loyalty-program.js";

/** Error codes thrown by `loyalty`. */
export const loyaltyErrorCodes = [
  "INVALID_LOYALTY_PROGRAM", // one fault of a programme
  "INVALID_LOYALTY_COMMAND", // a command with a field that is not what it should be
  "INVALID_LOYALTY_EVENT", // a stored event that this library cannot read
  "LOYALTY_EVENT_TOO_NEW", // an event written by a later version
  "INVALID_LOYALTY_ACCOUNT", // a state whose sums do not agree
  "INVALID_DEFERRAL", // a sale or periods that revenue cannot be spread over
] as const;
/** One of the error codes of `loyalty`. */
export type LoyaltyErrorCode = (typeof loyaltyErrorCodes)[number];

/** Refusal codes of `loyalty`: business says no, and nothing happened. */
export const loyaltyRefusalCodes = [
  "INSUFFICIENT_POINTS", // requested, available, pending, shortfall
  "BELOW_MINIMUM", // minimum
  "NOT_A_MULTIPLE", // multiplesOf
  "SHARE_EXCEEDED", // most
  "REDEMPTION_NOT_OFFERED",
  "REWARD_NOT_FOUND", // rewardId
  "REVERSAL_EXCEEDS_REDEMPTION", // redeemed
  "REDEMPTION_NOT_FOUND", // redemptionKey
  "REDEMPTION_KEY_TAKEN", // redemptionKey
  "ORDER_ALREADY_EARNED", // orderId
  "ACTIVITY_NOT_REWARDED", // activity
  "NOT_DUE", // dueAt
  "LOT_NOT_FOUND", // lotId
  "ACCOUNT_ALREADY_OPEN",
  "ACCOUNT_SUSPENDED",
  "ACCOUNT_CLOSED",
  "ALREADY_IMPORTED",
  "HOLD_NOT_FOUND", // holdId
  "HOLD_ALREADY_PLACED", // holdId
  "TIER_NOT_FOUND", // tier
  "BENEFIT_NOT_AVAILABLE", // benefitId
  "MERGE_NOT_REVERSIBLE",
] as const;
/** One of the refusal codes of `loyalty`. */
export type LoyaltyRefusalCode = (typeof loyaltyRefusalCodes)[number];

/**
 * Why business says no.
 * @category Accounts
 */
export type LoyaltyRefusal =
  | {
      readonly code: "INSUFFICIENT_POINTS";
      readonly requested: Points;
      readonly available: Points;
      readonly pending: Points;
      readonly shortfall: Points;
    }
  | { readonly code: "BELOW_MINIMUM"; readonly minimum: Points }
  | { readonly code: "NOT_A_MULTIPLE"; readonly multiplesOf: Points }
  | { readonly code: "SHARE_EXCEEDED"; readonly most: Points }
  | { readonly code: "REDEMPTION_NOT_OFFERED" }
  | { readonly code: "REWARD_NOT_FOUND"; readonly rewardId: string }
  | { readonly code: "REVERSAL_EXCEEDS_REDEMPTION"; readonly redeemed: Points }
  | { readonly code: "REDEMPTION_NOT_FOUND" | "REDEMPTION_KEY_TAKEN"; readonly redemptionKey: string }
  | { readonly code: "ORDER_ALREADY_EARNED"; readonly orderId: string }
  | { readonly code: "ACTIVITY_NOT_REWARDED"; readonly activity: string }
  | { readonly code: "NOT_DUE"; readonly dueAt: string }
  | { readonly code: "LOT_NOT_FOUND"; readonly lotId: string }
  | {
      readonly code:
        | "ACCOUNT_ALREADY_OPEN"
        | "ACCOUNT_SUSPENDED"
        | "ACCOUNT_CLOSED"
        | "ALREADY_IMPORTED"
        | "MERGE_NOT_REVERSIBLE";
    }
  | { readonly code: "HOLD_NOT_FOUND" | "HOLD_ALREADY_PLACED"; readonly holdId: string }
  | { readonly code: "TIER_NOT_FOUND"; readonly tier: string }
  | { readonly code: "BENEFIT_NOT_AVAILABLE"; readonly benefitId: string }
  | RewardRefusal
  | LedgerRefusal;
