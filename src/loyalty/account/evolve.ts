import { refusal } from "../../core/shared.js";
import { absorbed } from "./absorb.js";
import {
  add,
  count,
  type Draft,
  draftOf,
  dropHold,
  expire,
  give,
  last,
  ms,
  owe,
  qualify,
  reinstate,
  sharesOf,
  sum,
} from "./changes.js";
import type { LoyaltyEvent } from "./loyalty-event.js";
import { emptyState, type LoyaltyState, type RedemptionRecord } from "./loyalty-state.js";
import { noted, noteOf } from "./notes.js";
import { valueAt, withValue } from "./sequence.js";

/** The state after one more event, without any rule of a programme. @throws INVALID_LOYALTY_EVENT for what this library never wrote */
export function evolveState(before: LoyaltyState, event: LoyaltyEvent): LoyaltyState {
  const draft = draftOf(before);
  // What a merge brings with it, and debts that time pays, do not stand in the way of undoing the merge.
  if (event.ofMerge === true || event.type === "DebtSettled") draft.merged = before.merged;
  switch (event.type) {
    case "AccountOpened":
      draft.memberId = event.memberId;
      draft.openedAt = ms(event.at);
      return draft;
    case "PointsEarned":
      earn(draft, event);
      return draft;
    case "PointsActivated": {
      const activeAt = ms(event.at);
      for (const lot of event.lots) draft.lots = withValue(draft.lots, lot, { ...valueAt(draft.lots, lot), activeAt });
      return draft;
    }
    case "PointsRedeemed":
      give(draft, event.allocations, -1);
      redeem(draft, event);
      return draft;
    case "HoldPlaced": {
      const { key, pointType, allocations, holdId } = event;
      give(draft, allocations, -1);
      const hold = { key, pointType, shares: sharesOf(allocations), until: ms(event.until) };
      draft.holds = { ...draft.holds, [holdId]: hold };
      return draft;
    }
    case "HoldCommitted":
      give(draft, event.released, 1);
      dropHold(draft, event.holdId);
      redeem(draft, event);
      return draft;
    case "HoldReleased":
      give(draft, event.allocations, 1);
      dropHold(draft, event.holdId);
      return draft;
    case "RedemptionReversed": {
      const { redemptionKey, pointType, points, reversedInAll, allocations, expired } = event;
      give(draft, allocations, 1);
      give(draft, expired, 1);
      expire(draft, expired);
      count(draft, pointType, "redeemed", -points);
      count(draft, pointType, "expired", sum(expired));
      draft.reversals = noted(draft.reversals, redemptionKey, reversedInAll);
      return draft;
    }
    case "PointsClawedBack":
      for (const { pointType, allocations, debt } of event.taken) {
        give(draft, allocations, -1);
        owe(draft, pointType, debt);
        count(draft, pointType, "clawed", sum(allocations) + debt);
      }
      draft.refunds = noted(draft.refunds, event.orderId, event.cumulative);
      if (event.carries !== undefined) draft.carries = { ...draft.carries, ...event.carries };
      if (event.disqualifies !== undefined) qualify(draft, ms(event.orderAt), ms(event.at), -event.disqualifies);
      return draft;
    case "RefundNoted":
      draft.refunds = noted(draft.refunds, event.orderId, event.cumulative);
      return draft;
    case "PointsAdjusted":
      last(draft, event.deadlines, event.at);
      add(draft, event.lots);
      give(draft, event.allocations, -1);
      owe(draft, event.pointType, event.debt);
      count(draft, event.pointType, "adjusted", event.points);
      return draft;
    case "DebtSettled":
      give(draft, event.allocations, -1);
      owe(draft, event.pointType, -event.points);
      return draft;
    case "PointsExpired":
      expire(draft, event.expired);
      for (const { pointType, points } of event.expired) count(draft, pointType, "expired", points);
      return draft;
    case "PointsReinstated": {
      const expiresAt = ms(event.expiresAt);
      for (const each of event.reinstated) reinstate(draft, each, expiresAt);
      return draft;
    }
    case "PointsTransferredOut":
      give(draft, event.allocations, -1);
      count(draft, event.pointType, "adjusted", -event.points);
      return draft;
    case "PointsTransferredIn":
      last(draft, event.deadlines, event.at);
      add(draft, event.lots);
      count(draft, event.pointType, "adjusted", event.points);
      return draft;
    case "AccountMerged": {
      const { key, absorbed: other } = event;
      const { memberId, openedAt } = draft;
      const state: LoyaltyState =
        other === undefined
          ? { ...emptyState, memberId, openedAt, status: "closed" } // what it had is with the other now
          : absorbed(draft, other, ms(event.at), key);
      return { ...state, merged: { key, before: draft } };
    }
    case "MergeReversed":
      return before.merged === null ? draft : before.merged.before;
    case "OpeningImported":
      bringOver(draft, event);
      return draft;
    case "TierChanged":
      draft.tier = { tier: event.to, validThrough: event.validThrough === null ? null : ms(event.validThrough) };
      return draft;
    case "TierGranted": {
      const { tier, reason, actor = null } = event;
      draft.grants = [...draft.grants, { tier, from: ms(event.at), until: ms(event.until), reason, actor }];
      return draft;
    }
    case "BenefitUsed":
      draft.uses = noted(draft.uses, event.use, event.used);
      return draft;
    case "AccountSuspended":
      draft.status = "suspended";
      return draft;
    case "AccountResumed":
      draft.status = "open";
      return draft;
    case "AccountClosed":
      draft.status = "closed";
      give(draft, event.forfeited, -1);
      for (const { pointType, points } of event.forfeited) count(draft, pointType, "adjusted", -points);
      return draft;
    default:
      return unknownEvent(event);
  }
}

