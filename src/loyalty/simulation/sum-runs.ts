import {
  currencyDecimals,
  formatDay,
  formatInstant,
  formatMinorUnits,
  known,
  type Money,
  parseMinorUnits,
  type Reason,
  startOfPeriod,
  unknown,
} from "../../core/index.js";
import { pointsWorth } from "../money/points-liability.js";
import type { Points } from "../program/loyalty-program.js";
import type { ReadyProgram } from "../program/ready-program.js";
import type { LoyaltySimulation, SimulationAssumptions } from "./loyalty-simulation.js";
import type { MemberRun } from "./run-member.js";

/** Everything together: by month, by class, by tier. */
export function summed(
  runs: readonly MemberRun[],
  ready: ReadyProgram,
  asOf: number,
  { groups, marginRate }: SimulationAssumptions,
  ignored: readonly Reason[],
): LoyaltySimulation {
  const { currency } = pointsWorth(0, ready, 0);
  const scale = currencyDecimals(currency);
  const minorOf = (points: Points): number => parseMinorUnits(pointsWorth(points, ready, 0).amount, scale);
  const money = (minor: number): Money => ({ amount: formatMinorUnits(minor, scale), currency });
  const all = { orders: 0, issued: 0, redeemed: 0, expired: 0, outstanding: 0, nothing: 0, lost: 0, sales: 0 };
  const tiers = new Map<string, number>();
  const byGroup = new Map<string, { members: number; issued: number; spent: number; left: number }>();
  const months = new Map<number, { issued: number; redeemed: number; expired: number }>();
  const monthsOfDays = new Map<number, number>();
  const monthOf = (day: number): number => {
    let month = monthsOfDays.get(day);
    if (month === undefined) monthsOfDays.set(day, (month = startOfPeriod(day, "month")));
    return month;
  };
  let refused = 0;
  for (const run of runs) {
    all.orders += run.orders;
    all.nothing += run.ordersEarningNothing;
    all.lost += run.lostToRounding;
    all.sales += run.netSales;
    refused += run.refused;
    const group = groups?.get(run.customerId) ?? "";
    const own = byGroup.get(group) ?? { members: 0, issued: 0, spent: 0, left: 0 };
    own.members++;
    for (const { at, issued, redeemed, expired } of run.changes) {
      all.issued += issued;
      all.redeemed += redeemed;
      all.expired += expired;
      own.issued += issued;
      own.spent += redeemed;
      own.left += issued - redeemed - expired;
      const month = monthOf(ready.zone.dayAt(at));
      let sums = months.get(month);
      if (sums === undefined) months.set(month, (sums = { issued: 0, redeemed: 0, expired: 0 }));
      sums.issued += issued;
      sums.redeemed += redeemed;
      sums.expired += expired;
    }
    byGroup.set(group, own);
    if (ready.tiers !== undefined) tiers.set(run.tier, (tiers.get(run.tier) ?? 0) + 1);
  }
  all.outstanding = all.issued - all.redeemed - all.expired;
  const liability = minorOf(Math.max(0, all.outstanding));
  const cost = minorOf(all.redeemed) + liability;
  const costShare = all.sales > 0 ? cost / all.sales : 0;
  let open = 0;
  return {
    members: runs.length,
    orders: all.orders,
    issued: all.issued,
    redeemed: all.redeemed,
    expired: all.expired,
    outstanding: all.outstanding,
    liability: money(liability),
    cost: money(cost),
    costShare,
    tiers: Object.fromEntries(tiers),
    ordersEarningNothing: all.nothing,
    lostToRounding: String(Math.round(all.lost * 1e6) / 1e6),
    breakEvenUplift:
      marginRate === undefined || marginRate <= costShare
        ? unknown(["marginRate"])
        : known(costShare / (marginRate - costShare)),
    byGroup: [...byGroup]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, { members, issued, spent, left }]) => ({
        group,
        members,
        issued,
        cost: money(minorOf(spent) + minorOf(Math.max(0, left))),
      })),
    overTime: [...months]
      .sort(([a], [b]) => a - b)
      .map(([month, sums]) => {
        open += sums.issued - sums.redeemed - sums.expired;
        return { month: formatDay(month), ...sums, liability: money(minorOf(Math.max(0, open))) };
      }),
    warnings: [
      { code: "loyalty.behaviour-unchanged", params: { asOf: formatInstant(asOf) } },
      ...ignored,
      ...(refused === 0 ? [] : [{ code: "loyalty.order-not-counted", params: { orders: refused, why: "refused" } }]),
    ],
  };
}
