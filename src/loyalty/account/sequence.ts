/**
 * A list that is never changed in place, of which successive states share almost everything: a tree of 32 branches (Bagwell 2001; the
 * persistent vector of Clojure). Plain JSON: nested arrays and a size. Adding or setting one of a million values copies 4 short arrays.
 */
export interface Sequence<T> {
  readonly size: number;
  readonly tree: Branch<T>;
}
type Branch<T> = readonly (T | Branch<T>)[];

const BITS = 5;
const MASK = 31;

/** A sequence of nothing. */
export const emptySequence = <T>(): Sequence<T> => ({ size: 0, tree: [] });

/** The sequence and one more value at its end. */
export function appended<T>({ size, tree }: Sequence<T>, value: T): Sequence<T> {
  const grown = size > 1 && heightOf(size + 1) > heightOf(size) ? [tree] : tree;
  return { size: size + 1, tree: replaced(grown, heightOf(size + 1), size, value) };
}

/** The sequence with another value at an index. */
export function withValue<T>({ size, tree }: Sequence<T>, index: number, value: T): Sequence<T> {
  return { size, tree: replaced(tree, heightOf(size), index, value) };
}

/** The value at an index, which must be in range. */
export function valueAt<T>({ size, tree }: Sequence<T>, index: number): T {
  let branch = tree;
  for (let shift = heightOf(size); shift > 0; shift -= BITS) branch = branch[(index >>> shift) & MASK] as Branch<T>;
  return branch[index & MASK] as T;
}

/** The values from an index on, with their indices. */
export function eachFrom<T>(sequence: Sequence<T>, from: number, visit: (value: T, index: number) => void): void {
  const { size, tree } = sequence;
  const height = heightOf(size);
  for (let index = from; index < size; ) {
    let branch = tree;
    for (let shift = height; shift > 0; shift -= BITS) branch = branch[(index >>> shift) & MASK] as Branch<T>;
    for (let at = index & MASK; at < branch.length; at++) visit(branch[at] as T, index++);
  }
}

/** All values as a list. */
export function listed<T>(sequence: Sequence<T>): readonly T[] {
  const values: T[] = [];
  eachFrom(sequence, 0, (value) => values.push(value));
  return values;
}

const MOST = 2 ** 30;

/** Whether a stored sequence stands as this file builds it. */
export function isSequence({ size, tree }: Sequence<unknown>): boolean {
  const stands = (branch: unknown, height: number, count: number): boolean => {
    if (!Array.isArray(branch) || branch.length !== Math.ceil(count / 2 ** height)) return false;
    const whole = 2 ** height;
    return height === 0 || branch.every((each, at) => stands(each, height - BITS, Math.min(whole, count - at * whole)));
  };
  return Number.isSafeInteger(size) && size >= 0 && size <= MOST && stands(tree, heightOf(size), size);
}

function heightOf(size: number): number {
  let height = 0;
  while (size > 1 && (size - 1) >>> (height + BITS) > 0) height += BITS;
  return height;
}

function replaced<T>(branch: Branch<T>, height: number, index: number, value: T): Branch<T> {
  const copy = branch.slice();
  const at = (index >>> height) & MASK;
  copy[at] = height === 0 ? value : replaced((branch[at] ?? []) as Branch<T>, height - BITS, index, value);
  return copy;
}
