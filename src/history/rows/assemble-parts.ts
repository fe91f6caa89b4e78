import type { BaseParts } from "../base/base-parts.js";
import { compareLinkedOrders } from "../base/linked-order.js";
import { requireSafeSums } from "../base/require-safe-sums.js";
import type { PurchaseEntries } from "../reading/purchase-entries.js";
import type { PurchaseRecords } from "../reading/purchase-records.js";
import type { ReadRules } from "../reading/read-rules.js";
import { mergeRows } from "./merge-rows.js";
import { orderRows } from "./order-rows.js";
import { upTo } from "./sort-rows.js";
import { type CalendarRows, type RowKeys, type SumColumn, zerosLike } from "./sparse-rows.js";
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
    calendar: calendarOf(records, everyone),
    dimensions: records.dimensionOf(position, everyone),
    linked: records.linked.map((order) => ({ ...order, customer: position(order.customer) })).sort(compareLinkedOrders),
    setAside: records.setAside,
    afterAsOf: records.afterAsOf,
  });
}

function calendarOf({ orders, refunds, customers }: PurchaseRecords, everyone: number): CalendarRows {
  const ordered = isWithoutMeasures(orders) ? orderRows(orders, customers.positions, everyone) : undefined;
  if (ordered === undefined) return summedRows(orders, refunds, customers.positions, everyone);
  if (refunds.days.length === 0) return ordered;
  const nothing: PurchaseEntries = { ...refunds, customers: NONE, days: NONE, minor: new Float64Array(0) };
  const refunded = summedRows(nothing, refunds, customers.positions, everyone);
  const all = upTo(everyone);
  return mergeRows({ rows: ordered, customers: all }, { rows: refunded, customers: all });
}

const NONE = new Int32Array(0);
const isWithoutMeasures = ({ measures }: PurchaseEntries): boolean => Object.keys(measures).length === 0;

function summedRows(
  orders: PurchaseEntries,
  refunds: PurchaseEntries,
  positions: Int32Array,
  everyone: number,
): CalendarRows {
  const keys: RowKeys = {
    customers: joined(orders.customers, refunds.customers).map((code) =>
      code < 0 ? everyone - 1 : (positions[code] as number),
    ),
    days: joined(orders.days, refunds.days),
    values: undefined,
  };
  const length = keys.days.length;
  const grossMinor = new Float64Array(length);
  const refundedMinor = new Float64Array(length);
  grossMinor.set(orders.minor);
  refundedMinor.set(refunds.minor, orders.days.length);
  const measures = Object.keys(orders.measures).map((name) => [name, joinedMeasure(orders, refunds, name)]);
  return sumRows(everyone, keys, {
    placed: new Int32Array(length).fill(1, 0, orders.days.length),
    refunds: new Int32Array(length).fill(1, orders.days.length),
    grossMinor,
    refundedMinor,
    ...Object.fromEntries(measures),
  });
}

function joinedMeasure(orders: PurchaseEntries, refunds: PurchaseEntries, name: string): SumColumn {
  return joined(orders.measures[name] as SumColumn, refunds.measures[name] as SumColumn);
}

function joined<T extends SumColumn>(a: T, b: T): T {
  const both = zerosLike(a, a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
