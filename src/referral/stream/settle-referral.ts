import {
  addDuration,
  currencyDecimals,
  formatInstant,
  formatMinorUnits,
  parseInstant,
  parseMinorUnits,
  type Zone,
  zoneOf,
} from "../../core/index.js";
import type { ReferralReward, RewardValue } from "../program/referral-program.js";
import { claimId, claimsOf, qualifyingOrders, refundedOf } from "./claims.js";
import { evolveReferral } from "./evolve-referral.js";
import { decimalsOf } from "./judge-order.js";
import type { ReferralEvent, ReferralTerms, RewardInstruction } from "./referral-event.js";
import type { ReferralGrant, ReferralOrder, ReferralState } from "./referral-state.js";

/** What became of a referral by new facts, with all that follows from them as of an instant. */
export interface Settled {
  readonly state: ReferralState;
  readonly events: readonly ReferralEvent[];
  readonly instructions: readonly RewardInstruction[];
}

/**
 * Adds facts and draws their consequences: which orders qualify, whether the referral is confirmed, what is to give and to take back.
 * All of it depends on the facts alone, not on their order; an instant before the latest event does not turn time back.
 */
export function settleReferral(before: ReferralState, facts: readonly ReferralEvent[], at: string): Settled {
  let state = before;
  const events: ReferralEvent[] = [];
  const add = (...more: readonly ReferralEvent[]): void => {
    for (const event of more) {
      state = evolveReferral(state, event);
      events.push(event);
    }
  };
  add(...facts);
  const { terms } = state;
  if (terms !== null) {
    const now = state.at !== null && state.at > at ? state.at : at;
    const zone = zoneOf(terms.timeZone);
    add(...qualifications(state, terms, zone, now));
    add(...confirmation(state, now));
    add(...rewardMoves(state, terms, zone, now));
  }
  const instructions = events.flatMap((event) =>
    event.type === "RewardGranted" || event.type === "RewardReversed" ? [event.instruction] : [],
  );
  return { state, events, instructions };
}

function qualifications(state: ReferralState, terms: ReferralTerms, zone: Zone, at: string): readonly ReferralEvent[] {
  const events: ReferralEvent[] = [];
  for (const order of Object.values(state.orders)) {
    const qualifiedAt = qualifiedSince(order, state);
    if (qualifiedAt === order.qualifiedAt) continue;
    const { orderId } = order;
    if (qualifiedAt === null) events.push({ type: "ReferralDisqualified", v: 1, at, orderId });
    else {
      const holdUntil = formatInstant(addDuration(parseInstant(qualifiedAt), terms.hold, zone));
      events.push({ type: "ReferralQualified", v: 1, at, orderId, qualifiedAt, holdUntil });
    }
  }
  return events;
}

/** The first payment with which enough is paid, after all that was refunded since. */
function qualifiedSince(order: ReferralOrder, state: ReferralState): string | null {
  if (order.qualifiesFrom === null || order.at < (state.boundAt as string)) return null;
  const scale = decimalsOf(order.paidNet);
  const whole = parseMinorUnits(order.paidNet, scale);
  const needed = parseMinorUnits(order.qualifiesFrom, scale) + refundedOf(order, state, scale);
  const enough = order.payments
    .filter(({ paid }) => Math.min(paid === null ? whole : parseMinorUnits(paid, scale), whole) >= needed)
    .map(({ at }) => at);
  return enough.reduce<string | null>((first, at) => (first === null || at < first ? at : first), null);
}

function confirmation(state: ReferralState, at: string): readonly ReferralEvent[] {
  const [first] = qualifyingOrders(state);
  const stands = first !== undefined && state.voided === null && (first.holdUntil as string) <= at;
  if (state.confirmed) return stands ? [] : [{ type: "ReferralUndone", v: 1, at }];
  return stands && state.review !== "open" ? [{ type: "ReferralConfirmed", v: 1, at }] : [];
}

function rewardMoves(state: ReferralState, terms: ReferralTerms, zone: Zone, at: string): readonly ReferralEvent[] {
  const claims = new Map(claimsOf(state, terms, zone).map((claim) => [claim.id, claim]));
  const events: ReferralEvent[] = [];
  const left = new Map<string, number>();
  const times = new Map<string, number>();
  for (const [grantId, grant] of Object.entries(state.grants).reverse()) {
    const id = claimId(state, terms, grant);
    times.set(id, (times.get(id) ?? 0) + 1);
    const claim = claims.get(id);
    // What was given last is taken back first.
    const kept = Math.min(grant.left, Math.max(0, (claim?.units ?? 0) - (left.get(id) ?? 0)));
    left.set(id, (left.get(id) ?? 0) + kept);
    if (kept < grant.left) events.push(reversed(grantId, grant, grant.left - kept, at));
  }
  // Less is taken back at once; more is given when the hold has passed and no review is open.
  for (const { id, reward, order, units } of claims.values()) {
    const more = units - (left.get(id) ?? 0);
    const due = state.review !== "open" && (order.holdUntil as string) <= at;
    if (due && more > 0) events.push(granted(state, id, times.get(id) ?? 0, reward, order, more, at));
  }
  return events;
}

function granted(
  state: ReferralState,
  id: string,
  before: number,
  { id: rewardId, for: side, reward }: ReferralReward,
  order: ReferralOrder,
  units: number,
  at: string,
): ReferralEvent {
  const grantId = before === 0 ? id : `${id}:${before + 1}`;
  const customerId = (side === "referrer" ? state.referrerId : state.refereeId) as string;
  const value: RewardValue = reward.kind === "percentage" ? creditOf(units, order.currency) : reward;
  const key = `${grantId}:grant`;
  const instruction = { key, grantId, action: "grant", customerId, side, rewardId, reward: value } as const;
  return { type: "RewardGranted", v: 1, at, instruction, orderId: order.orderId, units };
}

function reversed(grantId: string, grant: ReferralGrant, units: number, at: string): ReferralEvent {
  const { orderId, customerId, side, rewardId, reward, reversals } = grant;
  const value = reward.kind === "credit" && units < grant.units ? creditOf(units, reward.value.currency) : reward;
  const key = `${grantId}:reverse${reversals === 0 ? "" : `:${reversals + 1}`}`;
  const instruction = { key, grantId, action: "reverse", customerId, side, rewardId, reward: value } as const;
  return { type: "RewardReversed", v: 1, at, instruction, orderId, units };
}

const creditOf = (units: number, currency: string): RewardValue => ({
  kind: "credit",
  value: { amount: formatMinorUnits(units, currencyDecimals(currency)), currency },
});
