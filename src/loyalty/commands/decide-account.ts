import { civilOf, currencyDecimals, formatInstant } from "../../core/index.js";
import type { Allocation, NewLot } from "../account/loyalty-event.js";
import type { LoyaltyState } from "../account/loyalty-state.js";
import { latestNotes, noteOf } from "../account/notes.js";
import { eachFrom, valueAt } from "../account/sequence.js";
import { allocated, expiryOf, openShares } from "../account/settle.js";
import { lotTimes } from "../program/lot-times.js";
import type { PointType } from "../program/loyalty-program.js";
import { tierInForce } from "../tiers/level-at.js";
import { newLot } from "./decide-earning.js";
import { requireType } from "./decide-redemptions.js";
import type {
  AdjustPoints,
  CloseAccount,
  GrantTier,
  ImportOpening,
  OpenAccount,
  ReinstatePoints,
  ResumeAccount,
  SuspendAccount,
  SweepExpired,
  UseBenefit,
} from "./loyalty-command.js";
import type { LoyaltyOutcomes } from "./loyalty-outcome.js";
import {
  type Body,
  done,
  expireBeforeDebt,
  expireShares,
  no,
  readAt,
  readLater,
  spendable,
  unitsFromZero,
} from "./work.js";

export const open: Body<OpenAccount, LoyaltyOutcomes["open"]> = (work, { memberId }) => {
  if (work.state.memberId !== null) return no({ code: "ACCOUNT_ALREADY_OPEN" });
  work.emit({ type: "AccountOpened", memberId });
  return done({ memberId });
};

export const adjust: Body<AdjustPoints, LoyaltyOutcomes["adjust"]> = (work, command) => {
  const { key, points, reason, origin = "promotional", expiresAt } = command;
  const pointType = requireType(work.ready, command.pointType);
  if (points > 0) {
    const deadlines = new Map<string, string>();
    const lot = newLot(work, `adjust:${key}`, pointType, points, work.at, origin, `adjust:${reason}`, deadlines, false);
    const { byActivity: _, ...fixed } = lot;
    const active = { ...lot, activeFrom: lot.earnedAt };
    const own =
      expiresAt === undefined
        ? active
        : {
            ...fixed,
            activeFrom: lot.earnedAt,
            expiresAt: expiresAt === null ? null : formatInstant(readLater(work, expiresAt, ["expiresAt"])),
          };
    work.emit({
      type: "PointsAdjusted",
      pointType,
      points,
      reason,
      lots: [own],
      allocations: [],
      debt: 0,
      deadlines: Object.fromEntries(deadlines),
    });
    return done({ points });
  }
  const { shares, refused } = spendable(work, pointType, -points);
  const owes = work.ready.program.returns?.policy === "allow-negative";
  if (refused && !owes) return no(refused);
  if (refused) expireBeforeDebt(work, pointType);
  const allocations = allocated(shares, -points);
  const debt = -points - allocations.reduce((all, each) => all + each.points, 0);
  work.emit({ type: "PointsAdjusted", pointType, points: points + 0, reason, lots: [], allocations, debt });
  return done({ points });
};

export const sweep: Body<SweepExpired, LoyaltyOutcomes["sweep"]> = (work) => {
  const overdue = openShares(work.state).filter(({ expiry }) => expiry <= work.at);
  return done({ expired: expireShares(work, overdue) });
};

export const reinstate: Body<ReinstatePoints, LoyaltyOutcomes["reinstate"]> = (work, command) => {
  const expiresAt = readLater(work, command.expiresAt, ["expiresAt"]);
  const wanted = new Set(command.lotIds);
  const found: number[] = [];
  const refunded = refundedOfLots(work.state);
  eachFrom(work.state.lots, 0, (lot, index) => {
    const lapsed = lot.expired + (expiryOf(lot, work.state) <= work.at ? lot.remaining : 0);
    if (wanted.has(lot.id) && lapsed > (refunded.get(index) ?? 0)) found.push(index);
  });
  const names = new Set(found.map((index) => valueAt(work.state.lots, index).id));
  const unknown = [...wanted].find((lotId) => !names.has(lotId));
  if (unknown !== undefined) return no({ code: "LOT_NOT_FOUND", lotId: unknown });
  const overdue = openShares(work.state).filter(({ index, expiry }) => found.includes(index) && expiry <= work.at);
  expireShares(work, overdue);
  const reinstated = found.map((index) => {
    const { id, expired, pointType } = valueAt(work.state.lots, index);
    return { lotId: id, lot: index, points: expired - (refunded.get(index) ?? 0), pointType };
  });
  work.emit({ type: "PointsReinstated", reinstated, expiresAt: formatInstant(expiresAt), reason: command.reason });
  return done({ points: reinstated.reduce((all, { points }) => all + points, 0) });
};

/** Points that had expired when their order was refunded, by the number of their lot: they never come back. */
function refundedOfLots({ refunds, orders }: LoyaltyState): ReadonlyMap<number, number> {
  return new Map(
    [...latestNotes(refunds)].flatMap(([orderId, { lapsed }]) =>
      (noteOf(orders, orderId)?.lots ?? []).map((lot, index): [number, number] => [lot, lapsed[index] ?? 0]),
    ),
  );
}

