import { allocate, currencyDecimals, formatInstant, formatMinorUnits } from "../../core/index.js";
import { mostRefunded } from "../account/absorb.js";
import { sum } from "../account/changes.js";
import type { Allocation, LoyaltyEvent } from "../account/loyalty-event.js";
import { type Lot, type OrderRecord, own, type RefundRecord } from "../account/loyalty-state.js";
import { noteOf } from "../account/notes.js";
import { valueAt } from "../account/sequence.js";
import { activationOf, activeShares, allocated, expiryOf } from "../account/settle.js";
import type { EarnBasis, TypeBasis } from "../earning/earn-basis.js";
import { type Fraction, minus, plus, readFraction, written, zero } from "../earning/fraction.js";
import { pointsOf } from "../earning/points-of.js";
import { restOf } from "../earning/told-points.js";
import { restore } from "./decide-redemptions.js";
import type { RefundOrder } from "./loyalty-command.js";
import type { LoyaltyOutcomes } from "./loyalty-outcome.js";
import { type Body, done, expireBeforeDebt, no, unitsFromZero, type Work } from "./work.js";

export const refund: Body<RefundOrder, LoyaltyOutcomes["refund"]> = (work, command) => {
  const { orderId, cumulative: asked, lines, full = false } = command;
  const scale = currencyDecimals(asked.currency, ["cumulative", "currency"]);
  const units = unitsFromZero(asked.amount, scale, ["cumulative", "amount"]);
  const before = noteOf(work.state.refunds, orderId);
  const order = noteOf(work.state.orders, orderId);
  const currency = order?.basis.currency ?? before?.currency;
  if (currency !== undefined && currency !== asked.currency) {
    return no({ code: "CURRENCY_MISMATCH", expected: currency, received: asked.currency });
  }
  const byLine = new Map<string, number>();
  lines?.forEach(({ sku, cumulative }, index) => {
    byLine.set(sku, (byLine.get(sku) ?? 0) + unitsFromZero(cumulative, scale, ["lines", index, "cumulative"]));
  });
  const { currency: of } = asked;
  const cumulative = mostRefunded(before ?? { ...nothingYet, currency: of }, {
    cumulative: String(units),
    lines: lines ? Object.fromEntries([...byLine].map(([sku, part]) => [sku, String(part)])) : null,
    full,
    rewardsRestored: false,
  });
  const eligible = order?.basis.parts.reduce((all, part) => all + part, 0) ?? 0;
  if (order !== undefined && lines === undefined && units > eligible) {
    const most = { amount: formatMinorUnits(eligible, scale), currency: asked.currency };
    return no({ code: "REFUND_EXCEEDS_ELIGIBLE", eligible: most });
  }
  const clawed = order === undefined ? noteEarly(work, orderId, cumulative) : clawBack(work, orderId, cumulative);
  const { mainType } = work.ready;
  const debt = (): number => own(work.state.debts, mainType) ?? 0;
  return done({ clawed: clawed.clawed, waived: clawed.waived, debt: debt(), restored: clawed.restored });
};

export const nothingYet: Omit<RefundRecord, "currency"> = {
  cumulative: "0",
  lines: null,
  full: false,
  clawed: [],
  lapsed: [],
  disqualified: 0,
  rewardsRestored: false,
};

interface ClawedBack {
  readonly clawed: number;
  readonly waived: number;
  readonly restored: number;
}

/** A refund that came before its order is noted, and taken into account when the order earns. */
function noteEarly(work: Work, orderId: string, record: RefundRecord): ClawedBack {
  const restoring = record.full && !record.rewardsRestored;
  work.emit({ type: "RefundNoted", orderId, cumulative: { ...record, rewardsRestored: record.full } });
  return { clawed: 0, waived: 0, restored: restoring ? restoreRewards(work, orderId) : 0 };
}

/**
 * Takes back what an order earned beyond what its remaining part would have, by the numbers it earned by:
 * target = P − f(E − R), less what was taken, waived or expired before. First from the order's own lot, then as the programme says.
 */
