/** A column that adds up. */
export type SumColumn = Int32Array | Float64Array;

/**
 * Customer × day (× value) in compressed sparse rows, ascending by day and value within a customer.
 * Customer `i` has the rows `offsets[i]` to `offsets[i + 1]`, exclusive; the last customer stands for all guests.
 */
export interface SparseRows<Columns extends Readonly<Record<string, SumColumn>> = Readonly<Record<string, SumColumn>>> {
  readonly offsets: Int32Array;
  readonly days: Int32Array;
  /** Codes of a dimension's values; undefined in the calendar. */
  readonly values: Int32Array | undefined;
  readonly columns: Columns;
}

/** Rows in any order, not yet summed: one key per row. */
export interface RowKeys {
  readonly customers: Int32Array;
  readonly days: Int32Array;
  readonly values: Int32Array | undefined;
}

/**
 * What every calendar has; the measures asked for stand beside, each with its count of orders that do not state it.
 * `refunds` and `refundedMinor` are empty where nothing was ever refunded: twelve bytes a row that most shops need not fetch and clear.
 */
export interface CalendarColumns extends Readonly<Record<string, SumColumn>> {
  readonly placed: Int32Array;
  readonly refunds: Int32Array;
  readonly grossMinor: Float64Array;
  readonly refundedMinor: Float64Array;
}
export type CalendarRows = SparseRows<CalendarColumns>;

/** What every dimension has; `cost` stands beside, with its count of lines that do not state it, where the base was read with the measure. */
export interface DimensionColumns extends Readonly<Record<string, SumColumn>> {
  /** Orders placed that contain the value. */
  readonly orders: Int32Array;
  readonly refunds: Int32Array;
  readonly grossMinor: Float64Array;
  readonly refundedMinor: Float64Array;
  readonly quantityMicro: Float64Array;
  readonly returnedMicro: Float64Array;
}

/** One dimension: its values ascending by code unit, and its rows. Code 0 is "not stated", code `k` is `names[k - 1]`. */
export interface DimensionTable {
  readonly names: readonly string[];
  readonly rows: SparseRows<DimensionColumns>;
}

/** A column of as many zeros as there are rows, for whoever shows one that is empty. */
export function filledColumn<Column extends SumColumn>(column: Column, rows: number): Column {
  return column.length === rows ? column : zerosLike(column, rows);
}

/** A column of zeros of the same type. */
export function zerosLike<Column extends SumColumn>(column: Column, rows: number): Column {
  return (column instanceof Int32Array ? new Int32Array(rows) : new Float64Array(rows)) as Column;
}

/** The column that counts orders which do not state a measure. */
export const unstatedColumn = (measure: string): string => `unstated ${measure}`;
