import type { InstantInput } from "../../core/index.js";
import { anything, checkOptions, parseMoment } from "../../core/shared.js";
import { forgetKeys } from "../../ledger/index.js";
import type { LoyaltyAccount, OrderRecord } from "../account/loyalty-state.js";
import { requireAccount } from "../account/loyalty-state.js";
import { latestNotes, notesOf } from "../account/notes.js";

/** How far back an account has to remember. */
export interface CompactOptions {
  /** Refunds of orders before this instant take nothing back any more. */
  readonly refundsBefore: InstantInput;
  /** Repeated messages from before this instant are refused as `KEY_FORGOTTEN`. */
  readonly keysBefore: InstantInput;
}

/**
 * A smaller account to keep as a snapshot: old keys are forgotten, and of old orders only that they have earned. No balance, lot or tier changes, and
 * no order earns twice.
 * @throws INVALID_OPTIONS, INVALID_INSTANT
 * @example
 * import { compactAccount, defineLoyaltyProgram, emptyAccount } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 * });
 * compactAccount(emptyAccount(program), { refundsBefore: "2026-01-01", keysBefore: "2026-04-01" }).version; // => 0
 * @category Keeping accounts
 */
export function compactAccount(account: LoyaltyAccount, options: CompactOptions): LoyaltyAccount {
  requireAccount(account);
  checkOptions<CompactOptions>(options, { refundsBefore: anything, keysBefore: anything }, [
    "refundsBefore",
    "keysBefore",
  ]);
  const [horizon, keysBefore] = (["refundsBefore", "keysBefore"] as const).map((name) =>
    parseMoment(options[name], { path: ["options", name] }),
  ) as [number, number];
  const { current } = account;
  const orders = [...latestNotes(current.orders)].map(([id, order]): [string, OrderRecord] => [
    id,
    order.at < horizon ? closed(order) : order,
  ]);
  return forgetKeys({ ...account, current: { ...current, orders: notesOf(orders) } }, keysBefore);
}

/** An order of which only its amount is known: a refund of it is within its amount, and takes nothing. */
function closed({ at, basis: { currency, scale, parts } }: OrderRecord): OrderRecord {
  const eligible = parts.reduce((all, part) => all + part, 0);
  return { at, basis: { currency, scale, parts: [eligible], types: [] }, lots: [] };
}
