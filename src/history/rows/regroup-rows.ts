import { filledColumn, type RowKeys, type SparseRows, type SumColumn } from "./sparse-rows.js";
import { sumRows } from "./sum-rows.js";

/** Rows of one base, and where they go in another. */
export interface RowSource<Columns extends Readonly<Record<string, SumColumn>>> {
  readonly rows: SparseRows<Columns>;
  /** The new customer of each customer; it may be the same for several, and -1 where there are no rows left. */
  readonly customers: Int32Array;
  /** The new code of each value of a dimension. */
  readonly values?: Int32Array | undefined;
}

/** Puts rows together under new customers, up to a day, adding up what meets. */
export function regroupRows<Columns extends Readonly<Record<string, SumColumn>>>(
  sources: readonly RowSource<Columns>[],
  customers: number,
  lastDay: number = Number.POSITIVE_INFINITY,
): SparseRows<Columns> {
  let length = 0;
  for (const { rows } of sources) {
    for (const day of rows.days) if (day <= lastDay) length++;
  }
  const withValues = sources.some(({ rows }) => rows.values !== undefined);
  const keys = {
    customers: new Int32Array(length),
    days: new Int32Array(length),
    values: withValues ? new Int32Array(length) : undefined,
  } satisfies RowKeys;
  const names = Object.keys(sources[0]?.rows.columns ?? {});
  const columns: Record<string, SumColumn> = {};
  for (const name of names) {
    const column = sources[0]?.rows.columns[name] as SumColumn;
    const isEmpty = sources.every(({ rows }) => rows.columns[name]?.length === 0);
    columns[name] = filledColumn(column.subarray(0, 0), isEmpty ? 0 : length);
  }
  let target = 0;
  for (const { rows, customers: newCustomer, values: newValue } of sources) {
    const first = target;
    for (let customer = 0; customer + 1 < rows.offsets.length; customer++) {
      const end = rows.offsets[customer + 1] as number;
      for (let row = rows.offsets[customer] as number; row < end; row++) {
        if ((rows.days[row] as number) > lastDay) break;
        keys.customers[target] = newCustomer[customer] as number;
        keys.days[target] = rows.days[row] as number;
        if (keys.values !== undefined && rows.values !== undefined) {
          const value = rows.values[row] as number;
          keys.values[target] = newValue === undefined ? value : (newValue[value] as number);
        }
        target++;
      }
    }
    for (const name of names)
      copyUpTo(lastDay, rows, rows.columns[name] as SumColumn, columns[name] as SumColumn, first);
  }
  return sumRows(customers, keys, columns as Columns);
}

function copyUpTo(lastDay: number, rows: SparseRows, from: SumColumn, to: SumColumn, first: number): void {
  let target = first;
  for (let row = 0; row < from.length; row++) {
    if ((rows.days[row] as number) <= lastDay) to[target++] = from[row] as number;
  }
}
