import type { MaybeColumn } from "../../core/index.js";
import type { PurchaseCalendar, SummaryColumns } from "../customer-base.js";
import type { CalendarRows } from "../rows/sparse-rows.js";

/** Everything a customer's row tells, from the calendar, in one pass. */
export function summaryColumns(calendar: PurchaseCalendar, { columns }: CalendarRows): SummaryColumns {
  const size = calendar.offsets.length - 1;
  const { offsets, days: allDays, orders: allOrders } = calendar;
  const { grossMinor: allGross, refundedMinor: allRefunded } = columns;
  const hasRefunds = allRefunded.length > 0;
  const summary = emptySummary(size, hasRefunds);
  const { orders, purchaseDays, grossMinor, refundedMinor, netMinor } = summary;
  const { values: firstDay, known: bought } = summary.firstDay;
  const { values: lastDay } = summary.lastDay;
  for (let customer = 0; customer < size; customer++) {
    const end = offsets[customer + 1]!;
    let count = 0;
    let days = 0;
    let gross = 0;
    let refunded = 0;
    for (let row = offsets[customer]!; row < end; row++) {
      gross += allGross[row]!;
      if (hasRefunds) refunded += allRefunded[row]!;
      const ordersOfDay = allOrders[row]!;
      if (ordersOfDay === 0) continue;
      count += ordersOfDay;
      if (days++ === 0) firstDay[customer] = allDays[row]!;
      lastDay[customer] = allDays[row]!;
    }
    orders[customer] = count;
    purchaseDays[customer] = days;
    bought[customer] = days > 0 ? 1 : 0;
    grossMinor[customer] = gross;
    if (refunded > 0) refundedMinor[customer] = refunded;
    netMinor[customer] = gross - refunded;
  }
  return summary;
}

/** Columns that are being filled. */
type GrowingSummary = {
  readonly [Name in keyof SummaryColumns]: SummaryColumns[Name] extends MaybeColumn
    ? { readonly values: Int32Array; readonly known: Uint8Array }
    : Int32Array | Float64Array;
};

/** Nothing refunded, nothing to fetch and clear memory for: then net is gross. */
export function emptySummary(size: number, hasRefunds: boolean): GrowingSummary {
  const known = new Uint8Array(size);
  const grossMinor = new Float64Array(size);
  return {
    purchaseDays: new Int32Array(size),
    orders: new Int32Array(size),
    firstDay: { values: new Int32Array(size), known },
    lastDay: { values: new Int32Array(size), known },
    grossMinor,
    refundedMinor: new Float64Array(size),
    netMinor: hasRefunds ? new Float64Array(size) : grossMinor,
  };
}
