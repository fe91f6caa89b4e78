import { inWords, refusal } from "../../core/shared.js";
import type { Accepted, Decision, Refused } from "../../ledger/index.js";
import type { StoredLoyaltyEvent } from "../account/loyalty-event.js";
import type { LoyaltyAccount } from "../account/loyalty-state.js";
import { requireAccount } from "../account/loyalty-state.js";
import type { LoyaltyRefusal } from "../errors.js";
import type { LoyaltyProgram, Points } from "../program/loyalty-program.js";
import type { KeyedCommand, LoyaltyCommand } from "./loyalty-command.js";
import { accountDecider } from "./loyalty-decider.js";
import type { LotPoints, LoyaltyOutcomes } from "./loyalty-outcome.js";

/** One command as a function of the account, for hosts that store accounts and no events. */
export type LoyaltyVerb<T extends LoyaltyCommand["type"]> = (
  account: LoyaltyAccount,
  command: Omit<Extract<LoyaltyCommand, { readonly type: T }>, "type">,
  program: LoyaltyProgram,
) => Decision<LoyaltyAccount, StoredLoyaltyEvent, LoyaltyOutcomes[T], LoyaltyRefusal>;

function verb<T extends LoyaltyCommand["type"]>(type: T): LoyaltyVerb<T> {
  return (account, command, program) => {
    const whole = { type, ...command } as unknown as Extract<LoyaltyCommand, { readonly type: T }>;
    return accountDecider(program).decide(whole, account) as ReturnType<LoyaltyVerb<T>>;
  };
}

/**
 * An account with nothing in it.
 * @example
 * import { defineLoyaltyProgram, emptyAccount } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 *   redemption: { points: 100, worth: { amount: "1.00", currency: "EUR" } },
 * });
 * emptyAccount(program).version; // => 0
 * @category Accounts
 */
export function emptyAccount(program: LoyaltyProgram): LoyaltyAccount {
  return accountDecider(program).initialState();
}

/**
 * Opens an account for a member. Earning needs no opening; an anniversary is counted from it.
 * @category Accounts
 */
export const openAccount: LoyaltyVerb<"open"> = verb("open");
/**
 * Credits what an order earns.
 * @category Accounts
 */
export const earnPoints: LoyaltyVerb<"earn"> = verb("earn");
/**
 * Spends points, or buys a reward.
 * @category Accounts
 */
export const redeemPoints: LoyaltyVerb<"redeem"> = verb("redeem");
/**
 * Gives redeemed points back to the lots they came from, with their original expiry.
 * @category Accounts
 */
export const reverseRedemption: LoyaltyVerb<"reverse-redemption"> = verb("reverse-redemption");
/**
 * Takes back what an order earned, as far as it has been refunded in all.
 * @category Accounts
 */
export const refundOrder: LoyaltyVerb<"refund"> = verb("refund");
/**
 * Adds or takes points by hand, for a reason.
 * @category Accounts
 */
export const adjustPoints: LoyaltyVerb<"adjust"> = verb("adjust");
/**
 * Brings a member over from another system, once.
 * @category Accounts
 */
export const importOpening: LoyaltyVerb<"import-opening"> = verb("import-opening");
/**
 * Records what has expired. It changes no balance.
 * @category Accounts
 */
export const sweepExpired: LoyaltyVerb<"sweep"> = verb("sweep");

/** Both accounts accepted: store the events of both in one transaction. */
export interface BothAccepted<F, T> {
  readonly ok: true;
  readonly from: Accepted<LoyaltyAccount, StoredLoyaltyEvent, F>;
  readonly to: Accepted<LoyaltyAccount, StoredLoyaltyEvent, T>;
}
/** What two accounts answer together: both accept, or one of them refuses and nothing happens. */
export type PairDecision<F, T = F> = BothAccepted<F, T> | (Refused<LoyaltyRefusal> & { readonly side: "from" | "to" });

/** Points of one member for another. */
export interface TransferPoints extends Omit<KeyedCommand, "type"> {
  readonly points: Points;
  readonly pointType?: string | undefined;
}

/** An account and itself would have the same points twice. */
function requireTwo(from: LoyaltyAccount, to: LoyaltyAccount): void {
  requireAccount(from, "from");
  requireAccount(to, "to");
  const { memberId } = from.current;
  if (from !== to && (memberId === null || memberId !== to.current.memberId)) return;
  throw refusal("INVALID_LOYALTY_COMMAND", ["to"], "the account of another member", inWords(memberId ?? "the same"));
}

