import type { Matrix } from "./matrix.js";

/**
 * The lower triangle L with L Lᵀ = matrix, read from the lower half; undefined where a pivot is not above rounding, so
 * that the matrix is not positive definite to the precision of a double.
 */
export function factorize(matrix: Matrix): number[][] | undefined {
  const size = matrix.length;
  const factor = matrix.map(() => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    const row = factor[i]!;
    for (let j = 0; j <= i; j++) {
      const other = factor[j]!;
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * other[k]!;
      if (j < i) row[j] = rest / other[j]!;
      else if (rest > size * Number.EPSILON * matrix[i]![i]!) row[i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return factor;
}