export const importOpening: Body<ImportOpening, LoyaltyOutcomes["import-opening"]> = (work, command) => {
  const { key, tier, qualifying } = command;
  const { ready } = work;
  if (work.state.imported) return no({ code: "ALREADY_IMPORTED" });
  if (tier !== undefined && !ready.tiers?.levels.some(({ id }) => id === tier.id)) {
    return no({ code: "TIER_NOT_FOUND", tier: tier.id });
  }
  const deadlines = new Map<string, string>();
  const lots = command.lots.map(({ points, origin = "sale", ...given }, index): NewLot => {
    const pointType = requireType(ready, given.pointType, ["lots", index, "pointType"]);
    const earnedAt = readAt(work, given.earnedAt, "lots", index, "earnedAt");
    const activeFrom =
      given.activeFrom === undefined ? earnedAt : readAt(work, given.activeFrom, "lots", index, "activeFrom");
    const type = ready.types.get(pointType) as PointType;
    const byActivity = type.expiry?.type === "inactivity" && given.expiresAt === null;
    if (byActivity) {
      const { deadline } = lotTimes(type, work.at, ready.zone);
      if (deadline !== undefined) deadlines.set(pointType, formatInstant(deadline));
    }
    return {
      lotId: `opening:${key}:${index}`,
      pointType,
      points,
      earnedAt: formatInstant(earnedAt),
      activeFrom: formatInstant(activeFrom),
      expiresAt:
        given.expiresAt === null
          ? null
          : formatInstant(readLater(work, given.expiresAt, ["lots", index, "expiresAt"], earnedAt, "earnedAt")),
      ...(byActivity && { byActivity: true as const }),
      origin,
      source: "opening",
    };
  });
  const until = tier && readAt(work, tier.validThrough, "tier", "validThrough");
  const scale = ready.tiers?.currency === undefined ? 0 : currencyDecimals(ready.tiers.currency);
  const qualifies = qualifying === undefined ? undefined : unitsFromZero(qualifying, scale, ["qualifying"]);
  work.emit({
    type: "OpeningImported",
    lots,
    ...(tier && until !== undefined && { tier: { tier: tier.id, until: formatInstant(until) } }),
    ...(qualifies !== undefined && { qualifies }),
    ...(deadlines.size > 0 && { deadlines: Object.fromEntries(deadlines) }),
  });
  return done({ points: lots.reduce((all, { points }) => all + points, 0) });
};

export const suspend: Body<SuspendAccount, LoyaltyOutcomes["suspend"]> = (work, { reason }) => {
  work.emit({ type: "AccountSuspended", reason });
  return done({});
};

export const resume: Body<ResumeAccount, LoyaltyOutcomes["resume"]> = (work) => {
  work.emit({ type: "AccountResumed" });
  return done({});
};

export const close: Body<CloseAccount, LoyaltyOutcomes["close"]> = (work, { points, reason }) => {
  if (points === "keep") {
    work.emit({ type: "AccountClosed", reason, forfeited: [] });
    return done({ forfeited: 0 });
  }
  for (const [holdId, { shares }] of Object.entries(work.state.holds)) {
    const allocations = shares.map(
      (share): Allocation => ({ lotId: valueAt(work.state.lots, share.lot).id, ...share }),
    );
    work.emit({ type: "HoldReleased", holdId, allocations });
  }
  expireShares(
    work,
    openShares(work.state).filter(({ expiry }) => expiry <= work.at),
  );
  const forfeited = openShares(work.state).map(({ lot, index }) => ({
    lotId: lot.id,
    lot: index,
    points: lot.remaining,
    pointType: lot.pointType,
  }));
  work.emit({ type: "AccountClosed", reason, forfeited });
  return done({ forfeited: forfeited.reduce((all, each) => all + each.points, 0) });
};

export const grantTier: Body<GrantTier, LoyaltyOutcomes["grant-tier"]> = (work, { tier, until, reason }) => {
  if (!work.ready.tiers?.levels.some(({ id }) => id === tier)) return no({ code: "TIER_NOT_FOUND", tier });
  const end = formatInstant(readLater(work, until, ["until"]));
  work.emit({ type: "TierGranted", tier, until: end, reason });
  return done({ tier, until: end });
};

export const useBenefit: Body<UseBenefit, LoyaltyOutcomes["use-benefit"]> = (work, { benefitId }) => {
  const { ready, state, at } = work;
  const { tier } = tierInForce(state, ready, at);
  const level = ready.tiers?.terms.levels.find(({ id }) => id === tier);
  const benefit = level?.benefits?.find(({ id }) => id === benefitId);
  const use = ["benefit", benefitId, civilOf(ready.zone.dayAt(at)).year].join("|");
  const used = (noteOf(state.uses, use) ?? 0) + 1;
  if (benefit === undefined || used > (benefit.uses ?? used)) return no({ code: "BENEFIT_NOT_AVAILABLE", benefitId });
  work.emit({ type: "BenefitUsed", benefitId, use, used });
  return done({ left: benefit.uses === undefined ? null : benefit.uses - used });
};
