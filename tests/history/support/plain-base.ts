import { formatDay } from "clientele/core";
import type { CustomerBase } from "clientele/history";
import { partsOf } from "../../../src/history/base/parts-of.js";
import type { DimensionTable } from "../../../src/history/rows/sparse-rows.js";
import type { NaiveBase, NaiveCustomer } from "./naive-base.js";

/** Everything a base tells, as plain data that compares by deep equality. */
export function plainBase(base: CustomerBase): unknown {
  // First of all: the columns of a merged base are added up as long as its rows are not made.
  const columns = JSON.parse(JSON.stringify(base.columns, plainColumn));
  const { dimensions, customerIds, listed } = partsOf(base);
  return {
    listed: [...listed],
    frame: [base.asOf, base.timeZone, base.currency, base.scale, base.measures, base.dimensions],
    rows: [...base],
    calendar: plainCalendar(base),
    columns,
    totals: base.totals,
    ignored: base.ignored,
    warnings: base.warnings,
    dimensions: Object.fromEntries(
      Array.from(dimensions, ([name, table]) => [
        name,
        [...customerIds, null].map((_, customer) => dimensionRows(table, customer)),
      ]),
    ),
  };
}

/** What the oracle tells, in the same form; what it does not tell is left out of both. */
export function told(base: CustomerBase): unknown {
  const { dimensions, customerIds } = partsOf(base);
  const rowsOf = (customer: number): unknown =>
    Object.fromEntries(Array.from(dimensions, ([name, table]) => [name, dimensionRows(table, customer)]));
  return {
    customers: [...base].map((row, customer) => ({
      ...row,
      days: plainCalendar(base)[customer],
      dimensions: rowsOf(customer),
    })),
    anonymous: { ...base.totals.anonymous, dimensions: rowsOf(customerIds.length) },
    ignored: base.ignored,
    warnings: base.warnings.map(({ code, params }) => ({ code, ...plainParams(params) })).sort(byText),
  };
}

export function toldByOracle(base: NaiveBase, asOf: string, scale: number, dimensions: readonly string[]): unknown {
  const money = (minor: bigint): string => {
    const digits = String(minor < 0n ? -minor : minor).padStart(scale + 1, "0");
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return minor < 0n ? `-${text}` : text;
  };
  const sums = (customer: NaiveCustomer): { gross: string; refunded: string; net: string } => {
    let gross = 0n;
    let refunded = 0n;
    for (const day of customer.days.values()) {
      gross += day.gross;
      refunded += day.refunded;
    }
    return { gross: money(gross), refunded: money(refunded), net: money(gross - refunded) };
  };
  const rowsOf = (customer: NaiveCustomer): unknown =>
    Object.fromEntries(
      dimensions.map((name) => [
        name,
        [...(customer.dimensions[name]?.values() ?? [])].sort(
          (a, b) => compare(a[0], b[0]) || compare(a[1] === null ? "" : `=${a[1]}`, b[1] === null ? "" : `=${b[1]}`),
        ),
      ]),
    );
  const total = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);
  return {
    customers: [...base.customers]
      .sort(([a], [b]) => compare(a, b))
      .map(([customerId, customer]) => {
        const days = [...customer.purchases.keys()].sort();
        const last = days[days.length - 1];
        return {
          customerId,
          orders: total(customer.purchases.values()),
          purchaseDays: days.length,
          firstPurchase: days[0] ?? null,
          lastPurchase: last ?? null,
          daysSinceLast: last === undefined ? null : (Date.parse(asOf) - Date.parse(last)) / 86_400_000,
          ...sums(customer),
          days: [...customer.days]
            .sort(([a], [b]) => compare(a, b))
            .map(([day, cell]) => ({ day, ...cell, gross: Number(cell.gross), refunded: Number(cell.refunded) })),
          dimensions: rowsOf(customer),
        };
      }),
    anonymous: {
      orders: total(base.anonymous.purchases.values()),
      refunds: total([...base.anonymous.days.values()].map((day) => day.refunds)),
      ...sums(base.anonymous),
      dimensions: rowsOf(base.anonymous),
    },
    ignored: base.ignored,
    warnings: [...base.warnings]
      .map(([key, params]) => ({
        code: (JSON.parse(key) as string[])[0],
        ...Object.fromEntries(Object.entries(params).map(([name, v]) => [name, typeof v === "bigint" ? money(v) : v])),
      }))
      .sort(byText),
  };
}

function plainCalendar({ calendar, size }: CustomerBase): unknown[][] {
  const sumsAt = (columns: CustomerBase["calendar"]["measures"], row: number): Record<string, unknown> =>
    Object.fromEntries(Object.keys(columns).map((name) => [name, columns[name]?.[row]]));
  return Array.from({ length: size }, (_, customer) => {
    const days: unknown[] = [];
    for (let row = calendar.offsets[customer] as number; row < (calendar.offsets[customer + 1] as number); row++) {
      days.push({
        day: formatDay(calendar.days[row] as number),
        orders: calendar.orders[row],
        refunds: calendar.refunds[row],
        gross: calendar.grossMinor[row],
        refunded: calendar.refundedMinor[row],
        measures: sumsAt(calendar.measures, row),
        unstated: sumsAt(calendar.unstated, row),
      });
    }
    return days;
  });
}

function dimensionRows({ names, rows }: DimensionTable, customer: number): unknown[] {
  const { orders, refunds, grossMinor, refundedMinor, quantityMicro, returnedMicro, cost } = rows.columns;
  const sums = [orders, refunds, grossMinor, refundedMinor, quantityMicro, returnedMicro];
  if (cost !== undefined) sums.push(cost as Float64Array, rows.columns["unstated cost"] as Int32Array);
  const found: unknown[] = [];
  for (let row = rows.offsets[customer] as number; row < (rows.offsets[customer + 1] as number); row++) {
    const code = rows.values?.[row] as number;
    const value = code === 0 ? null : names[code - 1];
    found.push([formatDay(rows.days[row] as number), value, ...sums.map((sum) => sum[row])]);
  }
  return found;
}

function plainParams(params: object): object {
  const plain = Object.entries(params).map(([name, v]) => [name, typeof v === "object" ? v.amount : v]);
  return Object.fromEntries(plain);
}

const plainColumn = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value;
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const byText = (a: object, b: object): number => compare(JSON.stringify(a), JSON.stringify(b));
