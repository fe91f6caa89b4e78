import { currencyDecimals, parseMinorUnits } from "../../core/index.js";
import { earnByOrder } from "../earning/earn-by-order.js";
import { lotTimes } from "../program/lot-times.js";
import type { PointType } from "../program/loyalty-program.js";
import type { ReadyProgram } from "../program/ready-program.js";
import type { MemberHistory, MemberRun, PointChange } from "./run-member.js";

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
 * A member who only buys, under a programme whose orders stand apart: what `runMember` gives, order by order and without an account, by the
 * same reckoning of points and instants. Undefined for a member with a refund, or with an order that came twice.
 */
export function runApart(
  { customerId, transactions }: MemberHistory,
  ready: ReadyProgram,
  asOf: number,
): MemberRun | undefined {
  const { mainType, program, zone } = ready;
  const type = ready.types.get(mainType) as PointType;
  const currency = program.redemption?.worth.currency;
  const changes: PointChange[] = [];
  const run = { orders: 0, ordersEarningNothing: 0, lostToRounding: 0, netSales: 0, refused: 0 };
  const ids = new Set<string>();
  for (const { row } of transactions) {
    if (row.kind === "refund" || ids.has(row.id)) return undefined;
    ids.add(row.id);
    run.orders++;
    if (row.currency === currency) run.netSales += parseMinorUnits(row.amount, currencyDecimals(row.currency));
    const earning = earnByOrder(row, ready, undefined);
    if ("currency" in earning) run.refused++;
    const main =
      "currency" in earning ? undefined : earning.basis.types.find(({ pointType }) => pointType === mainType);
    if (main === undefined || "currency" in earning || main.points === 0) run.ordersEarningNothing++;
    if (main === undefined || "currency" in earning) continue;
    run.lostToRounding += earning.lost;
    if (main.points === 0) continue;
    changes.push({ at: earning.at, issued: main.points, redeemed: 0, expired: 0 });
    const { expiresAt } = lotTimes(type, earning.at, zone);
    if (expiresAt !== null && expiresAt <= asOf) {
      changes.push({ at: expiresAt, issued: 0, redeemed: 0, expired: main.points });
    }
  }
  return { customerId, tier: "", ...run, changes };
}
