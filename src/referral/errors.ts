import type { Money, Reason } from "../core/index.js";
import type { LedgerRefusal, RewardRefusal } from "../ledger/index.js";

/** Error codes of `referral`. */
export const referralErrorCodes = [
  "INVALID_REFERRAL_PROGRAM", // one fault of a programme
  "INVALID_REFERRAL_COMMAND", // a command with a field that is not what it should be
  "INVALID_REFERRAL_STATE", // a stored referral with a field missing
  "INVALID_REFERRAL_CODE", // a text that cannot be a code
  "INVALID_REFERRAL_LINK", // a link, code or parameter that is not a text
  "INVALID_EMAIL", // a text that is no e-mail address
  "NO_FREE_CODE", // every code that was tried is taken or offensive
  "INVALID_BUDGET", // one fault of a budget
  "INVALID_COMMISSION_PLAN", // one fault of a commission plan
  "INVALID_CLAIM_RULES", // one fault of claim rules
  "INVALID_CLAIM", // a registration that cannot be read
  "INVALID_COUNTS", // counts that do not fit each other
] as const;
/** One of the error codes of `referral`. */
export type ReferralErrorCode = (typeof referralErrorCodes)[number];

/** Refusal codes of `referral`: business says no, and nothing happened. */
export const referralRefusalCodes = [
  "CODE_UNREADABLE", // text
  "SELF_REFERRAL", // signal
  "REFERRAL_CYCLE", // chain
  "ALREADY_ATTRIBUTED", // referrerId
  "NOT_NEW_CUSTOMER",
  "NO_TOUCH",
  "STAFF_NOT_ELIGIBLE",
  "REFERRAL_REJECTED", // reasons
  "NOT_BOUND",
  "ALREADY_GRANTED",
  "REFERRAL_VOID",
  "NOTHING_TO_REVIEW",
  "ORDER_OF_ANOTHER", // customerId
  "ORDER_CHANGED", // orderId
  "GRANT_NOT_FOUND", // grantId
  "BUDGET_EXHAUSTED", // left
  "RESERVATION_NOT_FOUND", // grantId
  "ALREADY_RESERVED", // grantId
] as const;
/** One of the refusal codes of `referral`. */
export type ReferralRefusalCode = (typeof referralRefusalCodes)[number];

/** What the decider of referrals may refuse. */
export type ReferralRefusal =
  | { readonly code: "CODE_UNREADABLE"; readonly text: string }
  | { readonly code: "SELF_REFERRAL"; readonly signal: string }
  | { readonly code: "REFERRAL_CYCLE"; readonly chain: readonly string[] }
  | { readonly code: "ALREADY_ATTRIBUTED"; readonly referrerId: string }
  | { readonly code: "NOT_NEW_CUSTOMER" }
  | { readonly code: "NO_TOUCH" }
  | { readonly code: "STAFF_NOT_ELIGIBLE" }
  | { readonly code: "REFERRAL_REJECTED"; readonly reasons: readonly Reason[] }
  | { readonly code: "NOT_BOUND" }
  | { readonly code: "ALREADY_GRANTED" }
  | { readonly code: "REFERRAL_VOID" }
  | { readonly code: "NOTHING_TO_REVIEW" }
  | { readonly code: "ORDER_OF_ANOTHER"; readonly customerId: string }
  | { readonly code: "ORDER_CHANGED"; readonly orderId: string }
  | RewardRefusal
  | LedgerRefusal;

/** What a budget may refuse. */
export type BudgetRefusal =
  | { readonly code: "BUDGET_EXHAUSTED"; readonly left: Money }
  | { readonly code: "RESERVATION_NOT_FOUND"; readonly grantId: string }
  | { readonly code: "ALREADY_RESERVED"; readonly grantId: string }
  | Extract<RewardRefusal, { readonly code: "CURRENCY_NOT_CONFIGURED" }>;

/** A reward is to be taken back of which the referrer's ledger knows nothing: instructions must come in order. */
export interface GrantNotFound {
  readonly code: "GRANT_NOT_FOUND";
  readonly grantId: string;
}
