import type { Measure } from "../customer-base.js";
import { type GrowingColumn, growingFloat64, growingInt32 } from "../rows/growing-columns.js";
import { type SumColumn, unstatedColumn } from "../rows/sparse-rows.js";

/** Orders, or refunds, one per row in any order: whose, on which day, how much. */
export interface PurchaseEntries {
  /** Dictionary codes. */
  readonly customers: Int32Array;
  readonly days: Int32Array;
  readonly minor: Float64Array;
  /** The measures asked for, and how often each was not stated. */
  readonly measures: Readonly<Record<string, SumColumn>>;
}

/** What one record states of a measure; undefined where it does not. */
export type MeasureOf = (measure: Measure) => number | undefined;

/** Entries that are still being read. */
export interface GrowingEntries {
  readonly length: number;
  readonly customers: GrowingColumn<Int32Array>;
  readonly days: GrowingColumn<Int32Array>;
  readonly minor: GrowingColumn<Float64Array>;
  /** Whether the order in that row was made online: 1 yes, 0 no or not asked for, -1 not stated. */
  onlineAt(row: number): number;
  push(customer: number, day: number, minor: number, measureOf: MeasureOf | undefined): void;
  finish(): PurchaseEntries;
}

/** `sign` is 1 for orders and -1 for refunds, whose measures go back. */
export function growingEntries(measures: readonly Measure[], sign: 1 | -1, expected = 0): GrowingEntries {
  const customers = growingInt32(expected);
  const days = growingInt32(expected);
  const minor = growingFloat64(expected);
  const stated = measures.map((measure) => ({ measure, values: growingFloat64(), unstated: growingInt32() }));
  return {
    get length() {
      return days.length;
    },
    customers,
    days,
    minor,
    onlineAt(row) {
      const online = stated.find(({ measure }) => measure === "online");
      if (online === undefined) return 0;
      return online.unstated.at(row) === 1 ? -1 : online.values.at(row);
    },
    push(customer, day, amount, measureOf) {
      customers.push(customer);
      days.push(day);
      minor.push(amount);
      if (measureOf === undefined) return;
      for (const { measure, values, unstated } of stated) {
        const value = measureOf(measure);
        values.push(value === undefined ? 0 : sign * value);
        // A refund that states no cost leaves it open how much of the order's cost came back; what was promoted likewise.
        const isOpen = sign === 1 || measure === "cost" || measure === "promoted";
        unstated.push(value === undefined && isOpen ? 1 : 0);
      }
    },
    finish() {
      const columns: Record<string, SumColumn> = {};
      for (const { measure, values, unstated } of stated) {
        columns[measure] = values.finish();
        columns[unstatedColumn(measure)] = unstated.finish();
      }
      return { customers: customers.finish(), days: days.finish(), minor: minor.finish(), measures: columns };
    },
  };
}
