import type { LocalTimes } from "../../core/index.js";

/**
 * Where to find a value in a row: the name of its column, or a function that reads it. `""` and `null` count as left out.
 * @category Reading rows
 */
export type ColumnOf<Row> = (keyof Row & string) | ((row: Row) => unknown);

/**
 * Which column of a line row is what. A row belongs to the order of its `orderId`.
 * @category Reading rows
 */
export interface LineColumns<Row> {
  readonly orderId: ColumnOf<Row>;
  /** A row without a customer is a guest's. */
  readonly customerId: ColumnOf<Row>;
  readonly at: ColumnOf<Row>;
  readonly sku: ColumnOf<Row>;
  /** Value of the line after discounts; below zero for goods given back. */
  readonly net: ColumnOf<Row>;
  /** Needed unless the options name one currency for all rows. */
  readonly currency?: ColumnOf<Row> | undefined;
  readonly quantity?: ColumnOf<Row> | undefined;
  readonly listPrice?: ColumnOf<Row> | undefined;
  /** As an amount, not as a rate. */
  readonly discount?: ColumnOf<Row> | undefined;
  readonly promoted?: ColumnOf<Row> | undefined;
  readonly cost?: ColumnOf<Row> | undefined;
  readonly category?: ColumnOf<Row> | undefined;
  readonly brand?: ColumnOf<Row> | undefined;
  readonly priceTier?: ColumnOf<Row> | undefined;
  /** Of the order, as are the next four: its first row decides. */
  readonly channel?: ColumnOf<Row> | undefined;
  readonly mode?: ColumnOf<Row> | undefined;
  readonly store?: ColumnOf<Row> | undefined;
  readonly seller?: ColumnOf<Row> | undefined;
  readonly source?: ColumnOf<Row> | undefined;
}

/**
 * How line rows become orders.
 * @category Reading rows
 */
export interface LineOptions {
  /** The currency of rows that name none. */
  readonly currency?: string | undefined;
  /** Decimals of the amounts made; default: as many as the finest amount given has. A finer one is then refused. */
  readonly scale?: number | undefined;
  /** Tells which local day an instant is on; default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** With `"in-zone"`, a time without offset is the wall clock of `timeZone`; default `"refuse"`. */
  readonly localTimes?: LocalTimes | undefined;
  /** An order with rows of several local days is rejected (default), or dated by its earliest row. */
  readonly severalDays?: "reject" | "earliest" | undefined;
}
