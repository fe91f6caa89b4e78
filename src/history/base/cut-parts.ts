import { zoneOf } from "../../core/index.js";
import { regroupDimension } from "../rows/regroup-dimension.js";
import { regroupRows } from "../rows/regroup-rows.js";
import type { BaseParts } from "./base-parts.js";
import { compareLinkedOrders } from "./linked-order.js";
import { isLeftOut } from "./set-aside.js";

/** The parts up to the end of a local day, given as its last millisecond. */
export function cutParts(parts: BaseParts, asOf: number): BaseParts {
  const { calendar, customerIds, listed } = parts;
  const lastDay = zoneOf(parts.rules.timeZone).dayAt(asOf);
  const newPosition = new Int32Array(customerIds.length + 1).fill(-1);
  const kept: number[] = [];
  for (let customer = 0; customer < customerIds.length; customer++) {
    const first = calendar.offsets[customer] as number;
    const bought = first < (calendar.offsets[customer + 1] as number) && (calendar.days[first] as number) <= lastDay;
    if (!bought && listed[customer] !== 1) continue;
    newPosition[customer] = kept.length;
    kept.push(customer);
  }
  newPosition[customerIds.length] = kept.length;
  const regrouping = { newCustomer: newPosition, customers: kept.length + 1, lastDay };
  return {
    rules: parts.rules,
    asOf,
    asOfDay: lastDay,
    customerIds: kept.map((customer) => customerIds[customer] as string),
    listed: Uint8Array.from(kept, (customer) => listed[customer] as number),
    calendar: regroupRows(calendar, regrouping),
    dimensions: new Map(
      Array.from(parts.dimensions, ([dimension, table]) => [dimension, regroupDimension(table, regrouping)]),
    ),
    linked: parts.linked
      .map((order) => ({
        ...order,
        customer: newPosition[order.customer] as number,
        refunds: order.refunds.filter((refund) => refund.day <= lastDay),
      }))
      .filter((order) => order.refunds.length > 0)
      .sort(compareLinkedOrders),
    setAside: parts.setAside.filter((entry) => entry.day <= lastDay),
    afterAsOf: parts.afterAsOf + recordsAfter(parts, lastDay),
  };
}

/** Every record after a day: in the calendar, or left out of it. */
function recordsAfter({ calendar, setAside }: BaseParts, lastDay: number): number {
  const { placed, refunds } = calendar.columns;
  let records = 0;
  for (let row = 0; row < placed.length; row++) {
    if ((calendar.days[row] as number) > lastDay) records += (placed[row] as number) + (refunds[row] ?? 0);
  }
  for (const entry of setAside) if (isLeftOut(entry) && entry.day > lastDay) records += entry.count;
  return records;
}
