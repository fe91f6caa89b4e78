import type { BaseParts } from "./base-parts.js";
import { compareLinkedOrders } from "./linked-order.js";
import type { PurchaseEntries } from "./purchase-entries.js";
import type { PurchaseRecords } from "./purchase-records.js";
import type { ReadRules } from "./read-rules.js";
import { requireSafeSums } from "./require-safe-sums.js";
import type { CalendarColumns, CalendarRows, RowKeys, SumColumn } from "./sparse-rows.js";
import { sumRows } from "./sum-rows.js";

/** Gives customers their positions and adds everything up by customer and day. */
export function assembleParts(records: PurchaseRecords, rules: ReadRules): BaseParts {
  const { customerIds, positions } = records.customers;
  const everyone = customerIds.length + 1;
  const position = (code: number): number => (code < 0 ? customerIds.length : (positions[code] as number));
  const listed = new Uint8Array(customerIds.length);
  for (const code of records.listed) listed[position(code)] = 1;
  return requireSafeSums({
    rules: {
      timeZone: rules.zone.timeZone,
      currency: records.currency,
      scale: records.scale,
      refunds: rules.refunds,
      measures: rules.measures,
      dimensions: rules.dimensions,
    },
    asOf: rules.asOf,
    asOfDay: rules.asOfDay,
    customerIds,
    listed,
    calendar: calendarOf(records, position, everyone),
    dimensions: records.dimensionOf(position, everyone),
    linked: records.linked.map((order) => ({ ...order, customer: position(order.customer) })).sort(compareLinkedOrders),
    setAside: records.setAside,
    afterAsOf: records.afterAsOf,
  });
}

function calendarOf(
  { orders, refunds }: PurchaseRecords,
  position: (code: number) => number,
  everyone: number,
): CalendarRows {
  const keys: RowKeys = {
    customers: joined(orders.customers, refunds.customers).map(position),
    days: joined(orders.days, refunds.days),
    values: undefined,
  };
  const length = keys.days.length;
  const columns: Record<string, SumColumn> = {
    placed: new Int32Array(length).fill(1, 0, orders.days.length),
    refunds: new Int32Array(length).fill(1, orders.days.length),
    grossMinor: new Float64Array(length),
    refundedMinor: new Float64Array(length),
  };
  columns.grossMinor?.set(orders.minor);
  columns.refundedMinor?.set(refunds.minor, orders.days.length);
  for (const name of Object.keys(orders.measures)) columns[name] = joinedMeasure(orders, refunds, name);
  return sumRows(everyone, keys, columns as unknown as CalendarColumns);
}

function joinedMeasure(orders: PurchaseEntries, refunds: PurchaseEntries, name: string): SumColumn {
  return joined(orders.measures[name] as SumColumn, refunds.measures[name] as SumColumn);
}

function joined<T extends SumColumn>(a: T, b: T): T {
  const both = (
    a instanceof Int32Array ? new Int32Array(a.length + b.length) : new Float64Array(a.length + b.length)
  ) as T;
  both.set(a);
  both.set(b, a.length);
  return both;
}
