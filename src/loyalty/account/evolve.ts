import { absorbed } from "./absorb.js";
import {
  added,
  count,
  expire,
  given,
  lasting,
  ms,
  owing,
  qualified,
  reinstated,
  sharesOf,
  sum,
  without,
} from "./changes.js";
import type { LoyaltyEvent } from "./loyalty-event.js";
import type { LoyaltyState, RedemptionRecord } from "./loyalty-state.js";
import { noted, noteOf } from "./notes.js";
import { valueAt, withValue } from "./sequence.js";

/** The state after one more event: total, and without any rule of a programme. */
export function evolveState(before: LoyaltyState, event: LoyaltyEvent): LoyaltyState {
  const state = before.merged === null ? before : { ...before, merged: null };
  switch (event.type) {
    case "AccountOpened":
      return { ...state, memberId: event.memberId, openedAt: ms(event.at) };
    case "PointsEarned":
      return earned(state, event);
    case "PointsActivated": {
      const at = ms(event.at);
      const lots = event.lots.reduce(
        (all, lot) => withValue(all, lot, { ...valueAt(all, lot), activeAt: at }),
        state.lots,
      );
      return { ...state, lots };
    }
    case "PointsRedeemed":
      return redeemed(given(state, event.allocations, -1), event);
    case "HoldPlaced": {
      const { key, pointType, allocations, holdId } = event;
      const hold = { key, pointType, shares: sharesOf(allocations), until: ms(event.until) };
      return { ...given(state, allocations, -1), holds: { ...state.holds, [holdId]: hold } };
    }
    case "HoldCommitted":
      return redeemed(without(given(state, event.released, 1), event.holdId), event);
    case "HoldReleased":
      return without(given(state, event.allocations, 1), event.holdId);
    case "RedemptionReversed": {
      const { redemptionKey, pointType, points, reversedInAll } = event;
      const gone = sum(event.expired);
      const next = expire(given(given(state, event.allocations, 1), event.expired, 1), event.expired);
      const totals = count(count(next.totals, pointType, "redeemed", -points), pointType, "expired", gone);
      return { ...next, totals, reversals: noted(state.reversals, redemptionKey, reversedInAll) };
    }
    case "PointsClawedBack": {
      let next = state;
      for (const { pointType, allocations, debt } of event.taken) {
        next = given(next, allocations, -1);
        next = owing(next, pointType, debt);
        next = { ...next, totals: count(next.totals, pointType, "clawed", sum(allocations) + debt) };
      }
      const { orderId, cumulative, disqualifies } = event;
      next = { ...next, refunds: noted(next.refunds, orderId, cumulative) };
      return disqualifies === undefined ? next : qualified(next, ms(event.orderAt), ms(event.at), -disqualifies);
    }
    case "RefundNoted":
      return { ...state, refunds: noted(state.refunds, event.orderId, event.cumulative) };
    case "PointsAdjusted": {
      const next = owing(given(added(state, event.lots), event.allocations, -1), event.pointType, event.debt);
      return {
        ...lasting(next, event.deadlines),
        totals: count(next.totals, event.pointType, "adjusted", event.points),
      };
    }
    case "DebtSettled":
      return owing(given(state, event.allocations, -1), event.pointType, -event.points);
    case "PointsExpired":
      return event.expired.reduce<LoyaltyState>(
        (next, each) => ({
          ...expire(next, [each]),
          totals: count(next.totals, each.pointType, "expired", each.points),
        }),
        state,
      );
    case "PointsReinstated":
      return event.reinstated.reduce((next, each) => reinstated(next, each, ms(event.expiresAt)), state);
    case "PointsTransferredOut": {
      const next = given(state, event.allocations, -1);
      return { ...next, totals: count(next.totals, event.pointType, "adjusted", -event.points) };
    }
    case "PointsTransferredIn": {
      const next = lasting(added(state, event.lots), event.deadlines);
      return { ...next, totals: count(next.totals, event.pointType, "adjusted", event.points) };
    }
    case "AccountMerged": {
      if (event.absorbed === undefined) {
        return { ...state, status: "closed", merged: { key: event.key, before: state } };
      }
      return { ...absorbed(state, event.absorbed), merged: { key: event.key, before: state } };
    }
    case "MergeReversed":
      return before.merged === null ? state : before.merged.before;
    case "OpeningImported":
      return imported(state, event);
    case "TierChanged": {
      const validThrough = event.validThrough === null ? null : ms(event.validThrough);
      return { ...state, tier: { tier: event.to, validThrough } };
    }
    case "TierGranted": {
      const { tier, reason, actor = null } = event;
      const grant = { tier, from: ms(event.at), until: ms(event.until), reason, actor };
      return { ...state, grants: [...state.grants, grant] };
    }
    case "BenefitUsed":
      return { ...state, uses: noted(state.uses, event.use, event.used) };
    case "AccountSuspended":
      return { ...state, status: "suspended" };
    case "AccountResumed":
      return { ...state, status: "open" };
    case "AccountClosed":
      return event.forfeited.reduce<LoyaltyState>(
        (next, each) => ({
          ...given(next, [each], -1),
          totals: count(next.totals, each.pointType, "adjusted", -each.points),
        }),
        { ...state, status: "closed" },
      );
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_: never, state: LoyaltyState): LoyaltyState => state;

type Of<T extends LoyaltyEvent["type"]> = Extract<LoyaltyEvent, { readonly type: T }>;

function earned(state: LoyaltyState, event: Of<"PointsEarned">): LoyaltyState {
  let next: Mutable = { ...added(state, event.lots) };
  for (const lot of event.lots) next.totals = count(next.totals, lot.pointType, "earned", lot.points);
  const at = ms(event.earnedAt);
  if (event.orderId !== undefined && event.basis !== undefined) {
    const first = state.lots.size;
    const lots = event.basis.types.map(({ pointType }) => {
      const index = event.lots.findIndex((lot) => lot.pointType === pointType);
      return index < 0 ? -1 : first + index;
    });
    next.orders = noted(state.orders, event.orderId, { at, basis: event.basis, lots });
  }
  for (const [name, used] of event.uses ?? []) next.uses = noted(next.uses, name, used);
  if (event.carries !== undefined) next.carries = { ...next.carries, ...event.carries };
  if (event.streak !== undefined) {
    const { rule, day, length } = event.streak;
    next.streaks = { ...next.streaks, [rule]: { day, length } };
  }
  if (event.qualifies !== undefined) next = qualified(next, at, at, event.qualifies);
  return event.deadlines === undefined ? next : lasting(next, event.deadlines);
}

function redeemed(state: LoyaltyState, event: Of<"PointsRedeemed"> | Of<"HoldCommitted">): LoyaltyState {
  const { key, pointType, points } = event;
  const of: Partial<Of<"PointsRedeemed">> = event.type === "PointsRedeemed" ? event : {};
  const { orderId = null, restoreOn = "never" } = of;
  const shares = sharesOf(event.allocations);
  const record: RedemptionRecord = { pointType, points, shares, orderId, restoreOn };
  const usedFor =
    orderId === null || restoreOn === "never"
      ? state.usedFor
      : noted(state.usedFor, orderId, [...(noteOf(state.usedFor, orderId) ?? []), key]);
  const totals = count(state.totals, pointType, "redeemed", points);
  const redemptions = noted(state.redemptions, key, record);
  return lasting({ ...state, totals, redemptions, usedFor }, event.deadlines);
}

function imported(state: LoyaltyState, event: Of<"OpeningImported">): LoyaltyState {
  let next = lasting(added({ ...state, imported: true }, event.lots), event.deadlines);
  for (const lot of event.lots) {
    next = { ...next, totals: count(next.totals, lot.pointType, "adjusted", lot.points) };
  }
  const at = ms(event.at);
  if (event.tier !== undefined) {
    const grant = { tier: event.tier.tier, from: at, until: ms(event.tier.until), reason: "opening", actor: null };
    next = { ...next, grants: [...next.grants, grant] };
  }
  return event.qualifies === undefined ? next : qualified(next, at, at, event.qualifies);
}

type Mutable = { -readonly [K in keyof LoyaltyState]: LoyaltyState[K] };
