import { formatInstant, formatMinorUnits, nextBirthday, type Reason } from "../../core/index.js";
import type { OrderCustomer } from "../../model/index.js";
import type { NewLot } from "../account/loyalty-event.js";
import { own } from "../account/loyalty-state.js";
import { noteOf } from "../account/notes.js";
import { openShares } from "../account/settle.js";
import { capped, occasionOf } from "../earning/caps.js";
import { type Earning, earnByOrder } from "../earning/earn-by-order.js";
import { deadlineAfter, lotTimes } from "../program/lot-times.js";
import type { EarningRule, PointType } from "../program/loyalty-program.js";
import type { ReadyProgram, ReadyRule } from "../program/ready-program.js";
import { clawBack } from "./decide-refunds.js";
import type { ActivatePoints, EarnPoints, RecordActivity } from "./loyalty-command.js";
import type { EarnedLine, LoyaltyOutcomes } from "./loyalty-outcome.js";
import { type Body, done, expireInactive, no, type Work } from "./work.js";

export const earn: Body<EarnPoints, LoyaltyOutcomes["earn"]> = (work, command) => {
  const { ready } = work;
  const { order, customer } = command;
  const earning = earnByOrder(order, ready, work.state, customer);
  if ("currency" in earning) return no({ code: "CURRENCY_NOT_CONFIGURED", currency: earning.currency });
  if (noteOf(work.state.orders, order.id) !== undefined) return no({ code: "ORDER_ALREADY_EARNED", orderId: order.id });
  const refunded = noteOf(work.state.refunds, order.id);
  if (refunded !== undefined && refunded.currency !== order.currency) {
    return no({ code: "CURRENCY_MISMATCH", expected: refunded.currency, received: order.currency });
  }
  const { at, basis, uses, carries, qualifies } = earning;
  const lots: NewLot[] = [];
  const deadlines = new Map<string, string>();
  basis.types.forEach(({ pointType, points }) => {
    if (points === 0) return;
    const id = pointType === ready.mainType ? `earn:${order.id}` : `earn:${order.id}:${pointType}`;
    lots.push(newLot(work, id, pointType, points, at, "sale", `order:${order.id}`, deadlines));
  });
  work.emit({
    type: "PointsEarned",
    orderId: order.id,
    earnedAt: formatInstant(at),
    lots,
    basis,
    ...(uses.length > 0 && { uses }),
    ...(carries && { carries }),
    ...(qualifies !== undefined && { qualifies }),
    ...(deadlines.size > 0 && { deadlines: Object.fromEntries(deadlines) }),
  });
  if (refunded !== undefined) clawBack(work, order.id, refunded);
  const byType = Object.fromEntries(basis.types.map(({ pointType, points }) => [pointType, points]));
  return done({
    points: own(byType, ready.mainType) ?? 0,
    byType,
    lotIds: lots.map(({ lotId }) => lotId),
    lines: linesOf(earning),
    reasons: earning.reasons,
  });
};

/** Lines with what each earned; an order without lines counts as one, and what no line tells of is left out where there are some. */
export function linesOf({ basis, byLine, eligible }: Earning): readonly EarnedLine[] {
  const { skus, scale } = basis;
  const line = (sku: string | null, points: number, units: number): EarnedLine => ({
    sku,
    points,
    eligible: formatMinorUnits(units, scale),
  });
  if (skus === undefined) {
    const all = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0);
    return [line(null, all(byLine), all(eligible))];
  }
  return skus.map((sku, index) => line(sku, byLine[index] ?? 0, eligible[index] ?? 0));
}

/** A lot by the rules of its type. What expired with inactivity before it is recorded first; a new deadline is put into `deadlines`. */
export function newLot(
  work: Work,
  lotId: string,
  pointType: string,
  points: number,
  earnedAt: number,
  origin: "sale" | "promotional",
  source: string,
  deadlines: Map<string, string>,
  isActivity = true,
): NewLot {
  const { ready } = work;
  const type = ready.types.get(pointType) as PointType;
  const times = lotTimes(type, earnedAt, ready.zone);
  if (times.byActivity) {
    expireInactive(work, pointType, earnedAt);
    const active = isActivity ? deadlineAfter(type, "earn", earnedAt, ready.zone) : undefined;
    const running = own(work.state.deadlines, pointType);
    const deadline = active ?? (running === undefined || running <= earnedAt ? times.deadline : undefined);
    if (deadline !== undefined) deadlines.set(pointType, formatInstant(deadline));
  }
  return {
    lotId,
    pointType,
    points,
    earnedAt: formatInstant(earnedAt),
    activeFrom: times.activeAt === null ? null : formatInstant(times.activeAt),
    expiresAt: times.expiresAt === null ? null : formatInstant(times.expiresAt),
    ...(times.byActivity && { byActivity: true as const }),
    origin,
    source,
  };
}

