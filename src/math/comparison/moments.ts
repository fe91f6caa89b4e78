import type { Column } from "../../core/index.js";
import { checkColumn, checkFinite, checkInteger, checkOpenProbability } from "../checks.js";
import { stableSum } from "../stable-sum.js";

/**
 * Options of intervals.
 * @category Distributions
 */
export interface IntervalOptions {
  /** How often such intervals hold the true value; default 0.95. */
  readonly confidence?: number | undefined;
}

/** The probability beyond each end of the interval. */
export function tailOf({ confidence = 0.95 }: IntervalOptions): number {
  checkOpenProbability(confidence, ["confidence"]);
  return (1 - confidence) / 2;
}

/** A mean, the square of its standard error, and the degrees of freedom of that. */
export interface Spread {
  readonly mean: number;
  readonly squaredError: number;
  readonly freedom: number;
}

/** The moments of at least two finite values. */
export function momentsOf(values: Column, name: string): Spread {
  checkColumn(values, name);
  const { length } = values;
  checkInteger(length, 2, Number.MAX_SAFE_INTEGER, [name, "length"]);
  const mean = stableSum(values) / length;
  const squares = stableSum(Float64Array.from(values, (value) => (value - mean) ** 2));
  checkFinite(squares, [name]);
  return { mean, squaredError: squares / (length - 1) / length, freedom: length - 1 };
}
