import { checker, refuseAll } from "../../core/shared.js";
import { deserializeLedger, type SnapshotFormat, serializeLedger } from "../../ledger/index.js";
import type { LoyaltyAccount, LoyaltyState } from "../account/loyalty-state.js";
import { requireAccount } from "../account/loyalty-state.js";
import { invariantIssues } from "./check-invariants.js";
import { storedState } from "./stored-rules.js";

/**
 * How the state of an account is written into a snapshot and read back, for hosts that use the ledger's own functions.
 * @category Keeping accounts
 */
export const loyaltyAccountFormat: SnapshotFormat<LoyaltyState> = {
  kind: "loyalty-account",
  schemaVersion: 1,
  unites: true,
  read(stored) {
    const check = checker("INVALID_LOYALTY_ACCOUNT");
    storedState(stored, [], check);
    check.refuseFaults("INVALID_LOYALTY_ACCOUNT");
    refuseAll(invariantIssues(stored as LoyaltyState), "INVALID_LOYALTY_ACCOUNT");
    return stored as LoyaltyState;
  },
};

/**
 * An account as JSON text, to be stored as a snapshot beside its events.
 * @throws INVALID_LEDGER
 * @example
 * import { defineLoyaltyProgram, deserializeAccount, emptyAccount, serializeAccount } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 * });
 * deserializeAccount(serializeAccount(emptyAccount(program))).version; // => 0
 * @category Keeping accounts
 */
export function serializeAccount(account: LoyaltyAccount): string {
  requireAccount(account);
  return serializeLedger(account, loyaltyAccountFormat);
}

/**
 * An account from what {@link serializeAccount} wrote, checked: its parts, and that its sums agree.
 * @throws INVALID_SNAPSHOT, SNAPSHOT_TOO_NEW, INVALID_LOYALTY_ACCOUNT
 * @category Keeping accounts
 */
export function deserializeAccount(text: string): LoyaltyAccount {
  return deserializeLedger(text, loyaltyAccountFormat);
}
