import type { SparseRows, SumColumn } from "./sparse-rows.js";

type Columns = Readonly<Record<string, SumColumn>>;

/** Rows of one of two bases, and which of its customers each customer of the union is: -1 where it has none. */
export interface MergeSide<C extends Columns> {
  readonly rows: SparseRows<C>;
  readonly customers: Int32Array;
  /** The new code of each value of a dimension, ascending with the old one; undefined where codes stay. */
  readonly values?: Int32Array | undefined;
}

/**
 * Adds the rows of two bases. Both are in order, so one walk finds the target of every row, and each column is then added by itself:
 * 25 ms for two bases of a million customers with a row each, where sorting the rows again takes 200.
 */
export function mergeRows<C extends Columns>(a: MergeSide<C>, b: MergeSide<C>): SparseRows<C> {
  const customers = a.customers.length;
  const targetA = new Int32Array(a.rows.days.length);
  const targetB = new Int32Array(b.rows.days.length);
  const offsets = new Int32Array(customers + 1);
  const keysA = keysOf(a);
  const keysB = keysOf(b);
  let target = 0;
  for (let customer = 0; customer < customers; customer++) {
    const fromA = a.customers[customer] as number;
    const fromB = b.customers[customer] as number;
    let rowA = fromA < 0 ? 0 : (a.rows.offsets[fromA] as number);
    let rowB = fromB < 0 ? 0 : (b.rows.offsets[fromB] as number);
    const endA = fromA < 0 ? 0 : (a.rows.offsets[fromA + 1] as number);
    const endB = fromB < 0 ? 0 : (b.rows.offsets[fromB + 1] as number);
    while (rowA < endA && rowB < endB) {
      const order =
        (keysA.days[rowA] as number) - (keysB.days[rowB] as number) || keysA.value(rowA) - keysB.value(rowB);
      if (order <= 0) targetA[rowA++] = target;
      if (order >= 0) targetB[rowB++] = target;
      target++;
    }
    while (rowA < endA) targetA[rowA++] = target++;
    while (rowB < endB) targetB[rowB++] = target++;
    offsets[customer + 1] = target;
  }
  const days = new Int32Array(target);
  const values = a.rows.values === undefined ? undefined : new Int32Array(target);
  for (const [keys, targets] of [
    [keysA, targetA],
    [keysB, targetB],
  ] as const) {
    for (let row = 0; row < targets.length; row++) days[targets[row] as number] = keys.days[row] as number;
    if (values === undefined) continue;
    for (let row = 0; row < targets.length; row++) values[targets[row] as number] = keys.value(row);
  }
  const columns: Record<string, SumColumn> = {};
  for (const name of Object.keys(a.rows.columns)) {
    const ofA = a.rows.columns[name] as SumColumn;
    const sums = ofA instanceof Int32Array ? new Int32Array(target) : new Float64Array(target);
    addInto(sums, ofA, targetA);
    addInto(sums, b.rows.columns[name] as SumColumn, targetB);
    columns[name] = sums;
  }
  return { offsets, days, values, columns: columns as C };
}

interface SideKeys {
  readonly days: Int32Array;
  readonly value: (row: number) => number;
}

function keysOf({ rows, values }: MergeSide<Columns>): SideKeys {
  const own = rows.values;
  if (own === undefined) return { days: rows.days, value: () => 0 };
  if (values === undefined) return { days: rows.days, value: (row) => own[row] as number };
  return { days: rows.days, value: (row) => values[own[row] as number] as number };
}

function addInto(sums: SumColumn, column: SumColumn, targets: Int32Array): void {
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    // Most columns of refunds are nothing but zeros: untouched pages of the sum cost nothing.
    if (value === 0) continue;
    const target = targets[row] as number;
    sums[target] = (sums[target] as number) + value;
  }
}
