import {
  currencyDecimals,
  formatInstant,
  formatMinorUnits,
  type Money,
  parseMinorUnits,
  readAmount,
} from "../../core/index.js";
import { refusal } from "../../core/shared.js";
import { sum } from "../account/changes.js";
import type { Allocation } from "../account/loyalty-event.js";
import { own } from "../account/loyalty-state.js";
import { noteOf } from "../account/notes.js";
import { valueAt } from "../account/sequence.js";
import { allocated, expiryOf } from "../account/settle.js";
import { readOrder } from "../earning/read-order.js";
import type { LoyaltyRefusal } from "../errors.js";
import { deadlineAfter } from "../program/lot-times.js";
import type { PointType, RedemptionTerms } from "../program/loyalty-program.js";
import type { ReadyProgram } from "../program/ready-program.js";
import type { CommitHold, HoldPoints, RedeemPoints, ReleaseHold, ReverseRedemption } from "./loyalty-command.js";
import type { LotPoints, LoyaltyOutcomes } from "./loyalty-outcome.js";
import { type Body, done, expireInactive, no, readLater, spendable, type Work } from "./work.js";

export const told = (allocations: readonly Allocation[]): readonly LotPoints[] =>
  allocations.map(({ lotId, points }) => ({ lotId, points }));

export const redeem: Body<RedeemPoints, LoyaltyOutcomes["redeem"]> = (work, command) => {
  const { ready } = work;
  const { key, rewardId, order, orderId = order?.id } = command;
  if ((command.points === undefined) === (rewardId === undefined)) {
    throw refusal("INVALID_LOYALTY_COMMAND", ["points"], "points or rewardId, one of them", command.points);
  }
  if (order !== undefined) readOrder(order, ready, {});
  const { redemption } = ready.program;
  const reward = redemption?.rewards?.find(({ id }) => id === rewardId);
  if (rewardId !== undefined && reward === undefined) return no({ code: "REWARD_NOT_FOUND", rewardId });
  const points = reward?.points ?? (command.points as number);
  const pointType = requireType(ready, reward?.pointType ?? command.pointType);
  const terms = reward === undefined && pointType === ready.mainType ? redemption : undefined;
  const against = terms && refusedBy(terms, points, order);
  if (against) return no(against);
  if (isTaken(work, key)) return no({ code: "REDEMPTION_KEY_TAKEN", redemptionKey: key });
  const { shares, refused } = spendable(work, pointType, points);
  if (refused) return no(refused);
  const allocations = allocated(shares, points);
  const deadlines = touched(work, pointType);
  work.emit({
    type: "PointsRedeemed",
    key,
    pointType,
    points,
    allocations,
    ...(orderId !== undefined && { orderId }),
    ...(rewardId !== undefined && { rewardId }),
    ...(reward?.restoreOn === "full-refund" && { restoreOn: "full-refund" as const }),
    ...(deadlines && { deadlines }),
  });
  const worth = reward === undefined ? terms && worthOf(points, terms) : reward.worth;
  return done({
    points,
    allocations: told(allocations),
    ...(worth && { worth }),
    ...(reward && { reward: { rewardId: reward.id, ...(reward.worth && { worth: reward.worth }) } }),
  });
};

/** Redemptions and holds are reversed by their key, so one key is not given to two of them. */
const isTaken = ({ state }: Work, key: string): boolean =>
  noteOf(state.redemptions, key) !== undefined || Object.values(state.holds).some((held) => held.key === key);

/** What so many points are worth, rounded down to minor units. */
export function worthOf(points: number, { points: per, worth }: RedemptionTerms): Money {
  const scale = currencyDecimals(worth.currency);
  const units = BigInt(parseMinorUnits(worth.amount, scale));
  return { amount: formatMinorUnits((units * BigInt(points)) / BigInt(per), scale), currency: worth.currency };
}

/** The most points that may pay for an order. */
export function mostFor(
  amount: string | number,
  { points: per, worth, maxShareOfOrder = "1" }: RedemptionTerms,
): number {
  const scale = currencyDecimals(worth.currency);
  const share = readAmount(maxShareOfOrder) as { units: bigint; scale: number };
  const payable = BigInt(parseMinorUnits(amount, scale, ["order", "amount"])) * share.units;
  const units = BigInt(parseMinorUnits(worth.amount, scale)) * 10n ** BigInt(share.scale);
  return units === 0n ? 0 : Number((payable * BigInt(per)) / units);
}

/** Why the terms do not allow a redemption. */
export function refusedBy(
  terms: RedemptionTerms,
  points: number,
  order: RedeemPoints["order"],
): LoyaltyRefusal | undefined {
  const { minimum = 0, multiplesOf = 1, worth } = terms;
  if (points < minimum) return { code: "BELOW_MINIMUM", minimum };
  if (points % multiplesOf !== 0) return { code: "NOT_A_MULTIPLE", multiplesOf };
  if (order === undefined) return undefined;
  if (order.currency !== worth.currency) {
    return { code: "CURRENCY_MISMATCH", expected: worth.currency, received: order.currency };
  }
  const most = mostFor(order.amount, terms);
  return points > most ? { code: "SHARE_EXCEEDED", most } : undefined;
}

export function requireType(
  { types, mainType }: ReadyProgram,
  asked: string | undefined,
  path: readonly (string | number)[] = ["pointType"],
): string {
  const pointType = asked ?? mainType;
  if (types.has(pointType)) return pointType;
  const known = [...types.keys()].join(", ");
  throw refusal("INVALID_LOYALTY_COMMAND", path, `one of ${known}`, pointType);
}