export const activity: Body<RecordActivity, LoyaltyOutcomes["activity"]> = (work, command) => {
  const { ready, at } = work;
  const { customer = {} } = command;
  // A birthday that is not known is nobody's birthday.
  const isKnown = customer["customer.birthday"] !== undefined;
  const rules = ready.activityRules.filter(
    ({ rule }) => rule.activity === command.activity && (rule.birthday === undefined || isKnown),
  );
  if (rules.length === 0) return no({ code: "ACTIVITY_NOT_REWARDED", activity: command.activity });
  const reasons: Reason[] = [];
  let points = 0;
  for (const each of rules) {
    const dueAt = notDueUntil(each.rule, customer, at, ready);
    if (dueAt !== undefined) {
      if (rules.length === 1) return no({ code: "NOT_DUE", dueAt });
      continue;
    }
    if (each.holds?.({ attributes: customer as never }, at, 0) === false) continue;
    points += grant(work, command, each, reasons, rules.length > 1);
  }
  return done({ points, reasons });
};

function grant(
  work: Work,
  { key, activity: name }: RecordActivity,
  { rule, pointType }: ReadyRule,
  reasons: Reason[],
  several: boolean,
): number {
  const { ready, at, state } = work;
  const occasion = rule.oncePer === undefined ? undefined : occasionOf(rule, at, ready.zone);
  const streak = rule.streak === undefined ? undefined : nextStreak(work, rule);
  const before = occasion === undefined ? undefined : noteOf(state.uses, occasion);
  if (before !== undefined || streak === null) {
    reasons.push({ code: "loyalty.already-granted", params: { rule: rule.id } });
    return 0;
  }
  const bonus = (rule.streak ?? [])
    .filter(({ every }) => streak && streak.length % every === 0)
    .reduce((all, each) => all + each.points, 0);
  const desired = (rule.points ?? 0) + bonus;
  const cap = capped(desired, pointType, rule.id, at, ready, state, () => 0);
  reasons.push({ code: "loyalty.rule-applied", params: { rule: rule.id, points: cap.points } });
  if (cap.points < desired) {
    reasons.push({ code: "loyalty.cap-reached", params: { credited: cap.points, desired } });
  }
  const deadlines = new Map<string, string>();
  const lotId = several ? `activity:${key}:${rule.id}` : `activity:${key}`;
  const lots =
    cap.points === 0
      ? []
      : [newLot(work, lotId, pointType, cap.points, at, "promotional", `activity:${name}`, deadlines)];
  const uses = [...cap.uses, ...(occasion === undefined ? [] : [[occasion, 1] as const])];
  const { tiers } = ready;
  const qualifies = tiers?.terms.basis === "qualifying-points" && tiers.pointType === pointType;
  work.emit({
    type: "PointsEarned",
    activity: name,
    earnedAt: formatInstant(at),
    lots,
    ...(uses.length > 0 && { uses }),
    ...(streak && { streak: { rule: rule.id, ...streak } }),
    ...(qualifies && { qualifies: cap.points }),
    ...(deadlines.size > 0 && { deadlines: Object.fromEntries(deadlines) }),
  });
  return cap.points;
}

/** The streak with today in it; null where today, or a later day, is in it already. */
function nextStreak({ ready, at, state }: Work, { id }: EarningRule): { day: number; length: number } | null {
  const day = ready.zone.dayAt(at);
  const before = own(state.streaks, id);
  if (before !== undefined && before.day >= day) return null;
  return { day, length: before?.day === day - 1 ? before.length + 1 : 1 };
}

function notDueUntil(
  { birthday }: EarningRule,
  customer: OrderCustomer,
  at: number,
  { zone }: ReadyProgram,
): string | undefined {
  const born = customer["customer.birthday"];
  if (birthday === undefined || born === undefined) return undefined;
  const today = zone.dayAt(at);
  const next = nextBirthday(born as never, today, { leapDay: birthday.leapDay });
  return next === today ? undefined : formatInstant(zone.startOfDay(next));
}

export const activate: Body<ActivatePoints, LoyaltyOutcomes["activate"]> = (work, { lotIds }) => {
  const waiting = openShares(work.state).filter(({ lot }) => (lot.activeAt ?? Infinity) > work.at);
  const lots: number[] = [];
  let points = 0;
  for (const lotId of new Set(lotIds)) {
    const found = waiting.find(({ lot }) => lot.id === lotId);
    if (found === undefined) return no({ code: "LOT_NOT_FOUND", lotId });
    lots.push(found.index);
    points += found.lot.remaining;
  }
  work.emit({ type: "PointsActivated", lots });
  return done({ points });
};
