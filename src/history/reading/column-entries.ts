import { inWords, refusal } from "../../core/shared.js";
import { setAsideTally } from "../base/set-aside.js";
import type { Dimension, Measure } from "../customer-base.js";
import { type GrowingDimension, growingDimension } from "../rows/growing-dimension.js";
import { GUEST } from "../texts/customer-dictionary.js";
import { AFTER_AS_OF } from "./day-reader.js";
import { linkColumnRefunds } from "./link-column-refunds.js";
import type { PurchaseColumns } from "./purchase-columns.js";
import { growingEntries } from "./purchase-entries.js";
import type { PurchaseRecords } from "./purchase-records.js";
import type { ReadRules } from "./read-rules.js";

/** What the entries of ready columns come to. */
export type ColumnEntries = Pick<
  PurchaseRecords,
  "orders" | "refunds" | "linked" | "dimensionOf" | "setAside" | "afterAsOf"
>;

/** Every entry as it stands. */
export function plainEntries({ codes, days, minor }: PurchaseColumns): ColumnEntries {
  return {
    orders: { customers: codes, days, minor, measures: {} },
    refunds: growingEntries([], -1).finish(),
    linked: [],
    dimensionOf: () => new Map(),
    setAside: [],
    afterAsOf: 0,
  };
}

/** The entries that count, one by one. */
export function chosenEntries(columns: PurchaseColumns, rules: ReadRules): ColumnEntries {
  const { codes, names, days, minor, isRefund } = columns;
  const { exclusion } = rules;
  const reasons = exclusion === undefined ? undefined : names.map((name) => exclusion(name, undefined));
  const orders = growingEntries(rules.measures, 1);
  const refunds = growingEntries(rules.measures, -1);
  const setAside = setAsideTally();
  const dimensions = new Map<Dimension, GrowingDimension>(
    rules.dimensions.map((name) => [name, growingDimension(rules.measures.includes("cost"))]),
  );
  // By entry, where refunds may ask for it: the row of the order.
  const rowOf = isRefund === undefined ? undefined : new Int32Array(columns.length).fill(-1);
  const pending: number[] = [];
  let afterAsOf = 0;

  const measureOf =
    rules.measures.length === 0
      ? undefined
      : (entry: number, refund: boolean) => (measure: Measure) =>
          measure === "online" && refund ? undefined : columns.measures.get(measure)?.[entry];
  const recordDimensions = (entry: number, customer: number, refund: boolean): void => {
    for (const [name, dimension] of dimensions) {
      const texts = columns.dimensions.get(name);
      const code = texts === undefined ? -1 : (texts.codes[entry] as number);
      dimension.push({
        customer,
        day: days[entry] as number,
        value: dimension.codeOf(code < 0 ? undefined : texts?.dictionary[code]),
        isRefund: refund,
        count: 1,
        minor: minor[entry] as number,
        quantityMicro: columns.measures.get("quantity")?.[entry] ?? 0,
        costMinor: columns.measures.get("cost")?.[entry],
      });
    }
  };

  for (let entry = 0; entry < columns.length; entry++) {
    const day = days[entry] as number;
    const customer = codes[entry] as number;
    const reason = customer === GUEST ? undefined : reasons?.[customer];
    if (day === AFTER_AS_OF) afterAsOf++;
    else if (reason !== undefined) setAside.add("excluded", reason, day);
    else if (isRefund?.[entry] !== 1) {
      if (rowOf !== undefined) rowOf[entry] = orders.length;
      orders.push(customer, day, minor[entry] as number, measureOf?.(entry, false));
      recordDimensions(entry, customer, false);
    } else if (rules.refunds === "refuse") {
      throw refusal(
        "INVALID_TRANSACTION_COLUMNS",
        ["refunds", entry],
        'no refunds, because of refunds: "refuse"',
        inWords("a refund"),
      );
    } else if (rules.refunds === "ignore") setAside.add("refunds-ignored", "", day);
    else pending.push(entry);
  }
  const linked = linkColumnRefunds(columns, pending, { rowOf, reasons, orders, setAside }, (entry, customer) => {
    refunds.push(customer, days[entry] as number, minor[entry] as number, measureOf?.(entry, true));
    recordDimensions(entry, customer, true);
  });
  return {
    orders: orders.finish(),
    refunds: refunds.finish(),
    linked,
    dimensionOf: (position, count) =>
      new Map(Array.from(dimensions, ([name, dimension]) => [name, dimension.finish(position, count)])),
    setAside: setAside.entries(),
    afterAsOf,
  };
}
