import { sortedRowOrder } from "./sort-rows.js";
import { type RowKeys, type SparseRows, type SumColumn, zerosLike } from "./sparse-rows.js";

/**
 * Adds up all rows of equal (customer, day, value): the one kernel behind reading, merging, renaming and cutting.
 * `customers` is how many there are, guests included.
 */
export function sumRows<Columns extends Readonly<Record<string, SumColumn>>>(
  customers: number,
  keys: RowKeys,
  columns: Columns,
): SparseRows<Columns> {
  const order = sortedRowOrder(keys);
  const { target, rows } = targetRows(keys, order);
  const offsets = new Int32Array(customers + 1);
  const days = new Int32Array(rows);
  const values = keys.values === undefined ? undefined : new Int32Array(rows);
  for (let position = order.length - 1; position >= 0; position--) {
    const from = order[position] as number;
    const row = target[position] as number;
    days[row] = keys.days[from] as number;
    if (values !== undefined) values[row] = keys.values?.[from] as number;
    if (position === 0 || target[position - 1] !== row) {
      const after = (keys.customers[from] as number) + 1;
      offsets[after] = (offsets[after] as number) + 1;
    }
  }
  for (let customer = 0; customer < customers; customer++) {
    offsets[customer + 1] = (offsets[customer + 1] as number) + (offsets[customer] as number);
  }
  const summed: Record<string, SumColumn> = {};
  for (const name of Object.keys(columns)) summed[name] = sumColumn(columns[name] as SumColumn, order, target, rows);
  return { offsets, days, values, columns: summed as Columns };
}

/** The summed row of each position of the order. */
function targetRows(
  { customers, days, values }: RowKeys,
  order: Int32Array,
): { readonly target: Int32Array; readonly rows: number } {
  const target = new Int32Array(order.length);
  let row = -1;
  let before = -1;
  for (let position = 0; position < order.length; position++) {
    const at = order[position] as number;
    const same =
      before >= 0 &&
      customers[at] === customers[before] &&
      days[at] === days[before] &&
      (values === undefined || values[at] === values[before]);
    if (!same) row++;
    target[position] = row;
    before = at;
  }
  return { target, rows: row + 1 };
}

function sumColumn(column: SumColumn, order: Int32Array, target: Int32Array, rows: number): SumColumn {
  if (column.length === 0) return column;
  const sums = zerosLike(column, rows);
  for (let position = 0; position < order.length; position++) {
    const row = target[position] as number;
    sums[row] = (sums[row] as number) + (column[order[position] as number] as number);
  }
  return sums;
}