export function clawBack(work: Work, orderId: string, refunded: RefundRecord): ClawedBack {
  const order = noteOf(work.state.orders, orderId) as OrderRecord;
  const { basis } = order;
  const open = remaining(basis, refunded);
  const all = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
  const eligible = all(basis.parts);
  const full = refunded.full || (eligible > 0 && all(open) === 0);
  const left = full ? open.map(() => 0) : open;
  const clawed: number[] = [];
  const lapsed: number[] = [];
  const rests: string[] = [];
  const carries = new Map<string, string>();
  const taken: Extract<LoyaltyEvent, { type: "PointsClawedBack" }>["taken"][number][] = [];
  basis.types.forEach((type, index) => {
    const before = refunded.clawed[index] ?? 0;
    const kept = full ? 0 : Math.min(type.points, pointsOf(type, left, basis.parts).points);
    const delta = Math.max(0, type.points - kept - before);
    const lot = order.lots[index] ?? -1;
    if (delta > 0 && work.ready.program.returns?.policy === "allow-negative") expireBeforeDebt(work, type.pointType);
    const found = takeBack(work, type.pointType, lot, delta, refunded.lapsed[index] ?? 0);
    clawed.push(before + delta);
    lapsed.push((refunded.lapsed[index] ?? 0) + found.lapsed);
    taken.push({ pointType: type.pointType, ...found });
    const [rest, earlier] = [restChange(type, basis.parts, full ? undefined : left), refunded.rests?.[index]];
    rests.push(written(rest));
    const more = plus(rest, minus(readFraction(earlier ?? "0/1")));
    if (more.n === 0n) return;
    const known = own(work.state.carries, type.pointType) ?? "0/1";
    carries.set(type.pointType, written(plus(readFraction(known), more)));
  });
  const disqualified = disqualifiedBy(basis, clawed, eligible - all(left), full);
  const doesCarry = basis.types.some(({ carried }) => carried !== undefined);
  const cumulative = {
    ...refunded,
    clawed,
    lapsed,
    full,
    disqualified,
    rewardsRestored: full,
    ...(doesCarry && { rests }),
  };
  const lost = disqualified - refunded.disqualified;
  work.emit({
    type: "PointsClawedBack",
    orderId,
    taken,
    cumulative,
    orderAt: formatInstant(order.at),
    ...(lost !== 0 && { disqualifies: lost }),
    ...(carries.size > 0 && { carries: Object.fromEntries(carries) }),
  });
  const main = taken.find(({ pointType }) => pointType === work.ready.mainType);
  return {
    clawed: main === undefined ? 0 : sum(main.allocations) + main.debt,
    waived: main?.waived ?? 0,
    restored: full && !refunded.rewardsRestored ? restoreRewards(work, orderId) : 0,
  };
}

/** How what rounding left over changes when only some of an order is left, or nothing: not at all where it is dropped. */
function restChange(type: TypeBasis, parts: readonly number[], left: readonly number[] | undefined): Fraction {
  if (type.carried === undefined) return zero;
  const restWith = (of: readonly number[]): Fraction => restOf(pointsOf({ ...type, limit: undefined }, of, parts));
  const rest = left === undefined ? readFraction(type.carried) : restWith(left);
  return plus(rest, minus(restWith(parts)));
}

/** The order's own lot, then other lots that are active, then debt or nothing: by the return policy. */
function takeBack(
  { state, at, ready }: Work,
  pointType: string,
  index: number,
  points: number,
  lapsedBefore: number,
): {
  readonly allocations: readonly Allocation[];
  readonly debt: number;
  readonly waived: number;
  readonly lapsed: number;
} {
  const policy = ready.program.returns?.policy ?? "within-balance";
  let left = points;
  let allocations: readonly Allocation[] = [];
  let lapsed = 0;
  if (index >= 0 && left > 0) {
    const lot: Lot = valueAt(state.lots, index);
    const isExpired = expiryOf(lot, state) <= at;
    lapsed = Math.min(left, Math.max(0, lot.expired + (isExpired ? lot.remaining : 0) - lapsedBefore));
    left -= lapsed;
    if (!isExpired && (policy !== "only-pending" || activationOf(lot) > at)) {
      allocations = allocated([{ index, lot, expiry: 0 }], left);
      left -= sum(allocations);
    }
  }
  // Other lots that are pending are pending for orders of their own.
  const others = policy === "only-pending" ? [] : activeShares(state, pointType, at, ready.isFifo(pointType));
  const more = allocated(
    others.filter((share) => share.index !== index),
    left,
  );
  left -= sum(more);
  const debt = policy === "allow-negative" ? left : 0;
  return { allocations: [...allocations, ...more], debt, waived: left - debt, lapsed };
}

/** The eligible parts that are left after a refund: by line where lines are told apart, the rest of it spread. */
function remaining({ parts, skus }: EarnBasis, { cumulative, lines }: RefundRecord): readonly number[] {
  const open = new Map(Object.entries(skus === undefined ? {} : (lines ?? {})).map(([sku, units]) => [sku, +units]));
  const rest = Number(cumulative) - [...open.values()].reduce((all, units) => all + units, 0);
  const left = parts.map((part, index) => {
    const sku = skus?.[index];
    const back = sku === undefined ? 0 : Math.min(part, open.get(sku) ?? 0);
    if (sku !== undefined) open.set(sku, (open.get(sku) ?? 0) - back);
    return part - back;
  });
  const all = left.reduce((sum, part) => sum + part, 0);
  return rest <= 0 || all === 0 ? left : rest >= all ? left.map(() => 0) : allocate(all - rest, left);
}

function disqualifiedBy(
  { tier, types }: EarnBasis,
  clawed: readonly number[],
  refunded: number,
  full: boolean,
): number {
  if (tier === undefined) return 0;
  if (tier.basis === "spend") return refunded;
  if (tier.basis === "visits") return full ? 1 : 0;
  return clawed[types.findIndex(({ pointType }) => pointType === tier.pointType)] ?? 0;
}

/** Rewards that come back with a full refund, once. */
function restoreRewards(work: Work, orderId: string): number {
  let restored = 0;
  for (const key of noteOf(work.state.usedFor, orderId) ?? []) restored += restore(work, key, undefined)?.points ?? 0;
  return restored;
}
