import {
  addDuration,
  addMonths,
  addPeriods,
  type DayNumber,
  periodIndex,
  startOfPeriod,
  yearsBetween,
  type Zone,
} from "../../core/index.js";
import type { LoyaltyState, Qualifying } from "../account/loyalty-state.js";
import { listed } from "../account/sequence.js";
import type { ReadyProgram, ReadyTiers } from "../program/ready-program.js";

/** Where a member stands at an instant. `level` -1: below the first. */
export interface Standing {
  readonly level: number;
  readonly since: number | undefined;
  readonly validThrough: number | undefined;
  /** What counts in the window of the instant. */
  readonly counted: number;
}

/**
 * The tier at an instant as a function of everything that qualifies, whatever was evaluated when: what became known late counts in its period.
 * Reaching a level raises at once. At the end of its validity a tier is requalified by the period that ended, or falls.
 */
export function standingAt(
  state: LoyaltyState,
  { tiers, zone }: ReadyProgram,
  at: number,
  more: readonly Qualifying[] = [],
): Standing {
  if (tiers === undefined) return { level: -1, since: undefined, validThrough: undefined, counted: 0 };
  const kept = tiers.terms.refunds === "keep-until-valid-through";
  const moments = [...listed(state.qualifying), ...more]
    .map(({ at: orderAt, notedAt, amount }) => ({ at: orderAt, due: kept ? notedAt : orderAt, amount }))
    .filter(({ due }) => due <= at)
    // What a refund takes away counts before what its own moment gives, so that no level is reached in between.
    .sort((a, b) => a.due - b.due || a.amount - b.amount);
  const { window } = tiers.terms;
  if (window.type === "rolling") return rollingStanding(tiers, zone, moments, window.last, at);
  return periodStanding(tiers, zone, netted(moments), at, periodsOf(tiers, zone, state, moments[0]?.at ?? at));
}

interface Moment {
  readonly at: number;
  readonly due: number;
  readonly amount: number;
}

/** Amounts of one instant together: an order with its refunds. */
function netted(moments: readonly Moment[]): readonly Moment[] {
  const net: Moment[] = [];
  for (const moment of moments) {
    const last = net.at(-1);
    if (last !== undefined && last.due === moment.due && last.at === moment.at) {
      net[net.length - 1] = { ...last, amount: last.amount + moment.amount };
    } else net.push(moment);
  }
  return net;
}

interface Periods {
  /** The number of the period that holds an instant. */
  indexAt(instant: number): number;
  startOf(index: number): number;
}

function periodsOf({ terms }: ReadyTiers, zone: Zone, state: LoyaltyState, first: number): Periods {
  const { window } = terms;
  if (window.type === "calendar") {
    const { period } = window;
    const zeroth: DayNumber = startOfPeriod(0, period);
    return {
      indexAt: (instant) => periodIndex(zone.dayAt(instant), period) - periodIndex(zeroth, period),
      startOf: (index) => zone.startOfDay(addPeriods(zeroth, period, index)),
    };
  }
  const joined = zone.dayAt(state.openedAt ?? first);
  return {
    indexAt(instant) {
      const day = zone.dayAt(instant);
      let index = day >= joined ? yearsBetween(joined, day) : -1;
      while (addMonths(joined, 12 * (index + 1)) <= day) index++;
      return index;
    },
    startOf: (index) => zone.startOfDay(addMonths(joined, 12 * index)),
  };
}

function periodStanding(
  tiers: ReadyTiers,
  zone: Zone,
  moments: readonly Moment[],
  at: number,
  periods: Periods,
): Standing {
  const { validThrough, downgrade, grace } = tiers.terms;
  const after = validThrough === "end-of-period" ? 1 : 2;
  const sums = new Map<number, number>();
  let level = -1;
  let since: number | undefined;
  /** The period after the last one for which the tier holds. */
  let ends = 0;
  const endOf = (): number => {
    const end = periods.startOf(ends);
    return grace === undefined ? end : addDuration(end, grace, zone);
  };
  const pass = (instant: number): void => {
    while (level >= 0 && endOf() <= instant) {
      const fallsAt = endOf();
      const reached = Math.max(
        // The period that gave a tier for its own time does not renew it.
        after === 1 ? -1 : levelOf(tiers, sums.get(ends - 1) ?? 0),
        grace === undefined ? -1 : levelOf(tiers, sums.get(ends) ?? 0),
      );
      const next = reached >= level ? level : downgrade === "one-down" ? Math.max(reached, level - 1) : reached;
      if (next !== level) since = fallsAt;
      level = next;
      ends += 1;
    }
  };
  for (const moment of moments) {
    pass(moment.due);
    const period = periods.indexAt(moment.at);
    const amount = (sums.get(period) ?? 0) + moment.amount;
    sums.set(period, amount);
    const reached = levelOf(tiers, amount);
    // A late fact about a period that is over no longer raises, where its tier would have ended meanwhile.
    if (reached < 0 || periods.startOf(period + after) <= moment.due || moment.amount <= 0) continue;
    if (reached > level) {
      level = reached;
      since = moment.due;
      ends = period + after;
    } else if (reached === level) ends = Math.max(ends, period + after);
  }
  pass(at);
  const counted = sums.get(periods.indexAt(at)) ?? 0;
  return { level, since, validThrough: level < 0 ? undefined : endOf(), counted };
}

function rollingStanding(
  tiers: ReadyTiers,
  zone: Zone,
  moments: readonly Moment[],
  last: Parameters<typeof addDuration>[1],
  at: number,
): Standing {
  const { grace, downgrade } = tiers.terms;
  const changes = moments
    .flatMap(({ at: orderAt, due, amount }) => [
      { when: due, amount },
      { when: Math.max(due, addDuration(orderAt, last, zone)), amount: -amount },
    ])
    .filter(({ when }) => when <= at)
    .sort((a, b) => a.when - b.when);
  let [level, counted] = [-1, 0];
  let since: number | undefined;
  let fallsAt: number | undefined;
  const pass = (instant: number): void => {
    while (fallsAt !== undefined && fallsAt <= instant) {
      const reached = levelOf(tiers, counted);
      level = downgrade === "one-down" ? Math.max(reached, level - 1) : reached;
      since = fallsAt;
      fallsAt = level > reached ? addDuration(fallsAt, last, zone) : undefined;
    }
  };
  for (let index = 0; index < changes.length; ) {
    const { when } = changes[index] as { when: number };
    // What changes at one instant changes together; what falls due exactly now falls after it.
    if (fallsAt !== undefined && fallsAt < when) pass(when - 1);
    for (; changes[index]?.when === when; index++) counted += (changes[index] as { amount: number }).amount;
    const reached = levelOf(tiers, counted);
    if (reached > level) {
      level = reached;
      since = when;
    }
    if (reached >= level) fallsAt = undefined;
    else fallsAt ??= grace === undefined ? when : addDuration(when, grace, zone);
    pass(when);
  }
  pass(at);
  return { level, since, validThrough: fallsAt, counted };
}

function levelOf({ levels }: ReadyTiers, amount: number): number {
  let level = -1;
  while (level + 1 < levels.length && (levels[level + 1] as { from: number }).from <= amount) level++;
  return level;
}
