import { type SparseRows, type SumColumn, zerosLike } from "./sparse-rows.js";

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
  const daysA = a.rows.days;
  const daysB = b.rows.days;
  const valuesA = valuesOf(a);
  const valuesB = valuesOf(b);
  const offsets = new Int32Array(customers + 1);
  const days = new Int32Array(daysA.length + daysB.length);
  let target = 0;
  for (let customer = 0; customer < customers; customer++) {
    const fromA = a.customers[customer] as number;
    const fromB = b.customers[customer] as number;
    let rowA = fromA < 0 ? 0 : (a.rows.offsets[fromA] as number);
    let rowB = fromB < 0 ? 0 : (b.rows.offsets[fromB] as number);
    const endA = fromA < 0 ? 0 : (a.rows.offsets[fromA + 1] as number);
    const endB = fromB < 0 ? 0 : (b.rows.offsets[fromB + 1] as number);
    while (rowA < endA && rowB < endB) {
      let order = (daysA[rowA] as number) - (daysB[rowB] as number);
      if (order === 0 && valuesA !== undefined) order = (valuesA[rowA] as number) - (valuesB?.[rowB] as number);
      days[target] = (order <= 0 ? daysA[rowA] : daysB[rowB]) as number;
      if (order <= 0) targetA[rowA++] = target;
      if (order >= 0) targetB[rowB++] = target;
      target++;
    }
    for (; rowA < endA; target++) {
      days[target] = daysA[rowA] as number;
      targetA[rowA++] = target;
    }
    for (; rowB < endB; target++) {
      days[target] = daysB[rowB] as number;
      targetB[rowB++] = target;
    }
    offsets[customer + 1] = target;
  }
  let values: Int32Array | undefined;
  if (valuesA !== undefined) {
    values = new Int32Array(target);
    for (let row = 0; row < valuesA.length; row++) values[targetA[row] as number] = valuesA[row] as number;
    for (let row = 0; row < targetB.length; row++) values[targetB[row] as number] = valuesB?.[row] as number;
  }
  const columns: Record<string, SumColumn> = {};
  for (const name of Object.keys(a.rows.columns)) {
    const ofA = a.rows.columns[name] as SumColumn;
    const ofB = b.rows.columns[name] as SumColumn;
    const isEmpty = ofA.length === 0 && ofB.length === 0;
    const sums = zerosLike(ofA, isEmpty ? 0 : target);
    addInto(sums, ofA, targetA);
    addInto(sums, ofB, targetB);
    columns[name] = sums;
  }
  return { offsets, days: days.subarray(0, target), values, columns: columns as C };
}

/** The values of a side in the codes of the union; undefined in the calendar. */
function valuesOf({ rows, values: newCode }: MergeSide<Columns>): Int32Array | undefined {
  return newCode === undefined ? rows.values : rows.values?.map((code) => newCode[code] as number);
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
