import type { Catalogue } from "../../core/index.js";

/** English words of `ledger`. */
export const ledgerWords: Catalogue = {
  IDEMPOTENCY_CONFLICT: "The key {key} was used before for another request",
  KEY_FORGOTTEN: "The request {key} is older than {forgottenBefore}; whether it was seen before is no longer known",
  VERSION_CONFLICT: "The account has changed meanwhile: it stands at version {actual}, not {expected}",
  CURRENCY_NOT_CONFIGURED: "The programme says nothing about {currency}",
  REFUND_EXCEEDS_ELIGIBLE: "More was refunded than the order had that counts: {eligible} at most",
  INVALID_LEDGER: "{received} at {path} is not what a ledger needs there: expected {expected}",
  INVALID_COMMAND: "{received} at {path} is not what a command needs there",
  UNKNOWN_COMMAND: "{received} is not a command of this ledger",
  INVALID_RULING: "The rule at {path} gave {received} instead of {expected}",
  EVENT_MISSING: "Event {received} came where event {expected} was due: one is missing",
  INVALID_SNAPSHOT: "The snapshot is damaged or of another kind: {received} at {path}",
  SNAPSHOT_TOO_NEW: "The snapshot was written by a newer version of the library",
};
