/**
 * What points accounts, referrals and every other ledger share: commands in, events out, with keys, versions and snapshots.
 * @module ledger
 */
export type { AnswerShelf, Answers, CommandStamp } from "./answers.js";
export { type BatchDecision, type DecideAllOptions, decideAll, type RefusedCommand } from "./decide-all.js";
export type { Accepted, Decider, Decision, DecisionContext, Refused } from "./decider.js";
export { deserializeLedger } from "./deserialize-ledger.js";
export {
  type IdempotencyConflict,
  type KeyForgotten,
  type LedgerErrorCode,
  type LedgerRefusal,
  type LedgerRefusalCode,
  ledgerErrorCodes,
  ledgerRefusalCodes,
  type RewardRefusal,
  rewardRefusalCodes,
  type VersionConflict,
} from "./errors.js";
export { fingerprint } from "./fingerprint.js";
export { fold } from "./fold.js";
export { forgetKeys } from "./forget-keys.js";
export { type Ledger, type LedgerCommand, type LedgerRules, type Stamped, stampEvents } from "./ledger.js";
export { type LedgerOptions, ledgerDecider } from "./ledger-decider.js";
export { accept, type Ruling, type RulingAccepted, type RulingRefused, refuse } from "./ruling.js";
export { serializeLedger } from "./serialize-ledger.js";
export type { SnapshotFormat } from "./snapshot.js";
