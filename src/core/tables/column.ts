/**
 * A column, seen without its mutators: what a list and every typed array (Float64Array, Int32Array …) have in common.
 *
 * There is no `map`, because a typed array's would round or wrap what it is given: write `Array.from(column, (value) => …)`.
 * Columns of texts that are given back are lists, with `map` and all.
 * @category Tables
 */
export interface Column<T = number> extends Iterable<T> {
  readonly length: number;
  readonly [index: number]: T;
  at(index: number): T | undefined;
  every(test: (value: T, index: number) => unknown): boolean;
  filter(test: (value: T, index: number) => unknown): Column<T>;
  find(test: (value: T, index: number) => unknown): T | undefined;
  findIndex(test: (value: T, index: number) => unknown): number;
  forEach(act: (value: T, index: number) => void): void;
  includes(value: T): boolean;
  indexOf(value: T): number;
  join(separator?: string): string;
  reduce<U>(step: (sum: U, value: T, index: number) => U, from: U): U;
  slice(start?: number, end?: number): Column<T>;
  some(test: (value: T, index: number) => unknown): boolean;
}

/**
 * A column with unknowns: where `known[i]` is 0, `values[i]` means nothing. Never NaN.
 * @category Tables
 */
export interface MaybeColumn<T = number> {
  readonly values: Column<T>;
  readonly known: Column<number>;
}

/**
 * A column of texts or lists with unknowns, as results have them: a plain list, with `map` and all. Where `known[i]` is 0, `values[i]` means nothing.
 * @category Tables
 */
export interface MaybeList<T> extends MaybeColumn<T> {
  readonly values: readonly T[];
}
