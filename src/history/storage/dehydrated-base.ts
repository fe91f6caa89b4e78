import type { Dimension, Measure } from "../customer-base.js";
import type { RefundPolicy } from "../purchases/summarize-options.js";

/** Rows by customer and day, column by column. The last entry of `rowsPerCustomer` counts the rows of guests. */
export interface DehydratedRows {
  readonly rowsPerCustomer: readonly number[];
  readonly days: readonly number[];
  /** Codes of a dimension's names, from 1; 0 is "not stated". The calendar has none. */
  readonly values?: readonly number[] | undefined;
  readonly columns: Readonly<Record<string, readonly number[]>>;
}

/** An order that has refunds: customer, day, minor units, made online, and its refunds as (day, minor units). */
export type DehydratedLinkedOrder = readonly [
  customer: number,
  day: number,
  minor: number,
  online: number,
  refunds: readonly (readonly [day: number, minor: number])[],
];

/** Records that were left out, or noted: kind, label, day, count, and minor units as text, for they may pass 2^53. */
export type DehydratedSetAside = readonly [kind: string, label: string, day: number, count: number, minor: string];

/**
 * A customer base as plain JSON: for a file, a cache, another process. Days count from 1970-01-01, money is in minor units.
 * @category Customer base
 */
export interface DehydratedBase {
  readonly kind: "customer-base";
  readonly schemaVersion: 1;
  readonly asOf: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly scale: number;
  readonly refunds: RefundPolicy;
  readonly measures: readonly Measure[];
  /** Ascending by code unit. */
  readonly customerIds: readonly string[];
  /** Positions of those who are customers even without a record. */
  readonly listed: readonly number[];
  readonly calendar: DehydratedRows;
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly names: readonly string[];
    readonly rows: DehydratedRows;
  }[];
  readonly linked: readonly DehydratedLinkedOrder[];
  readonly setAside: readonly DehydratedSetAside[];
  readonly afterAsOf: number;
}
