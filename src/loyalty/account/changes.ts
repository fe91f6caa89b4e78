import { readInstant } from "../../core/index.js";
import type { Allocation, NewLot } from "./loyalty-event.js";
import { type Lot, type LoyaltyState, own, type PointTotals } from "./loyalty-state.js";
import { appended, valueAt, withValue } from "./sequence.js";

/** Events hold what this library wrote, in one spelling. */
export const ms = (iso: string): number => readInstant(iso) as number;
const msOrNull = (iso: string | null): number | null => (iso === null ? null : ms(iso));

export function added(state: LoyaltyState, lots: readonly NewLot[]): LoyaltyState {
  if (lots.length === 0) return state;
  let all = state.lots;
  for (const lot of lots) all = appended(all, lotOf(lot));
  return { ...state, lots: all };
}

function lotOf({ lotId, pointType, points, origin, source, ...lot }: NewLot): Lot {
  return {
    id: lotId,
    pointType,
    opened: points,
    remaining: points,
    expired: 0,
    earnedAt: ms(lot.earnedAt),
    activeAt: msOrNull(lot.activeFrom),
    expiresAt: msOrNull(lot.expiresAt),
    byActivity: lot.byActivity === true,
    origin,
    source,
  };
}

/** Points back into their lots, or with sign -1 out of them. */
export function given(state: LoyaltyState, allocations: readonly Allocation[], sign: 1 | -1): LoyaltyState {
  if (allocations.length === 0) return state;
  let { lots, openFrom } = state;
  for (const { lot, points } of allocations) {
    const before = valueAt(lots, lot);
    lots = withValue(lots, lot, { ...before, remaining: before.remaining + sign * points });
    if (sign === 1 && lot < openFrom) openFrom = lot;
  }
  while (openFrom < lots.size && valueAt(lots, openFrom).remaining === 0) openFrom++;
  return { ...state, lots, openFrom };
}

/** Points that were still in their lots are gone by expiry. */
export function expire(state: LoyaltyState, allocations: readonly Allocation[]): LoyaltyState {
  const next = given(state, allocations, -1);
  let lots = next.lots;
  for (const { lot, points } of allocations) {
    const before = valueAt(lots, lot);
    lots = withValue(lots, lot, { ...before, expired: before.expired + points });
  }
  return { ...next, lots };
}

export function reinstated(
  state: LoyaltyState,
  each: Allocation & { pointType: string },
  expiresAt: number,
): LoyaltyState {
  const next = given(state, [each], 1);
  const lot = valueAt(next.lots, each.lot);
  const back = { ...lot, expired: lot.expired - each.points, expiresAt, byActivity: false };
  const totals = count(next.totals, each.pointType, "expired", -each.points);
  return { ...next, lots: withValue(next.lots, each.lot, back), totals };
}

export function owing(state: LoyaltyState, pointType: string, points: number): LoyaltyState {
  if (points === 0) return state;
  return { ...state, debts: { ...state.debts, [pointType]: (own(state.debts, pointType) ?? 0) + points } };
}

export function lasting(state: LoyaltyState, deadlines: Readonly<Record<string, string>> | undefined): LoyaltyState {
  if (deadlines === undefined) return state;
  const later = Object.entries(deadlines).map(([pointType, iso]): [string, number] => [
    pointType,
    Math.max(ms(iso), own(state.deadlines, pointType) ?? Number.NEGATIVE_INFINITY),
  ]);
  return { ...state, deadlines: { ...state.deadlines, ...Object.fromEntries(later) } };
}

export function qualified(state: LoyaltyState, at: number, notedAt: number, amount: number): LoyaltyState {
  return { ...state, qualifying: appended(state.qualifying, { at, notedAt, amount }) };
}

export function without(state: LoyaltyState, holdId: string): LoyaltyState {
  return { ...state, holds: Object.fromEntries(Object.entries(state.holds).filter(([id]) => id !== holdId)) };
}

type Totals = LoyaltyState["totals"];
const nothing: PointTotals = { earned: 0, clawed: 0, redeemed: 0, expired: 0, adjusted: 0 };

export function count(totals: Totals, pointType: string, what: keyof PointTotals, points: number): Totals {
  if (points === 0) return totals;
  const before = own(totals, pointType) ?? nothing;
  return { ...totals, [pointType]: { ...before, [what]: before[what] + points } };
}

export const sharesOf = (allocations: readonly Allocation[]): { lot: number; points: number }[] =>
  allocations.map(({ lot, points }) => ({ lot, points }));

/** All points of some allocations. */
export const sum = (allocations: readonly { readonly points: number }[]): number =>
  allocations.reduce((all, { points }) => all + points, 0);
