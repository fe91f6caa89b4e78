import { formatMinorUnits } from "../../core/index.js";
import type { PurchaseTotals } from "../customer-base.js";
import { exactSum } from "../rows/exact-sum.js";
import type { BaseParts } from "./base-parts.js";
import { isFullyRefunded } from "./linked-order.js";

/** Sums over the customers `from` to `to`, exclusive. */
export function purchaseTotals(parts: BaseParts, from: number, to: number): PurchaseTotals {
  const { calendar, linked, rules } = parts;
  const { placed, refunds, grossMinor, refundedMinor } = calendar.columns;
  const start = calendar.offsets[from] as number;
  const end = calendar.offsets[to] as number;
  const gross = exactSum(grossMinor, start, end);
  const refunded = refundedMinor.length === 0 ? 0n : exactSum(refundedMinor, start, end);
  let undone = 0;
  for (const order of linked) {
    if (order.customer >= from && order.customer < to && isFullyRefunded(order)) undone++;
  }
  return {
    orders: countSum(placed, start, end) - undone,
    refunds: refunds.length === 0 ? 0 : countSum(refunds, start, end),
    gross: formatMinorUnits(gross, rules.scale),
    refunded: formatMinorUnits(refunded, rules.scale),
    net: formatMinorUnits(gross - refunded, rules.scale),
  };
}

function countSum(column: Int32Array, from: number, to: number): number {
  let count = 0;
  for (let row = from; row < to; row++) count += column[row] as number;
  return count;
}
