import type { Money } from "../core/index.js";

/** Error codes thrown by `ledger`; their words stand in `labels/<locale>/ledger.ts`. */
export const ledgerErrorCodes = [
  "INVALID_LEDGER", // not valid rules, not a ledger or not a snapshot format
  "INVALID_COMMAND", // not a command, or a key that is not a text
  "UNKNOWN_COMMAND", // a command type for which there is no rule
  "INVALID_RULING", // a rule gave a promise, or events that are not a list
  "EVENT_MISSING", // events were folded with a gap
  "INVALID_SNAPSHOT", // a snapshot that is damaged or of another kind
  "SNAPSHOT_TOO_NEW", // a snapshot of a later schema version
] as const;
/** One of the error codes of `ledger`. */
export type LedgerErrorCode = (typeof ledgerErrorCodes)[number];

/** Refusal codes that every ledger may return. */
export const ledgerRefusalCodes = [
  "IDEMPOTENCY_CONFLICT", // {key}
  "KEY_FORGOTTEN", // {key}, {forgottenBefore}
  "VERSION_CONFLICT", // {expected}, {actual}
] as const;
/** One of the refusal codes of `ledger`. */
export type LedgerRefusalCode = (typeof ledgerRefusalCodes)[number];

/** The key was used before by a command of the same type with another payload. */
export interface IdempotencyConflict {
  readonly code: "IDEMPOTENCY_CONFLICT";
  readonly key: string;
}

/** The command is older than what this snapshot remembers: fold the whole stream and decide again. */
export interface KeyForgotten {
  readonly code: "KEY_FORGOTTEN";
  readonly key: string;
  readonly forgottenBefore: string;
}

/** The ledger has moved on since the caller read it. */
export interface VersionConflict {
  readonly code: "VERSION_CONFLICT";
  readonly expected: number;
  readonly actual: number;
}

/**
 * What every ledger may refuse, whatever its own rules.
 * @category Ledger
 */
export type LedgerRefusal = IdempotencyConflict | KeyForgotten | VersionConflict;

/** Refusal codes that every ledger of rewards shares: points and referrals alike. */
export const rewardRefusalCodes = [
  "CURRENCY_NOT_CONFIGURED", // {currency}
  "REFUND_EXCEEDS_ELIGIBLE", // {eligible}
] as const;

/** The programme says nothing about amounts of this currency. */
export interface CurrencyNotConfigured {
  readonly code: "CURRENCY_NOT_CONFIGURED";
  readonly currency: string;
}

/** More was refunded in all than the order had that counts. */
export interface RefundExceedsEligible {
  readonly code: "REFUND_EXCEEDS_ELIGIBLE";
  readonly eligible: Money;
}

/** The refund is in another currency than its order. */
export interface CurrenciesDiffer {
  readonly code: "CURRENCY_MISMATCH";
  readonly expected: string;
  readonly received: string;
}

/**
 * What every ledger of rewards may refuse.
 * @category Ledger
 */
export type RewardRefusal = CurrencyNotConfigured | RefundExceedsEligible | CurrenciesDiffer;
