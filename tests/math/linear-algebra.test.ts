import { describe, expect, it } from "vitest";
import { choleskyFactor, choleskyInverse, choleskyLogDeterminant, choleskySolve } from "../../src/math/index.js";
import { refusal } from "./support/refusal.js";

/** The Hilbert matrix 1 / (i + j + 1): its inverse is whole, its determinant known (OEIS A005249). */
const hilbert = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => 1 / (i + j + 1)));

describe("Cholesky", () => {
  it("factors, solves, inverts and measures the Hilbert matrix of four rows", () => {
    const factor = choleskyFactor(hilbert(4));
    const inverse = [
      [16, -120, 240, -140],
      [-120, 1200, -2700, 1680],
      [240, -2700, 6480, -4200],
      [-140, 1680, -4200, 2800],
    ];
    choleskyInverse(factor).forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value / inverse[i]![j]!).toBeCloseTo(1, 9);
      });
    });
    expect(choleskyLogDeterminant(factor)).toBeCloseTo(-Math.log(6_048_000), 10);
    expect(choleskySolve(factor, [1, 0, 0, 0]).map((x) => Math.round(x))).toEqual([16, -120, 240, -140]);
  });

  it("of no rows is nothing, with determinant 1", () => {
    expect(choleskyFactor([])).toEqual([]);
    expect(choleskyLogDeterminant([])).toBe(0);
    expect(choleskySolve([], [])).toEqual([]);
  });

  it.each([
    ["negative", [[-1]]],
    [
      "zero",
      [
        [2, 0],
        [1, 0],
      ],
    ],
    ["no number", [[Number.NaN]]],
    ["missing", [[1, 0], []]],
  ])("has no determinant for a factor whose pivot is %s", (_, factor) => {
    expect(() => choleskyLogDeterminant(factor)).toThrow(/NUMBER_OUT_OF_RANGE|NOT_A_FINITE_NUMBER/);
  });

  it("refuses what is not symmetric, square, finite and positive definite", () => {
    expect(
      refusal(() =>
        choleskyFactor([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toBe("NOT_POSITIVE_DEFINITE matrix");
    expect(
      refusal(() =>
        choleskyFactor([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toBe("NOT_POSITIVE_DEFINITE matrix");
    expect(refusal(() => choleskyFactor([[0]]))).toBe("NOT_POSITIVE_DEFINITE matrix");
    expect(
      refusal(() =>
        choleskyFactor([
          [2, 1],
          [0, 2],
        ]),
      ),
    ).toBe("NOT_POSITIVE_DEFINITE matrix 1 0");
    expect(refusal(() => choleskyFactor([[1, 0]]))).toBe("LENGTHS_DIFFER matrix 0");
    expect(refusal(() => choleskyFactor([[Number.NaN]]))).toBe("NOT_A_FINITE_NUMBER matrix 0 0");
    expect(refusal(() => choleskySolve([[1]], [1, 2]))).toBe("LENGTHS_DIFFER rightSide");
    // Rounding makes the Hilbert matrix of 20 rows singular.
    expect(refusal(() => choleskyFactor(hilbert(20)))).toBe("NOT_POSITIVE_DEFINITE matrix");
  });
});
