/**
 * Error and refusal codes of `ledger`; their words stand in `labels/<locale>/ledger.ts`.
 * Refusals (returned): IDEMPOTENCY_CONFLICT { key }, KEY_FORGOTTEN { key, forgottenBefore }, VERSION_CONFLICT { expected, actual }.
 * Errors (thrown): INVALID_COMMAND, UNKNOWN_COMMAND, INVALID_SNAPSHOT, SNAPSHOT_TOO_NEW { path, expected, received }.
 */
export const ledgerErrorCodes = [
  "IDEMPOTENCY_CONFLICT",
  "KEY_FORGOTTEN",
  "VERSION_CONFLICT",
  "INVALID_COMMAND",
  "UNKNOWN_COMMAND",
  "INVALID_SNAPSHOT",
  "SNAPSHOT_TOO_NEW",
] as const;
/** One of the error and refusal codes of `ledger`. */
export type LedgerErrorCode = (typeof ledgerErrorCodes)[number];

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
