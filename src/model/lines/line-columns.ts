import type { LocalTimes } from "../../core/index.js";

/**
 * Where to find a value in a row: the name of its column, or a function that reads it. `""` and `null` count as left out.
 * @category Reading rows
 */
export type ColumnOf<Row> = (keyof Row & string) | ((row: Row) => unknown);

/**
 * Where to find a time, and the tokens of date-fns (`yyyy MM dd HH mm ss`, `MMM` for English months, `a` for AM and PM, `XXX` for an
 * offset, `t` alone for seconds since 1970 and `T` for milliseconds) where it is not written as ISO 8601. A format with a time of day but no offset needs `localTimes: "in-zone"`.
 * @category Reading rows
 */
export type TimeColumn<Row> = ColumnOf<Row> | { readonly column: ColumnOf<Row>; readonly format: string };

/**
 * Where to find an amount, and how it is written where it is not plain digits with a point. Numbers are taken as they are; a text is read
 * whole and strictly, with groups of three digits, or rejected.
 * @category Reading rows
 */
export type AmountColumn<Row> = ColumnOf<Row> | ({ readonly column: ColumnOf<Row> } & AmountMarks);

/** How an amount is written; a minus may stand before or after it, or brackets around it. */
export interface AmountMarks {
  /** Default `"."`. */
  readonly decimalMark?: "." | "," | undefined;
  /** Between thousands, where there is any. */
  readonly groupMark?: "." | "," | " " | "'" | undefined;
  /** Before or after the number, where there is any: `"￥"`, `"kr"`. */
  readonly currencyMark?: string | undefined;
}

/**
 * Which column of a line row is what. A row belongs to the order of its `orderId`.
 * @category Reading rows
 */
export interface LineColumns<Row> {
  readonly orderId: ColumnOf<Row>;
  /** A row without a customer is a guest's. */
  readonly customerId: ColumnOf<Row>;
  readonly at: TimeColumn<Row>;
  readonly sku: ColumnOf<Row>;
  /** Value of the line after discounts; below zero for goods given back. */
  readonly net: AmountColumn<Row>;
  /** True for a row that is no product but a discount on its order: it lowers the other lines. Its amount may have a minus or not. */
  readonly isDiscount?: ((row: Row) => boolean) | undefined;
  /** Needed unless the options name one currency for all rows. */
  readonly currency?: ColumnOf<Row> | undefined;
  readonly quantity?: AmountColumn<Row> | undefined;
  readonly listPrice?: AmountColumn<Row> | undefined;
  /** As an amount, not as a rate. */
  readonly discount?: AmountColumn<Row> | undefined;
  readonly promoted?: ColumnOf<Row> | undefined;
  readonly cost?: AmountColumn<Row> | undefined;
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
  /**
   * What a blank cell says about the order, in a row that is not its first: nothing (default), so that a row without a customer is a guest's;
   * or the same as the first row. This is for customer, time, currency and whatever else is of the order.
   */
  readonly blankCells?: "missing" | "as-first-row" | undefined;
}