function unknownEvent(event: never): never {
  const { type } = event as LoyaltyEvent;
  throw refusal("INVALID_LOYALTY_EVENT", ["event", "type"], "an event of an account", type);
}

type Of<T extends LoyaltyEvent["type"]> = Extract<LoyaltyEvent, { readonly type: T }>;

function earn(draft: Draft, event: Of<"PointsEarned">): void {
  const first = draft.lots.size;
  const at = ms(event.earnedAt);
  last(draft, event.deadlines, event.earnedAt);
  add(draft, event.lots);
  for (const { pointType, points } of event.lots) count(draft, pointType, "earned", points);
  if (event.orderId !== undefined && event.basis !== undefined) {
    const lots = event.basis.types.map(({ pointType }) => {
      const index = event.lots.findIndex((lot) => lot.pointType === pointType);
      return index < 0 ? -1 : first + index;
    });
    draft.orders = noted(draft.orders, event.orderId, { at, basis: event.basis, lots });
  }
  for (const [name, used] of event.uses ?? []) draft.uses = noted(draft.uses, name, used);
  if (event.carries !== undefined) draft.carries = { ...draft.carries, ...event.carries };
  if (event.streak !== undefined) {
    const { rule, day, length } = event.streak;
    draft.streaks = { ...draft.streaks, [rule]: { day, length } };
  }
  if (event.qualifies !== undefined) qualify(draft, at, at, event.qualifies);
}

function redeem(draft: Draft, event: Of<"PointsRedeemed"> | Of<"HoldCommitted">): void {
  const { key, pointType, points } = event;
  const of: Partial<Of<"PointsRedeemed">> = event.type === "PointsRedeemed" ? event : {};
  const { orderId = null, restoreOn = "never" } = of;
  const record: RedemptionRecord = { pointType, points, shares: sharesOf(event.allocations), orderId, restoreOn };
  if (orderId !== null && restoreOn !== "never") {
    draft.usedFor = noted(draft.usedFor, orderId, [...(noteOf(draft.usedFor, orderId) ?? []), key]);
  }
  count(draft, pointType, "redeemed", points);
  draft.redemptions = noted(draft.redemptions, key, record);
  last(draft, event.deadlines, event.at);
}

function bringOver(draft: Draft, event: Of<"OpeningImported">): void {
  const at = ms(event.at);
  draft.imported = true;
  last(draft, event.deadlines, event.at);
  add(draft, event.lots);
  for (const { pointType, points } of event.lots) count(draft, pointType, "adjusted", points);
  if (event.tier !== undefined) {
    const grant = { tier: event.tier.tier, from: at, until: ms(event.tier.until), reason: "opening", actor: null };
    draft.grants = [...draft.grants, grant];
  }
  if (event.qualifies !== undefined) qualify(draft, at, at, event.qualifies);
}
