/**
 * A column: Float64Array, Int32Array, string[] … seen without their mutators.
 * @category Tables
 */
export interface Column<T = number> extends Iterable<T> {
  readonly length: number;
  readonly [index: number]: T;
}

/**
 * A column with unknowns: where `known[i]` is 0, `values[i]` means nothing. Never NaN.
 * @category Tables
 */
export interface MaybeColumn<T = number> {
  readonly values: Column<T>;
  readonly known: Column<number>;
}
