import { MICRO } from "../../model/shared.js";
import type { Measure, PurchaseCalendar } from "../customer-base.js";
import { rowOfDay } from "../rows/row-of-day.js";
import { type CalendarRows, filledColumn, type SumColumn, unstatedColumn } from "../rows/sparse-rows.js";
import type { BaseParts } from "./base-parts.js";
import { isFullyRefunded, type LinkedOrder } from "./linked-order.js";
import { once } from "./once.js";

/** The calendar as others see it: without guests, and without orders that are fully refunded by now. */
export function calendarView(parts: BaseParts): PurchaseCalendar {
  const { calendar, customerIds, linked, rules } = parts;
  const rows = calendar.offsets[customerIds.length] as number;
  const { placed, refunds, grossMinor, refundedMinor } = calendar.columns;
  const undone = linked.filter((order) => order.customer < customerIds.length && isFullyRefunded(order));
  const filledRefunds = once(() => filledColumn(refunds.subarray(0, rows), rows));
  const filledRefundedMinor = once(() => filledColumn(refundedMinor.subarray(0, rows), rows));
  const measures: Record<string, SumColumn> = {};
  const unstated: Record<string, SumColumn> = {};
  for (const measure of rules.measures) {
    const column = (calendar.columns[measure] as SumColumn).subarray(0, rows);
    const missing = (calendar.columns[unstatedColumn(measure)] as SumColumn).subarray(0, rows);
    measures[measure] = measureView(measure, column, calendar, undone);
    unstated[measure] =
      measure === "online" ? less(missing, calendar, undone, (order) => order.online === -1) : missing;
  }
  return {
    offsets: calendar.offsets.subarray(0, customerIds.length + 1),
    days: calendar.days.subarray(0, rows),
    orders: less(placed.subarray(0, rows), calendar, undone, () => true),
    get refunds() {
      return filledRefunds();
    },
    grossMinor: grossMinor.subarray(0, rows),
    get refundedMinor() {
      return filledRefundedMinor();
    },
    measures,
    unstated,
  };
}

function measureView(
  measure: Measure,
  column: SumColumn,
  calendar: CalendarRows,
  undone: readonly LinkedOrder[],
): SumColumn {
  if (measure === "quantity") return column.map((micro) => micro / MICRO);
  return measure === "online" ? less(column, calendar, undone, (order) => order.online === 1) : column;
}

/** The column less one for every order that is undone and counts in it. */
function less<Column extends SumColumn>(
  column: Column,
  calendar: CalendarRows,
  undone: readonly LinkedOrder[],
  counts: (order: LinkedOrder) => boolean,
): Column {
  if (undone.length === 0) return column;
  const left = column.slice() as Column;
  for (const order of undone) {
    if (!counts(order)) continue;
    const row = rowOfDay(calendar, order.customer, order.day);
    left[row] = (left[row] as number) - 1;
  }
  return left;
}
