import { currencyDecimals, parseInstant, zoneOf } from "../../core/index.js";
import { currencyOfRecord, refusal } from "../../core/shared.js";
import type { BaseParts } from "../base/base-parts.js";
import { compareLinkedOrders, compareLinkedRefunds, type LinkedOrder } from "../base/linked-order.js";
import { requireSafeSums } from "../base/require-safe-sums.js";
import { addedSetAside, type SetAside, setAsideKinds } from "../base/set-aside.js";
import type { Dimension, Measure } from "../customer-base.js";
import { allDimensions, allMeasures, refundPolicies } from "../reading/read-rules.js";
import { rowOfDay } from "../rows/row-of-day.js";
import {
  type CalendarColumns,
  type DimensionColumns,
  type DimensionTable,
  type SparseRows,
  type SumColumn,
  unstatedColumn,
} from "../rows/sparse-rows.js";
import type { DehydratedBase } from "./dehydrated-base.js";
import { requireCount, requireKeys, requireList, requireOneOf, requireTextsAscending } from "./dehydrated-checks.js";
import { readDehydratedRows } from "./dehydrated-rows.js";

const calendarColumns = { placed: "count", refunds: "count", grossMinor: "amount", refundedMinor: "amount" } as const;
const dimensionColumns = {
  orders: "count",
  refunds: "count",
  grossMinor: "amount",
  refundedMinor: "amount",
  quantityMicro: "amount",
  returnedMicro: "amount",
} as const;

const costColumns = { cost: "sum", [unstatedColumn("cost")]: "count" } as const;

const baseKeys: Readonly<Record<keyof DehydratedBase, true>> = {
  kind: true,
  schemaVersion: true,
  asOf: true,
  timeZone: true,
  currency: true,
  scale: true,
  refunds: true,
  measures: true,
  customerIds: true,
  listed: true,
  calendar: true,
  dimensions: true,
  linked: true,
  setAside: true,
  afterAsOf: true,
};

/** Checks a dehydrated base whole and makes its parts. */
export function readDehydrated(data: DehydratedBase): BaseParts {
  if (typeof data !== "object" || data === null || data.kind !== "customer-base") {
    throw refusal("INVALID_BASE", [], "an object as dehydrateBase makes it", data);
  }
  if (data.schemaVersion !== 1) throw refusal("INVALID_BASE", ["schemaVersion"], "1", data.schemaVersion);
  requireKeys(data, Object.keys(baseKeys));
  const zone = zoneOf(data.timeZone);
  if (typeof data.asOf !== "string") throw refusal("INVALID_BASE", ["asOf"], "a non-empty text", data.asOf);
  const asOf = parseInstant(data.asOf, { path: ["asOf"] });
  requireCount(data.scale, ["scale"], 18);
  requireOneOf(data.refunds, refundPolicies, ["refunds"]);
  const measures = requireList<Measure>(data.measures, ["measures"]);
  measures.forEach((name, i) => {
    requireOneOf(name, allMeasures, ["measures", i]);
  });
  const customerIds = requireTextsAscending(data.customerIds, ["customerIds"]);
  const listed = new Uint8Array(customerIds.length);
  requireList<number>(data.listed, ["listed"]).forEach((customer, i) => {
    requireCount(customer, ["listed", i], customerIds.length - 1);
    listed[customer] = 1;
  });
  const named = measures.flatMap((name) => [[name, "sum"] as const, [unstatedColumn(name), "count"] as const]);
  const columns = { ...calendarColumns, ...Object.fromEntries(named) };
  const costsOf = measures.includes("cost") ? costColumns : {};
  const tables = requireList<DehydratedBase["dimensions"][number]>(data.dimensions, ["dimensions"]);
  const dimensions = tables.map((table, i): [Dimension, DimensionTable] => {
    const path = ["dimensions", i];
    requireOneOf(table?.dimension, allDimensions, [...path, "dimension"]);
    requireKeys(table, ["dimension", "names", "rows"], path);
    const names = requireTextsAscending(table.names, [...path, "names"]);
    const isOld = table.rows?.columns?.cost === undefined;
    const kinds = isOld ? dimensionColumns : { ...dimensionColumns, ...costsOf };
    const rows = readDehydratedRows(table.rows, customerIds.length, kinds, [...path, "rows"], names.length);
    const columns = rows.columns as DimensionColumns;
    const all = isOld && measures.includes("cost") ? { ...columns, ...unstatedCosts(columns) } : columns;
    return [table.dimension, { names, rows: { ...rows, columns: all } }];
  });
  const calendar = readDehydratedRows(data.calendar, customerIds.length, columns, ["calendar"], undefined);
  if (calendar.days.length > 0) currencyOfRecord(data.currency);
  else currencyDecimals(data.currency);
  return requireSafeSums({
    rules: {
      timeZone: zone.timeZone,
      currency: data.currency,
      scale: data.scale,
      refunds: data.refunds,
      measures: [...measures],
      dimensions: dimensions.map(([dimension]) => dimension),
    },
    asOf,
    asOfDay: zone.dayAt(asOf),
    customerIds,
    listed,
    calendar: { ...calendar, columns: calendar.columns as CalendarColumns },
    dimensions: new Map(dimensions),
    linked: readLinked(data, calendar, customerIds.length),
    setAside: readSetAside(data),
    afterAsOf: requireCount(data.afterAsOf, ["afterAsOf"]),
  });
}

