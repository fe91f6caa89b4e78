import {
  currencyDecimals,
  type Day,
  formatDay,
  formatMinorUnits,
  type InstantInput,
  type Money,
  multiplyMoney,
  startOfPeriod,
} from "../../core/index.js";
import { anything, checkOptions, finite, parseMoment, refusal, requireList, text } from "../../core/shared.js";
import { sum } from "../account/changes.js";
import { type LoyaltyAccount, own, requireAccount } from "../account/loyalty-state.js";
import { valueAt } from "../account/sequence.js";
import { openShares } from "../account/settle.js";
import { worthOf } from "../commands/decide-redemptions.js";
import type { LoyaltyProgram, Points } from "../program/loyalty-program.js";
import { type ReadyProgram, readyProgram } from "../program/ready-program.js";
import { settledAt } from "../reads/points-balance.js";

/** When, and how much is never redeemed. */
export interface LiabilityOptions {
  readonly at: InstantInput;
  /** The share of points that will never be redeemed, 0 to 1; default 0. `breakageRate` estimates it. */
  readonly breakage?: number | undefined;
  readonly pointType?: string | undefined;
}

/** What points of one month still owe. */
export interface LiabilityCohort {
  /** The first day of the month in which they were earned. */
  readonly month: Day;
  readonly outstanding: Points;
  readonly liability: Money;
}

/**
 * What a programme owes its members.
 * @category The money side
 */
export interface PointsLiability {
  /** Points that can still be redeemed: active, pending and on hold. */
  readonly outstanding: Points;
  /** Of points earned by sales: deferred revenue. */
  readonly liability: Money;
  /** Of points given for nothing: a provision of cost, not deferred revenue. */
  readonly provision: Money;
  /** What members owe back. */
  readonly owed: Points;
  readonly cohorts: readonly LiabilityCohort[];
}

/**
 * What the points outstanding at an instant are worth, less breakage: by `redemption` of the programme, in exact money. Cohorts are those of sales and
 * promotions together.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS also for a programme that says not what points are worth, INVALID_INSTANT
 * @example
 * import { adjustPoints, defineLoyaltyProgram, emptyAccount, pointsLiability } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 *   redemption: { points: 100, worth: { amount: "1.00", currency: "EUR" } },
 * });
 * const given = adjustPoints(emptyAccount(program), { key: "g", at: "2026-05-01T00:00:00Z", points: 1000, reason: "opening", origin: "sale" }, program);
 * const accounts = given.ok ? [given.state] : [];
 * pointsLiability(accounts, program, { at: "2026-05-02", breakage: 0.2 }).liability; // => { amount: "8.00", currency: "EUR" }
 * @category The money side
 */
export function pointsLiability(
  accounts: Iterable<LoyaltyAccount>,
  program: LoyaltyProgram,
  options: LiabilityOptions,
): PointsLiability {
  checkOptions<LiabilityOptions>(options, { at: anything, breakage: finite({ from: 0, to: 1 }), pointType: text }, [
    "at",
  ]);
  const ready = readyProgram(program);
  const { breakage = 0, pointType = ready.mainType } = options;
  const at = parseMoment(options.at, { timeZone: program.timeZone, dayAs: "end", path: ["at"] });
  const worth = (points: Points): Money => pointsWorth(points, ready, breakage);
  let [sale, promotional, owed] = [0, 0, 0];
  const cohorts = new Map<number, Points>();
  requireList(accounts, "accounts");
  for (const account of accounts) {
    requireAccount(account, ["accounts"]);
    const state = settledAt(account.current, at);
    const count = (index: number, points: Points): void => {
      const lot = valueAt(state.lots, index);
      if (lot.origin === "sale") sale += points;
      else promotional += points;
      const month = startOfPeriod(ready.zone.dayAt(lot.earnedAt), "month");
      cohorts.set(month, (cohorts.get(month) ?? 0) + points);
    };
    for (const { index, lot, expiry } of openShares(state, pointType)) if (expiry > at) count(index, lot.remaining);
    for (const hold of Object.values(state.holds)) {
      if (hold.pointType === pointType && sum(hold.shares) > 0)
        for (const share of hold.shares) count(share.lot, share.points);
    }
    owed += own(state.debts, pointType) ?? 0;
  }
  return {
    outstanding: sale + promotional,
    liability: worth(sale),
    provision: worth(promotional),
    owed,
    cohorts: [...cohorts]
      .sort(([a], [b]) => a - b)
      .map(([month, outstanding]) => ({ month: formatDay(month), outstanding, liability: worth(outstanding) })),
  };
}

/** What points are worth by the programme, less what is never redeemed. */
export function pointsWorth(points: Points, { program }: ReadyProgram, breakage: number): Money {
  const terms = program.redemption;
  if (terms === undefined) {
    const hint = "Say in redemption how much so many points are worth";
    throw refusal("INVALID_OPTIONS", ["program", "redemption"], "what points are worth", undefined, hint);
  }
  if (points === 0) {
    const { currency } = terms.worth;
    return { amount: formatMinorUnits(0, currencyDecimals(currency)), currency };
  }
  return multiplyMoney(worthOf(points, terms), (1 - breakage).toFixed(12));
}
