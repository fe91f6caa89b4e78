import { formatInstant } from "../../core/index.js";
import { evolveState } from "./evolve.js";
import type { Allocation, LoyaltyEvent } from "./loyalty-event.js";
import { type Lot, type LoyaltyState, own } from "./loyalty-state.js";
import { eachFrom, valueAt } from "./sequence.js";

/** A lot that has something left, with its number and the instant at which it expires. */
export interface OpenShare {
  readonly index: number;
  readonly lot: Lot;
  readonly expiry: number;
}

/** When a lot expires; never is infinity. */
export function expiryOf(lot: Lot, state: LoyaltyState): number {
  if (lot.byActivity) return own(state.deadlines, lot.pointType) ?? Number.POSITIVE_INFINITY;
  return lot.expiresAt ?? Number.POSITIVE_INFINITY;
}

/** When a lot can be spent from; never yet is infinity. */
export const activationOf = (lot: Lot): number => lot.activeAt ?? Number.POSITIVE_INFINITY;

/** The lots that have something left, expired or not. */
export function openShares(state: LoyaltyState, pointType?: string): readonly OpenShare[] {
  const found: OpenShare[] = [];
  eachFrom(state.lots, state.openFrom, (lot, index) => {
    if (lot.remaining > 0 && (pointType === undefined || lot.pointType === pointType)) {
      found.push({ index, lot, expiry: expiryOf(lot, state) });
    }
  });
  return found;
}

/** The lots that can be spent at an instant, in the order in which they are. */
export function activeShares(state: LoyaltyState, pointType: string, at: number, fifo: boolean): readonly OpenShare[] {
  const active = openShares(state, pointType).filter(({ lot, expiry }) => activationOf(lot) <= at && at < expiry);
  const byAge = (a: OpenShare, b: OpenShare): number => a.lot.earnedAt - b.lot.earnedAt || a.index - b.index;
  const bySoonest = (a: OpenShare, b: OpenShare): number =>
    a.expiry === b.expiry ? byAge(a, b) : a.expiry < b.expiry ? -1 : 1;
  return active.sort(fifo ? byAge : bySoonest);
}

/** Takes up to so many points from lots in order. */
export function allocated(shares: readonly OpenShare[], points: number): readonly Allocation[] {
  const allocations: Allocation[] = [];
  let left = points;
  for (const { index, lot } of shares) {
    if (left === 0) break;
    const taken = Math.min(left, lot.remaining);
    if (taken > 0) allocations.push({ lotId: lot.id, lot: index, points: taken });
    left -= taken;
  }
  return allocations;
}

/**
 * What time has done to an account by an instant that no event says yet: holds that ran out, and debts paid by points at the moment
 * they became active. Expiry needs no event: points of the past are simply not active. Debts that arose at `since` are paid from then on.
 */
export function timeEvents(
  state: LoyaltyState,
  at: number,
  isFifo: (pointType: string) => boolean,
  since: number = Number.NEGATIVE_INFINITY,
): readonly LoyaltyEvent[] {
  const lapsed = Object.entries(state.holds).filter(([, hold]) => hold.until <= at);
  const indebted = Object.entries(state.debts).filter(([, debt]) => debt > 0);
  if (lapsed.length === 0 && indebted.length === 0) return [];
  const moments = new Set(lapsed.map(([, { until }]) => until));
  for (const [pointType] of indebted) {
    for (const { lot } of openShares(state, pointType)) {
      const active = activationOf(lot);
      if (since <= active && active <= at) moments.add(active);
    }
  }
  const events: LoyaltyEvent[] = [];
  let now = state;
  const happens = (event: LoyaltyEvent): void => {
    events.push(event);
    now = evolveState(now, event);
  };
  for (const moment of [...moments, at].sort((a, b) => a - b)) {
    for (const [holdId, hold] of lapsed) {
      if (hold.until !== moment || own(now.holds, holdId) === undefined) continue;
      const allocations = hold.shares.map((share) => ({ lotId: valueAt(state.lots, share.lot).id, ...share }));
      happens({ type: "HoldReleased", v: 1, at: formatInstant(moment), holdId, allocations, lapsed: true });
    }
    for (const pointType of Object.keys(now.debts)) {
      const paid = payment(now, pointType, moment, isFifo(pointType));
      if (paid !== undefined) happens(paid);
    }
  }
  return events;
}

/** The state with everything recorded that time has done: holds, debts and expiry. */
export function sweptState(state: LoyaltyState, at: number, isFifo: (pointType: string) => boolean): LoyaltyState {
  const settled = timeEvents(state, at, isFifo).reduce(evolveState, state);
  const expired = openShares(settled)
    .filter(({ expiry }) => expiry <= at)
    .map(({ lot, index, expiry }) => ({
      lotId: lot.id,
      lot: index,
      points: lot.remaining,
      pointType: lot.pointType,
      expiresAt: formatInstant(expiry),
    }));
  if (expired.length === 0) return settled;
  return evolveState(settled, { type: "PointsExpired", v: 1, at: formatInstant(at), expired });
}

/** Active points pay a debt. */
function payment(state: LoyaltyState, pointType: string, at: number, fifo: boolean): LoyaltyEvent | undefined {
  const debt = own(state.debts, pointType) ?? 0;
  if (debt === 0) return undefined;
  const allocations = allocated(activeShares(state, pointType, at, fifo), debt);
  const points = allocations.reduce((all, each) => all + each.points, 0);
  if (points === 0) return undefined;
  return { type: "DebtSettled", v: 1, at: formatInstant(at), pointType, points, allocations };
}
