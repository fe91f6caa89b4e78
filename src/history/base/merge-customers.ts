import { upTo } from "../rows/sort-rows.js";

/** The union of two sorted id columns, and where each of its customers was; guests stay last. */
export interface MergedCustomers {
  readonly customerIds: readonly string[];
  /** Position in the first base, by position in the union; -1 where it is not there. */
  readonly fromA: Int32Array;
  readonly fromB: Int32Array;
}

export function mergeCustomers(a: readonly string[], b: readonly string[]): MergedCustomers {
  if (sameIds(a, b)) {
    const all = upTo(a.length + 1);
    return { customerIds: a, fromA: all, fromB: all };
  }
  const ids: string[] = [];
  const fromA = new Int32Array(a.length + b.length + 1).fill(-1);
  const fromB = new Int32Array(a.length + b.length + 1).fill(-1);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const idA = a[i];
    const idB = b[j];
    const takesA = idB === undefined || (idA !== undefined && idA <= idB);
    const takesB = idA === undefined || (idB !== undefined && idB <= idA);
    if (takesA) fromA[ids.length] = i++;
    if (takesB) fromB[ids.length] = j++;
    ids.push((takesA ? idA : idB) as string);
  }
  fromA[ids.length] = a.length;
  fromB[ids.length] = b.length;
  return { customerIds: ids, fromA: fromA.slice(0, ids.length + 1), fromB: fromB.slice(0, ids.length + 1) };
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The position in the union of each customer, guests included. */
export function positionsIn(from: Int32Array, customers: number): Int32Array {
  const positions = new Int32Array(customers);
  from.forEach((before, now) => {
    if (before >= 0) positions[before] = now;
  });
  return positions;
}
