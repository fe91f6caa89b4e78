import { requireList } from "../../core/shared.js";
import { checkFinite, refuse } from "../checks.js";
import { factorize } from "./factorize.js";
import type { Matrix } from "./matrix.js";

/**
 * The lower triangular L with L Lᵀ = matrix, of a symmetric positive definite matrix: a covariance, or the second
 * derivatives at a minimum. What {@link choleskySolve}, {@link choleskyInverse} and {@link choleskyLogDeterminant} take.
 *
 * Cholesky's decomposition (G. H. Golub and C. F. Van Loan, "Matrix Computations", 4.2). A pivot within rounding of 0
 * counts as singular. The matrix of no rows has the factor of no rows.
 * @throws NOT_A_FINITE_NUMBER, LENGTHS_DIFFER where the matrix is not square, NOT_POSITIVE_DEFINITE
 * @example
 * import { choleskyFactor } from "clientele/math";
 * choleskyFactor([[4, 2], [2, 10]]); // => [[2, 0], [1, 3]]
 * @category Linear algebra
 */
export function choleskyFactor(matrix: Matrix): Matrix {
  checkSymmetric(matrix);
  return (
    factorize(matrix) ??
    refuse(
      "NOT_POSITIVE_DEFINITE",
      ["matrix"],
      "a positive definite matrix",
      "one that is not",
      "Some direction is flat",
    )
  );
}

/** Symmetric up to rounding: halves computed separately may differ in their last digits. */
function checkSymmetric(matrix: Matrix): void {
  requireList(matrix, "matrix", "a matrix: rows of numbers");
  const size = matrix.length;
  for (let i = 0; i < size; i++) {
    const row = matrix[i]!;
    requireList(row, ["matrix", i], "a row of numbers");
    if (row.length !== size) refuse("LENGTHS_DIFFER", ["matrix", i], `${size} values`, `${row.length}`);
    for (let j = 0; j < size; j++) checkFinite(row[j]!, ["matrix", i, j]);
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const [below, above] = [matrix[i]![j]!, matrix[j]![i]!];
      if (Math.abs(below - above) > 1e-6 * Math.max(Math.abs(below), Math.abs(above))) {
        refuse("NOT_POSITIVE_DEFINITE", ["matrix", i, j], `${above}, as in the other half`, below);
      }
    }
  }
}
