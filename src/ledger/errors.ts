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

/** Refusal codes that every ledger may return, and those that ledgers of orders share. */
export const ledgerRefusalCodes = [
  "IDEMPOTENCY_CONFLICT", // {key}
  "KEY_FORGOTTEN", // {key}, {forgottenBefore}
  "VERSION_CONFLICT", // {expected}, {actual}
  "CURRENCY_NOT_CONFIGURED", // {currency}: of points accounts and referrals
  "REFUND_EXCEEDS_ELIGIBLE", // {eligible}: of points accounts and referrals
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

/** The programme says nothing about amounts in this currency. Returned by ledgers that judge orders. */
export interface CurrencyNotConfigured {
  readonly code: "CURRENCY_NOT_CONFIGURED";
  readonly currency: string;
}

/** More would be refunded than the order was worth. Returned by ledgers that judge orders. */
export interface RefundExceedsEligible {
  readonly code: "REFUND_EXCEEDS_ELIGIBLE";
  readonly eligible: Money;
}
