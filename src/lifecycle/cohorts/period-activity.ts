import type { CustomerBase } from "../../history/index.js";
import type { PeriodGrid } from "./period-grid.js";

/** What one customer did in one period; net may be below zero. */
export interface PeriodActivity {
  readonly period: number;
  readonly orders: number;
  readonly netMinor: number;
}

/**
 * Visits every customer who bought, with the period of the first purchase and everything from then on, periods ascending. Periods without
 * a record are left out; one with refunds alone has `orders` 0. Answers the net that lies before first purchases and of those without any.
 */
export function eachBuyer(
  base: CustomerBase,
  grid: PeriodGrid,
  visit: (cohort: number, activity: readonly PeriodActivity[]) => void,
): { readonly withoutPurchase: number; readonly netOutside: readonly number[] } {
  const { offsets, days, orders, grossMinor, refundedMinor } = base.calendar;
  const { firstDay } = base.columns;
  const netOutside: number[] = [];
  let withoutPurchase = 0;
  for (let customer = 0; customer < base.size; customer++) {
    const bought = firstDay.known[customer] === 1;
    const cohort = bought ? grid.numberOf(firstDay.values[customer]!) : Number.POSITIVE_INFINITY;
    if (!bought) withoutPurchase++;
    const activity: { period: number; orders: number; netMinor: number }[] = [];
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
      const period = grid.numberOf(days[row]!);
      const netMinor = grossMinor[row]! - refundedMinor[row]!;
      const last = activity.at(-1);
      if (!(period >= cohort)) netOutside.push(netMinor);
      else if (last?.period === period) {
        last.orders += orders[row]!;
        last.netMinor += netMinor;
      } else activity.push({ period, orders: orders[row]!, netMinor });
    }
    if (bought) visit(cohort, activity);
  }
  return { withoutPurchase, netOutside };
}