type Moved = { readonly points: Points; readonly allocations: readonly LotPoints[] };

/**
 * Moves points from one account to another: lots keep their dates, the sum over both never changes, and nothing counts for tiers.
 * Each side recognises the key, so a message that reached one side only can be sent again.
 * @throws INVALID_LOYALTY_COMMAND for an account and itself, and what `decide` throws
 * @example continued
 * import { earnPoints, transferPoints } from "clientele/loyalty";
 * const order = { id: "O1", customerId: "ann", at: "2026-05-01T10:00:00Z", amount: "100.00", currency: "EUR" };
 * const earned = earnPoints(emptyAccount(program), { key: "O1", at: order.at, order }, program);
 * const ann = earned.ok ? earned.state : emptyAccount(program);
 * const ben = emptyAccount(program);
 * const moved = transferPoints(ann, ben, { key: "t1", at: "2026-05-02T00:00:00Z", points: 10 }, program);
 * moved.ok && moved.to.outcome.points; // => 10
 * @category Accounts
 */
export function transferPoints(
  from: LoyaltyAccount,
  to: LoyaltyAccount,
  command: TransferPoints,
  program: LoyaltyProgram,
): PairDecision<Moved> {
  requireTwo(from, to);
  const decider = accountDecider(program);
  const out = decider.decide({ type: "transfer-out", ...command }, from);
  if (!out.ok) return { ...out, side: "from" };
  const { points, allocations, pointType, lots, deadline } = out.outcome;
  const { points: _, pointType: __, ...head } = command;
  const taken = decider.decide({ type: "transfer-in", ...head, pointType, lots, ...(deadline && { deadline }) }, to);
  if (!taken.ok) return { ...taken, side: "to" };
  const outcome = { points, allocations };
  return { ok: true, from: { ...out, outcome }, to: { ...taken, outcome } };
}

/**
 * Makes one account of two; `from` closes into `to`. Lots keep their dates and origin, debts and what qualifies for tiers add up, orders and
 * redemptions can still be refunded and reversed, and the keys of both are known. An order that both were told of counts once; of two
 * redemptions with one key, that of `from` has the merge's key behind it from then on: `"r1 (m1)"`.
 * @throws INVALID_LOYALTY_COMMAND for an account and itself, and what `decide` throws
 * @example continued
 * import { adjustPoints, mergeAccounts, pointsBalance } from "clientele/loyalty";
 * const given = adjustPoints(ben, { key: "g", at: "2026-05-01T00:00:00Z", points: 50, reason: "gift" }, program);
 * const merged = given.ok && mergeAccounts(given.state, ann, { key: "m1", at: "2026-05-02T00:00:00Z" }, program);
 * merged && merged.ok && pointsBalance(merged.to.state, "2026-05-02").available; // => 150
 * @category Accounts
 */
export function mergeAccounts(
  from: LoyaltyAccount,
  to: LoyaltyAccount,
  command: Omit<KeyedCommand, "type">,
  program: LoyaltyProgram,
): PairDecision<{ readonly points: Points }> {
  requireTwo(from, to);
  const decider = accountDecider(program);
  const out = decider.decide({ type: "merge-out", ...command, into: to.current.memberId }, from);
  if (!out.ok) return { ...out, side: "from" };
  const taken = decider.decide({ type: "merge-in", ...command, from }, to);
  return taken.ok ? { ok: true, from: out, to: taken } : { ...taken, side: "to" };
}

/**
 * Takes a merge back, as long as nothing has happened to either account since.
 * @category Accounts
 */
export function unmergeAccounts(
  from: LoyaltyAccount,
  to: LoyaltyAccount,
  command: Omit<KeyedCommand, "type">,
  program: LoyaltyProgram,
): PairDecision<{ readonly points: Points }> {
  const decider = accountDecider(program);
  const out = decider.decide({ type: "unmerge", ...command }, from);
  if (!out.ok) return { ...out, side: "from" };
  const back = decider.decide({ type: "unmerge", ...command }, to);
  return back.ok ? { ok: true, from: out, to: back } : { ...back, side: "to" };
}
