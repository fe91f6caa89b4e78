import type { Column } from "../../core/index.js";
import { checkColumn, checkInteger, checkNotEmpty, checkPositive } from "../checks.js";
import type { MinimizeOptions } from "./minimum.js";

interface StoppingRule {
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** What every minimiser needs of its options, checked. */
export function stoppingRule(start: readonly number[], options: MinimizeOptions): StoppingRule {
  const { tolerance = 1e-9, maxIterations = 200 } = options;
  checkNotEmpty(start, "start");
  checkColumn(start, "start");
  checkPositive(tolerance, ["tolerance"]);
  checkInteger(maxIterations, 1, Number.MAX_SAFE_INTEGER, ["maxIterations"]);
  return { tolerance, maxIterations };
}

/** J. E. Dennis and R. B. Schnabel, "Numerical Methods for Unconstrained Optimization", 7.2.5: free of units. */
export function flatness(point: readonly number[], value: number, gradient: Column): number {
  let steepest = 0;
  for (let i = 0; i < point.length; i++) {
    steepest = Math.max(steepest, Math.abs(gradient[i]!) * Math.max(Math.abs(point[i]!), 1));
  }
  return Math.min(steepest / Math.max(Math.abs(value), 1), Number.MAX_VALUE);
}

/** Below this a difference of two values is rounding: a step may rise by it without being turned down. */
export const slack = (value: number): number => 4 * Number.EPSILON * Math.abs(value);

/** The share of the fall promised by the slope that a step must bring (Armijo). */
export const SUFFICIENT = 1e-4;

export const dot = (left: Column, right: Column): number => {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
};

export const moved = (point: readonly number[], step: number, direction: readonly number[]): number[] =>
  point.map((x, i) => x + step * direction[i]!);
