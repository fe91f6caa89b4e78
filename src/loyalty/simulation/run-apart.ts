import { currencyDecimals, parseDuration, parseMinorUnits } from "../../core/index.js";
import type { Transaction } from "../../model/index.js";
import { earnByOrder } from "../earning/earn-by-order.js";
import { type PlainPoints, plainPoints } from "../earning/plain-points.js";
import { lotTimes } from "../program/lot-times.js";
import type { PointType } from "../program/loyalty-program.js";
import type { ReadyProgram } from "../program/ready-program.js";
import { type MemberHistory, type MemberRun, type PointChange, type Redeeming, redeemable } from "./run-member.js";

/** Whether no order of a programme depends on what was before it: no tier, cap, carried remainder or expiry with inactivity. */
export function ordersStandApart({ program, types }: ReadyProgram): boolean {
  const { caps = [], rounding } = program.earning;
  return (
    program.tiers === undefined &&
    caps.every(({ per }) => per === "order") &&
    rounding?.remainder !== "carry" &&
    [...types.values()].every(({ expiry }) => expiry?.type !== "inactivity")
  );
}

/**
 * Members who only buy and redeem, under a programme whose orders stand apart: what `runMember` gives, order by order and without an account,
 * by the same reckoning of points and instants. Undefined for a member with a refund, or with an order that came twice.
 */
export function runningApart(
  ready: ReadyProgram,
  asOf: number,
): (member: MemberHistory, redeeming: Redeeming) => MemberRun | undefined {
  const { mainType, program } = ready;
  const type = ready.types.get(mainType) as PointType;
  const isFifo = ready.isFifo(mainType);
  const currency = program.redemption?.worth.currency;
  const plain = plainPoints(ready);
  const expiresAfter = expiries(ready);
  /** Undefined where the order earns nothing that is counted; "refused" where its currency has no rate. */
  const earned = (row: Transaction, at: number): PlainPoints | "refused" | undefined => {
    const told = plain?.(row, at);
    if (told !== undefined) return told;
    const earning = earnByOrder(row, ready, undefined);
    if ("currency" in earning) return "refused";
    const main = earning.basis.types.find(({ pointType }) => pointType === mainType);
    return main && { points: main.points, lost: earning.lost };
  };
  return ({ customerId, transactions }, { share, moments }) => {
    const changes: PointChange[] = [];
    const run = { orders: 0, ordersEarningNothing: 0, lostToRounding: 0, netSales: 0, refused: 0 };
    if (transactions.some(({ row }) => row.kind === "refund") || cameTwice(transactions)) return undefined;
    const lots: Lot[] = [];
    let [next, first] = [0, 0];
    const redeemsBefore = (end: number): void => {
      for (; next < moments.length && moments[next]! < end; next++) {
        const at = moments[next]!;
        while (first < lots.length && lots[first]!.left === 0) first++;
        const active: Lot[] = [];
        let available = 0;
        for (let index = first; index < lots.length; index++) {
          const lot = lots[index]!;
          if (lot.left === 0 || lot.activeAt > at || at >= lot.expiresAt) continue;
          available += lot.left;
          active.push(lot);
        }
        const redeemed = redeemable(available, share, program);
        if (redeemed === 0) continue;
        changes.push({ at, issued: 0, redeemed, expired: 0 });
        // Lots stand by their age, and a sort keeps it among those that expire together.
        if (!isFifo) active.sort((a, b) => (a.expiresAt === b.expiresAt ? 0 : a.expiresAt - b.expiresAt));
        let open = redeemed;
        for (let index = 0; open > 0; index++) {
          const lot = active[index]!;
          const taken = Math.min(open, lot.left);
          lot.left -= taken;
          open -= taken;
        }
      }
    };
    for (const { at, row } of transactions) {
      redeemsBefore(at);
      run.orders++;
      if (row.currency === currency) run.netSales += parseMinorUnits(row.amount, currencyDecimals(row.currency));
      const found = earned(row, at);
      if (found === "refused") run.refused++;
      const { points, lost } = typeof found === "object" ? found : { points: 0, lost: 0 };
      run.lostToRounding += lost;
      if (points === 0) {
        run.ordersEarningNothing++;
        continue;
      }
      changes.push({ at, issued: points, redeemed: 0, expired: 0 });
      const activeAt = type.pending === undefined ? at : (lotTimes(type, at, ready.zone).activeAt ?? Infinity);
      lots.push({ activeAt, expiresAt: expiresAfter(at) ?? Infinity, left: points });
    }
    redeemsBefore(Infinity);
    for (const { left, expiresAt } of lots) {
      if (left > 0 && expiresAt <= asOf) changes.push({ at: expiresAt, issued: 0, redeemed: 0, expired: left });
    }
    return { customerId, tier: "", ...run, changes };
  };
}

interface Lot {
  readonly activeAt: number;
  readonly expiresAt: number;
  left: number;
}

/** Whether two orders have one id: few are compared each with each, a set is made for many. */
function cameTwice(transactions: MemberHistory["transactions"]): boolean {
  if (transactions.length > 12) return new Set(transactions.map(({ row }) => row.id)).size < transactions.length;
  return transactions.some(({ row }, index) => {
    for (let before = 0; before < index; before++) if (transactions[before]?.row.id === row.id) return true;
    return false;
  });
}

/** When points of the main type expire that were earned at an instant: once for each local day, where that is all it depends on. */
function expiries({ types, mainType, zone }: ReadyProgram): (at: number) => number | null {
  const type = types.get(mainType) as PointType;
  const { expiry } = type;
  const isByDay = expiry?.through !== undefined && parseDuration(expiry.after).unit !== "hours";
  if (!isByDay) return (at) => lotTimes(type, at, zone).expiresAt;
  const known = new Map<number, number | null>();
  return (at) => {
    const day = zone.dayAt(at);
    let expiresAt = known.get(day);
    if (expiresAt === undefined) known.set(day, (expiresAt = lotTimes(type, at, zone).expiresAt));
    return expiresAt;
  };
}
