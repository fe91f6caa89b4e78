import { formatInstant } from "../../core/index.js";
import { partsOf } from "../base/parts-of.js";
import type { CustomerBase } from "../customer-base.js";
import { filledColumn, type SparseRows } from "../rows/sparse-rows.js";
import type { DehydratedBase, DehydratedRows } from "./dehydrated-base.js";

/**
 * A base as plain JSON, everything it knows included; {@link hydrateBase} brings it back, equal in every answer.
 * Columns are arrays of whole numbers: shorter than base64 for what shops sell, and readable by any other program.
 * @throws INVALID_BASE
 * @example
 * import { dehydrateBase, hydrateBase, summarizePurchases } from "clientele/history";
 * const orders = [{ id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" }];
 * const base = summarizePurchases(orders, { asOf: "2026-04-01" });
 * const text = JSON.stringify(dehydrateBase(base));
 * hydrateBase(JSON.parse(text)).get("ann")?.net; // => "120.00"
 * @category Customer base
 */
export function dehydrateBase(base: CustomerBase): DehydratedBase {
  const parts = partsOf(base);
  const { rules } = parts;
  return {
    kind: "customer-base",
    schemaVersion: 1,
    asOf: formatInstant(parts.asOf),
    timeZone: rules.timeZone,
    currency: rules.currency,
    scale: rules.scale,
    refunds: rules.refunds,
    measures: [...rules.measures],
    customerIds: [...parts.customerIds],
    listed: Array.from(parts.customerIds.keys()).filter((customer) => parts.listed[customer] === 1),
    calendar: dehydratedRows(parts.calendar),
    dimensions: Array.from(parts.dimensions, ([dimension, { names, rows }]) => ({
      dimension,
      names: [...names],
      rows: dehydratedRows(rows),
    })),
    linked: parts.linked.map(({ customer, day, minor, online, refunds }) => [
      customer,
      day,
      minor,
      online,
      refunds.map((refund) => [refund.day, refund.minor]),
    ]),
    setAside: parts.setAside.map(({ kind, label, day, count, minor }) => [kind, label, day, count, String(minor)]),
    afterAsOf: parts.afterAsOf,
  };
}

function dehydratedRows({ offsets, days, values, columns }: SparseRows): DehydratedRows {
  const rowsPerCustomer: number[] = [];
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    rowsPerCustomer.push((offsets[customer + 1] as number) - (offsets[customer] as number));
  }
  const plain = Object.entries(columns).map(([name, column]) => [name, Array.from(filledColumn(column, days.length))]);
  return {
    rowsPerCustomer,
    days: Array.from(days),
    ...(values === undefined ? {} : { values: Array.from(values) }),
    columns: Object.fromEntries(plain),
  };
}
