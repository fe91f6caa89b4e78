import type { Column } from "../../core/index.js";
import type { Matrix } from "./matrix.js";

/** The x with L Lᵀ x = right side, unchecked. */
export function solveFactored(factor: Matrix, rightSide: Column): number[] {
  const size = factor.length;
  const x = Array.from(rightSide);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) x[i]! -= factor[i]![j]! * x[j]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) x[i]! -= factor[j]![i]! * x[j]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
}