/** A redemption keeps points alive that would expire with inactivity. */
function touched(work: Work, pointType: string): Readonly<Record<string, string>> | undefined {
  const type = work.ready.types.get(pointType) as PointType;
  const deadline = deadlineAfter(type, "redeem", work.at, work.ready.zone);
  if (deadline === undefined) return undefined;
  expireInactive(work, pointType, work.at);
  return { [pointType]: formatInstant(deadline) };
}

export const hold: Body<HoldPoints, LoyaltyOutcomes["hold"]> = (work, { key, holdId, points, until, ...command }) => {
  const { ready } = work;
  const end = readLater(work, until, ["until"]);
  if (own(work.state.holds, holdId) !== undefined) return no({ code: "HOLD_ALREADY_PLACED", holdId });
  if (isTaken(work, key)) return no({ code: "REDEMPTION_KEY_TAKEN", redemptionKey: key });
  const pointType = requireType(ready, command.pointType);
  const { shares, refused } = spendable(work, pointType, points);
  if (refused) return no(refused);
  const allocations = allocated(shares, points);
  work.emit({ type: "HoldPlaced", holdId, key, pointType, allocations, until: formatInstant(end) });
  return done({ holdId, allocations: told(allocations) });
};

export const commitHold: Body<CommitHold, LoyaltyOutcomes["commit-hold"]> = (work, { holdId, points: asked }) => {
  const held = own(work.state.holds, holdId);
  if (held === undefined) return no({ code: "HOLD_NOT_FOUND", holdId });
  const most = sum(held.shares);
  const points = asked ?? most;
  if (points > most) {
    const shortfall = points - most;
    return no({ code: "INSUFFICIENT_POINTS", requested: points, available: most, pending: 0, shortfall });
  }
  const all = named(work, held.shares);
  const allocations = taken(all, points);
  const used = new Map(allocations.map(({ lot, points: of }) => [lot, of]));
  const released = all
    .map((share) => ({ ...share, points: share.points - (used.get(share.lot) ?? 0) }))
    .filter((share) => share.points > 0);
  const deadlines = touched(work, held.pointType);
  const { key, pointType } = held;
  work.emit({
    type: "HoldCommitted",
    holdId,
    key,
    pointType,
    points,
    allocations,
    released,
    ...(deadlines && { deadlines }),
  });
  return done({ points });
};

export const releaseHold: Body<ReleaseHold, LoyaltyOutcomes["release-hold"]> = (work, { holdId }) => {
  const held = own(work.state.holds, holdId);
  if (held === undefined) return no({ code: "HOLD_NOT_FOUND", holdId });
  work.emit({ type: "HoldReleased", holdId, allocations: named(work, held.shares) });
  return done({ points: sum(held.shares) });
};

export const reverseRedemption: Body<ReverseRedemption, LoyaltyOutcomes["reverse-redemption"]> = (work, command) => {
  const { redemptionKey, points } = command;
  const record = noteOf(work.state.redemptions, redemptionKey);
  if (record === undefined) return no({ code: "REDEMPTION_NOT_FOUND", redemptionKey });
  const left = record.points - (noteOf(work.state.reversals, redemptionKey) ?? 0);
  if ((points ?? 1) > left) return no({ code: "REVERSAL_EXCEEDS_REDEMPTION", redeemed: left });
  const restored = restore(work, redemptionKey, points);
  return done({ restored: restored?.points ?? 0, expiredAtOnce: restored?.expired ?? 0 });
};

/** Gives points of a redemption back to their lots, the one last taken from first; those whose lot has expired are gone at once. */
export function restore(
  work: Work,
  redemptionKey: string,
  asked: number | undefined,
): { readonly points: number; readonly expired: number } | undefined {
  const { state, at } = work;
  const record = noteOf(state.redemptions, redemptionKey);
  if (record === undefined) return undefined;
  const before = noteOf(state.reversals, redemptionKey) ?? 0;
  const points = asked ?? record.points - before;
  if (points === 0) return undefined;
  const backwards = named(work, record.shares).reverse();
  const back = taken(backwards, before + points);
  const already = new Map(taken(backwards, before).map(({ lot, points: of }) => [lot, of]));
  const now = back
    .map((share) => ({ ...share, points: share.points - (already.get(share.lot) ?? 0) }))
    .filter((share) => share.points > 0);
  const isGone = ({ lot }: Allocation): boolean => expiryOf(valueAt(state.lots, lot), state) <= at;
  const expired = now.filter(isGone);
  work.emit({
    type: "RedemptionReversed",
    redemptionKey,
    pointType: record.pointType,
    points,
    allocations: now.filter((share) => !isGone(share)),
    expired,
    reversedInAll: before + points,
  });
  return { points, expired: sum(expired) };
}

const named = ({ state }: Work, shares: readonly { lot: number; points: number }[]): Allocation[] =>
  shares.map(({ lot, points }) => ({ lotId: valueAt(state.lots, lot).id, lot, points }));

/** The first so many points of some allocations. */
function taken(allocations: readonly Allocation[], points: number): readonly Allocation[] {
  let left = points;
  return allocations
    .map((each) => {
      const part = Math.min(left, each.points);
      left -= part;
      return { ...each, points: part };
    })
    .filter((each) => each.points > 0);
}
