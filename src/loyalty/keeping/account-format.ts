import type { Issue } from "../../core/index.js";
import {
  anything,
  checker,
  choice,
  fields,
  finite,
  flag,
  listOf,
  object,
  type Rule,
  refuseAll,
  text,
  whole,
} from "../../core/shared.js";
import { deserializeLedger, type SnapshotFormat, serializeLedger } from "../../ledger/index.js";
import type { LoyaltyAccount, LoyaltyState } from "../account/loyalty-state.js";
import { requireAccount } from "../account/loyalty-state.js";
import { invariantIssues } from "./check-invariants.js";

const byName =
  (rule: Rule): Rule =>
  (value, path, check) => {
    const record = object("values by name")(value, path, check);
    for (const [name, each] of Object.entries(record ?? {})) rule(each, [...path, name], check);
    return record;
  };
const notes = listOf(listOf(listOf(anything)));
const sequence = fields({ size: whole({ from: 0 }), tree: listOf(anything) });
const orNull =
  (rule: Rule): Rule =>
  (value, path, check) =>
    value === null ? value : rule(value, path, check);
const points = whole({ from: 0 });
const sums = fields({ earned: whole(), clawed: whole(), redeemed: whole(), expired: whole(), adjusted: whole() });
const share = fields({ lot: whole({ from: 0 }), points });

const state = fields({
  memberId: orNull(text),
  status: choice(["open", "suspended", "closed"]),
  openedAt: orNull(finite()),
  lots: sequence,
  openFrom: points,
  debts: byName(points),
  deadlines: byName(finite()),
  totals: byName(sums),
  holds: byName(fields({ key: text, pointType: text, shares: listOf(share), until: finite() })),
  orders: notes,
  refunds: notes,
  redemptions: notes,
  reversals: notes,
  usedFor: notes,
  uses: notes,
  streaks: byName(fields({ day: whole(), length: whole({ from: 1 }) })),
  carries: byName(text),
  qualifying: sequence,
  grants: listOf(fields({ tier: text, from: finite(), until: finite(), reason: text, actor: orNull(text) })),
  tier: fields({ tier: orNull(text), validThrough: orNull(finite()) }),
  imported: flag,
  merged: orNull(fields({ key: text, before: object("an account") })),
});

/**
 * How the state of an account is written into a snapshot and read back, for hosts that use the ledger's own functions.
 * @category Keeping accounts
 */
export const loyaltyAccountFormat: SnapshotFormat<LoyaltyState> = {
  kind: "loyalty-account",
  schemaVersion: 1,
  read(stored) {
    const check = checker("INVALID_LOYALTY_ACCOUNT");
    state(stored, [], check);
    check.refuseFaults("INVALID_LOYALTY_ACCOUNT");
    const issues: readonly Issue[] = invariantIssues(stored as LoyaltyState);
    refuseAll(issues, "INVALID_LOYALTY_ACCOUNT");
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
