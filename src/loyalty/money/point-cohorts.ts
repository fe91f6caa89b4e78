import {
  type Assessed,
  type Day,
  formatDay,
  type InstantInput,
  known,
  parseInstant,
  startOfPeriod,
  unknown,
  zoneOf,
} from "../../core/index.js";
import { anything, checkOptions, itemsOf, parseMoment, requireList, text } from "../../core/shared.js";
import { evolveState } from "../account/evolve.js";
import type { StoredLoyaltyEvent } from "../account/loyalty-event.js";
import { emptyState, type LoyaltyState } from "../account/loyalty-state.js";
import { eachFrom } from "../account/sequence.js";
import { expiryOf } from "../account/settle.js";
import type { Points } from "../program/loyalty-program.js";
import { onlyType } from "../reads/points-balance.js";

/** The points of one month and what became of them: issued = redeemed + expired + clawed + otherwise gone + outstanding. */
export interface PointCohort {
  /** Its first day. */
  readonly month: Day;
  readonly issued: Points;
  readonly redeemed: Points;
  readonly expired: Points;
  readonly clawed: Points;
  readonly outstanding: Points;
}

/** As of when, by whose months, and of which points. */
export interface PointCohortOptions {
  readonly at: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  readonly pointType?: string | undefined;
}

/**
 * Points by the month in which they were earned, and what became of them by an instant: what breakage is estimated from. Takes the events of each account from
 * its first; debts paid count as clawed back. Points that were moved to another account are issued on both and gone on neither side's redemptions.
 * @throws INVALID_OPTIONS, INVALID_INSTANT
 * @example
 * import { adjustPoints, defineLoyaltyProgram, emptyAccount, pointCohorts } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 1 } } }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 * });
 * const given = adjustPoints(emptyAccount(program), { key: "g", at: "2026-05-01T00:00:00Z", points: 50, reason: "gift" }, program);
 * pointCohorts([given.events], { at: "2026-07-01" }).map(({ month, issued, expired }) => [month, issued, expired]); // => [["2026-05-01", 50, 50]]
 * @category The money side
 */
export function pointCohorts(
  histories: Iterable<Iterable<StoredLoyaltyEvent>>,
  options: PointCohortOptions,
): readonly PointCohort[] {
  checkOptions<PointCohortOptions>(options, { at: anything, timeZone: text, pointType: text }, ["at"]);
  const { timeZone = "UTC" } = options;
  const zone = zoneOf(timeZone);
  const at = parseMoment(options.at, { timeZone, dayAs: "end", path: ["at"] });
  const cohorts = new Map<
    number,
    { issued: number; redeemed: number; expired: number; clawed: number; outstanding: number }
  >();
  requireList(histories, "histories");
  for (const events of histories) {
    const { state, redeemed, clawed } = followed(events, at);
    const pointType = options.pointType ?? onlyType(state);
    eachFrom(state.lots, 0, (lot, index) => {
      if (lot.pointType !== pointType || lot.earnedAt > at) return;
      const month = startOfPeriod(zone.dayAt(lot.earnedAt), "month");
      const sums = cohorts.get(month) ?? { issued: 0, redeemed: 0, expired: 0, clawed: 0, outstanding: 0 };
      const isGone = expiryOf(lot, state) <= at;
      sums.issued += lot.opened;
      sums.redeemed += redeemed.get(index) ?? 0;
      sums.clawed += clawed.get(index) ?? 0;
      sums.expired += lot.expired + (isGone ? lot.remaining : 0);
      sums.outstanding += isGone ? 0 : lot.remaining;
      cohorts.set(month, sums);
    });
  }
  return [...cohorts].sort(([a], [b]) => a - b).map(([month, sums]) => ({ month: formatDay(month), ...sums }));
}

/** The state by an instant, and what was taken of each lot and why. */
function followed(events: Iterable<StoredLoyaltyEvent>, at: number) {
  const [redeemed, clawed] = [new Map<number, number>(), new Map<number, number>()];
  const add = (sums: Map<number, number>, shares: readonly { lot: number; points: number }[], sign = 1): void => {
    for (const { lot, points } of shares) sums.set(lot, (sums.get(lot) ?? 0) + sign * points);
  };
  let state: LoyaltyState = emptyState;
  for (const { event } of itemsOf(events, "histories", "a stored event", "event")) {
    if (parseInstant(event.at) > at) break;
    if (event.type === "PointsRedeemed" || event.type === "HoldCommitted") add(redeemed, event.allocations);
    if (event.type === "RedemptionReversed") add(redeemed, [...event.allocations, ...event.expired], -1);
    if (event.type === "PointsClawedBack") for (const { allocations } of event.taken) add(clawed, allocations);
    if (event.type === "DebtSettled") add(clawed, event.allocations);
    state = evolveState(state, event);
  }
  return { state, redeemed, clawed };
}

/**
 * The share of points that was never redeemed, of the months of which nothing is outstanding any more: expired ÷ (issued − clawed back). Unknown where there
 * is none such; what is still outstanding tells nothing yet.
 * @example
 * import { breakageRate } from "clientele/loyalty";
 * const cohort = { month: "2025-01-01", issued: 1000, redeemed: 700, expired: 200, clawed: 100, outstanding: 0 };
 * const rate = breakageRate([cohort, { ...cohort, month: "2026-01-01", expired: 0, outstanding: 200 }]);
 * rate.status === "known" && rate.value; // ≈ 0.2222
 * @category The money side
 */
export function breakageRate(cohorts: Iterable<PointCohort>): Assessed<number> {
  let [kept, expired] = [0, 0];
  for (const cohort of itemsOf(
    cohorts,
    "cohorts",
    "a cohort of pointCohorts",
    "issued",
    "clawed",
    "expired",
    "outstanding",
  )) {
    if (cohort.outstanding > 0) continue;
    kept += cohort.issued - cohort.clawed;
    expired += cohort.expired;
  }
  return kept === 0 ? unknown(["cohorts"]) : known(expired / kept);
}
