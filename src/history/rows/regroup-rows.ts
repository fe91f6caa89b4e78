import { type SparseRows, type SumColumn, zerosLike } from "./sparse-rows.js";
import { sumRows } from "./sum-rows.js";

/** Where the rows of a base go. */
export interface Regrouping {
  /** The new customer of each customer; it may be the same for several, and -1 where there are no rows left. */
  readonly newCustomer: Int32Array;
  /** How many customers there are then, guests included. */
  readonly customers: number;
  /** Rows of later days are left out; default none. */
  readonly lastDay?: number;
  /** The new code of each value of a dimension. */
  readonly newValue?: Int32Array;
}

/** Puts rows under new customers, up to a day, adding up what meets. */
export function regroupRows<Columns extends Readonly<Record<string, SumColumn>>>(
  rows: SparseRows<Columns>,
  { newCustomer, customers, lastDay = Number.POSITIVE_INFINITY, newValue }: Regrouping,
): SparseRows<Columns> {
  const kept = rowsUpTo(rows.days, lastDay);
  const ofCustomer = new Int32Array(kept.length);
  let next = 0;
  for (let customer = 0; customer < newCustomer.length; customer++) {
    const end = rows.offsets[customer + 1]!;
    while (next < kept.length && kept[next]! < end) ofCustomer[next++] = newCustomer[customer]!;
  }
  const values = rows.values && picked(rows.values, kept);
  const columns = Object.entries(rows.columns).map(([name, column]) => [name, picked(column, kept)]);
  return sumRows(
    customers,
    {
      customers: ofCustomer,
      days: picked(rows.days, kept),
      values: newValue === undefined ? values : values?.map((code) => newValue[code]!),
    },
    Object.fromEntries(columns) as Columns,
  );
}

function rowsUpTo(days: Int32Array, lastDay: number): Int32Array {
  const kept = new Int32Array(days.length);
  let count = 0;
  for (let row = 0; row < days.length; row++) if (days[row]! <= lastDay) kept[count++] = row;
  return kept.subarray(0, count);
}

function picked<Column extends SumColumn>(column: Column, rows: Int32Array): Column {
  if (column.length === 0) return column;
  const values = zerosLike(column, rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]!]!;
  return values;
}
