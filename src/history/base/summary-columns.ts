import type { MaybeColumn } from "../../core/index.js";
import type { PurchaseCalendar, SummaryColumns } from "../customer-base.js";
import type { CalendarRows } from "../rows/sparse-rows.js";

/** Everything a customer's row tells, from the calendar, in one pass. */
export function summaryColumns(calendar: PurchaseCalendar, { columns }: CalendarRows): SummaryColumns {
  const size = calendar.offsets.length - 1;
  const { offsets, days: allDays, orders: allOrders } = calendar;
  const { grossMinor: allGross, refundedMinor: allRefunded } = columns;
  const hasRefunds = allRefunded.length > 0;
  const orders = new Int32Array(size);
  const purchaseDays = new Int32Array(size);
  const firstDay = new Int32Array(size);
  const lastDay = new Int32Array(size);
  const bought = new Uint8Array(size);
  const grossMinor = new Float64Array(size);
  const refundedMinor = new Float64Array(size);
  // Nothing refunded, nothing to fetch and clear memory for.
  const netMinor = hasRefunds ? new Float64Array(size) : grossMinor;
  for (let customer = 0; customer < size; customer++) {
    const end = offsets[customer + 1] as number;
    let count = 0;
    let days = 0;
    let gross = 0;
    let refunded = 0;
    for (let row = offsets[customer] as number; row < end; row++) {
      gross += allGross[row] as number;
      if (hasRefunds) refunded += allRefunded[row] as number;
      const ordersOfDay = allOrders[row] as number;
      if (ordersOfDay === 0) continue;
      count += ordersOfDay;
      if (days++ === 0) firstDay[customer] = allDays[row] as number;
      lastDay[customer] = allDays[row] as number;
    }
    orders[customer] = count;
    purchaseDays[customer] = days;
    bought[customer] = days > 0 ? 1 : 0;
    grossMinor[customer] = gross;
    if (!hasRefunds) continue;
    refundedMinor[customer] = refunded;
    netMinor[customer] = gross - refunded;
  }
  const known = (values: Int32Array): MaybeColumn => ({ values, known: bought });
  return {
    orders,
    purchaseDays,
    firstDay: known(firstDay),
    lastDay: known(lastDay),
    grossMinor,
    refundedMinor,
    netMinor,
  };
}