/** Dimensions were stored without costs at first: of such rows no order states one. */
const unstatedCosts = ({ orders, refunds }: DimensionColumns): Readonly<Record<string, SumColumn>> => ({
  cost: new Float64Array(orders.length),
  [unstatedColumn("cost")]: orders.map((count, row) => count + refunds[row]!),
});

function readLinked(data: DehydratedBase, calendar: SparseRows, guests: number): readonly LinkedOrder[] {
  const orders = requireList<DehydratedBase["linked"][number]>(data.linked, ["linked"]).map((order, i): LinkedOrder => {
    const path = ["linked", i];
    const [customer, day, minor, online, refunds] = requireList<never>(order, path) as unknown as typeof order;
    if (online !== 0 && online !== 1 && online !== -1)
      throw refusal("INVALID_BASE", [...path, 3], "1, 0 or -1", online);
    if (!Number.isInteger(day)) throw refusal("INVALID_BASE", [...path, 1], "a day number", day);
    const given = requireList<(typeof refunds)[number]>(refunds, [...path, 4]).map(([refundDay, refundMinor], k) => {
      if (!(Number.isInteger(refundDay) && refundDay >= day)) {
        throw refusal("INVALID_BASE", [...path, 4, k, 0], "a day number not before the order's", refundDay);
      }
      return { day: refundDay, minor: requireCount(refundMinor, [...path, 4, k, 1]) };
    });
    if (given.length === 0) throw refusal("INVALID_BASE", [...path, 4], "at least one refund", refunds);
    requireCount(customer, [...path, 0], guests);
    if (!hasDay(calendar, customer, day))
      throw refusal("INVALID_BASE", [...path, 1], "a day of the customer's calendar", day);
    return {
      customer,
      day,
      minor: requireCount(minor, [...path, 2]),
      online,
      refunds: given.sort(compareLinkedRefunds),
    };
  });
  return orders.sort(compareLinkedOrders);
}

function hasDay(calendar: SparseRows, customer: number, day: number): boolean {
  const row = rowOfDay(calendar, customer, day);
  return row < (calendar.offsets[customer + 1] as number) && calendar.days[row] === day;
}

function readSetAside(data: DehydratedBase): readonly SetAside[] {
  const entries = requireList<DehydratedBase["setAside"][number]>(data.setAside, ["setAside"]);
  return addedSetAside([
    entries.map((entry, i): SetAside => {
      const path = ["setAside", i];
      const [kind, label, day, count, minor] = requireList<never>(entry, path) as unknown as typeof entry;
      requireOneOf(kind, setAsideKinds, [...path, 0]);
      if (typeof label !== "string") throw refusal("INVALID_BASE", [...path, 1], "a text", label);
      if (!Number.isInteger(day)) throw refusal("INVALID_BASE", [...path, 2], "a day number", day);
      if (typeof minor !== "string" || !/^\d+$/.test(minor))
        throw refusal("INVALID_BASE", [...path, 4], "digits", minor);
      return { kind, label, day, count: requireCount(count, [...path, 3]), minor: BigInt(minor) };
    }),
  ]);
}
