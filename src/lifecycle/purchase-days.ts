import type { Column, DayNumber } from "../core/index.js";
import type { PurchaseCalendar } from "../history/index.js";

/** Each customer's days with an order, ascending, in compressed sparse rows: a day with refunds alone is no purchase. */
export interface PurchaseDays {
  readonly offsets: Column;
  readonly days: Column<DayNumber>;
}

/** The purchase days of a calendar. */
export function purchaseDays({ offsets, days, orders }: PurchaseCalendar): PurchaseDays {
  const kept = new Int32Array(days.length);
  const starts = new Int32Array(offsets.length);
  let count = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
      if (orders[row]! > 0) kept[count++] = days[row]!;
    }
    starts[customer + 1] = count;
  }
  return { offsets: starts, days: kept.subarray(0, count) };
}

/** The gaps between the purchase days in the rows `from` to `to`, exclusive. */
export function gapsBetween(days: Column<DayNumber>, from: number, to: number): Int32Array {
  const gaps = new Int32Array(Math.max(0, to - from - 1));
  for (let index = 0; index < gaps.length; index++) gaps[index] = days[from + index + 1]! - days[from + index]!;
  return gaps;
}
