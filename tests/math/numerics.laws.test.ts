import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choleskyFactor,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
  findRoot,
  integrate,
  isotonicFit,
  minimizeBfgs,
  minimizeNewton,
  numericGradient,
  stableSum,
} from "../../src/math/index.js";
import { between, positive } from "./support/numbers.js";

const entries = between(-3, 3);
const times = (left: number[][], right: number[][]): number[][] =>
  left.map((row) => right[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * right[k]![j]!, 0)));
const transposed = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((_, i) => matrix.map((row) => row[i]!));

/** B Bᵀ + I: symmetric, positive definite, not too far from singular. */
const definite = fc
  .integer({ min: 1, max: 6 })
  .chain((size) =>
    fc
      .array(fc.array(entries, { minLength: size, maxLength: size }), { minLength: size, maxLength: size })
      .map((b) => times(b, transposed(b)).map((row, i) => row.map((value, j) => value + (i === j ? 1 : 0)))),
  );

describe("stableSum", () => {
  // Seen to fail with plain addition, and with the branch for the larger addend left out.
  it("is the exact sum of whole numbers of very different size, but for the last digit", () => {
    const term = fc
      .record({ digits: fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), shift: fc.integer({ min: 0, max: 60 }) })
      .map(({ digits, shift }) => BigInt(digits) << BigInt(shift));
    fc.assert(
      fc.property(fc.array(term, { maxLength: 40 }), fc.boolean(), (terms, cancel) => {
        const all = cancel ? [...terms, ...terms.slice(1).map((one) => -one)] : terms;
        const exact = Number(all.reduce((sum, one) => sum + one, 0n));
        expect(Math.abs(stableSum(all.map(Number)) - exact)).toBeLessThanOrEqual(1e-15 * Math.abs(exact));
      }),
    );
  });
});

describe("isotonicFit", () => {
  const weighted = fc.array(
    fc.record({ value: fc.integer({ min: -9, max: 9 }), weight: fc.integer({ min: 1, max: 5 }) }),
    {
      maxLength: 25,
    },
  );

  // Seen to fail with unweighted means, and without looking back at earlier blocks after pooling.
  it("is the max-min of the means of all runs through a place (Barlow and others 1972), and keeps the total", () => {
    fc.assert(
      fc.property(weighted, (rows) => {
        const values = rows.map((row) => row.value);
        const weights = rows.map((row) => row.weight);
        const mean = (from: number, to: number): number => {
          const run = rows.slice(from, to + 1);
          return (
            run.reduce((sum, row) => sum + row.value * row.weight, 0) / run.reduce((sum, row) => sum + row.weight, 0)
          );
        };
        const naive = rows.map((_, i) =>
          Math.max(
            ...rows.slice(0, i + 1).map((__, from) => Math.min(...rows.slice(i).map((___, k) => mean(from, i + k)))),
          ),
        );
        const fit = isotonicFit(values, { weights });
        naive.forEach((level, i) => {
          expect(fit[i]).toBeCloseTo(level, 12);
        });
        const mirrored = isotonicFit(
          values.map((value) => -value),
          { weights, direction: "decreasing" },
        );
        expect(mirrored.map((value) => -value + 0)).toEqual(fit.map((value) => value + 0));
      }),
    );
  });
});

describe("calculus", () => {
  // Seen to fail with one weight of the rule taken twice.
  it("integrals of polynomials are those on paper, and add up over a split", () => {
    fc.assert(
      fc.property(
        fc.array(entries, { minLength: 1, maxLength: 12 }),
        entries,
        entries,
        entries,
        (c, from, middle, to) => {
          const polynomial = (x: number): number => c.reduceRight((sum, part) => sum * x + part, 0);
          const primitive = (x: number): number => c.reduceRight((sum, part, k) => sum * x + part / (k + 1), 0) * x;
          const scale = 1e-12 * Math.max(1, ...[from, middle, to].map((x) => Math.abs(x) ** c.length * 10 * c.length));
          const whole = integrate(polynomial, from, to, { nodes: 8 });
          const parts =
            integrate(polynomial, from, middle, { nodes: 8 }) + integrate(polynomial, middle, to, { nodes: 8 });
          expect(Math.abs(whole - (primitive(to) - primitive(from)))).toBeLessThan(scale);
          expect(Math.abs(whole - parts)).toBeLessThan(scale);
        },
      ),
    );
  });

  // Seen to fail with the bracket's far end not renewed after a step.
  it("a root stands where the sign changes, whatever the bounds", () => {
    fc.assert(
      fc.property(between(-5, 5), between(0, 4), between(0.1, 1e3), between(0.1, 1e3), (root, slope, left, right) => {
        const equation = (x: number): number => (x - root) ** 3 + slope * (x - root);
        const found = findRoot(equation, root - left, root + right);
        const nextTo = 8 * Number.EPSILON * Math.max(1, Math.abs(found));
        expect(equation(found - nextTo)).toBeLessThanOrEqual(0);
        expect(equation(found + nextTo)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  // Seen to fail with (4 D(h/2) + D(h)) / 5.
  it("numeric slopes of a cubic are exact but for rounding", () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 4, maxLength: 4 }), entries, ([a = 0, b = 0, c = 0, d = 0], x) => {
        const [slope] = numericGradient(([at = 0]) => ((a * at + b) * at + c) * at + d, [x]);
        expect(slope).toBeCloseTo((3 * a * x + 2 * b) * x + c, 8);
      }),
    );
  });
});

describe("Cholesky", () => {
  // Seen to fail with the two substitutions of the solution exchanged, and with ln det not doubled.
  it("factors back to the matrix, solves it, inverts it; the determinant is multiplicative in a scale", () => {
    fc.assert(
      fc.property(definite, positive(1e-3, 1e3), (matrix, scale) => {
        const factor = choleskyFactor(matrix).map((row) => [...row]);
        const size = matrix.length;
        const back = times(factor, transposed(factor));
        const unit = times(
          matrix,
          choleskyInverse(factor).map((row) => [...row]),
        );
        const x = choleskySolve(
          factor,
          matrix.map((row) => row.reduce((sum, value) => sum + value, 0)),
        );
        for (let i = 0; i < size; i++) {
          expect(x[i]).toBeCloseTo(1, 8);
          for (let j = 0; j < size; j++) {
            expect(back[i]![j]).toBeCloseTo(matrix[i]![j]!, 10);
            expect(unit[i]![j]).toBeCloseTo(i === j ? 1 : 0, 8);
            if (j > i) expect(factor[i]![j]).toBe(0);
          }
        }
        const scaled = choleskyFactor(matrix.map((row) => row.map((value) => value * scale)));
        const expected = choleskyLogDeterminant(factor) + size * Math.log(scale);
        expect(choleskyLogDeterminant(scaled)).toBeCloseTo(expected, 9);
      }),
    );
  });
});

describe("minimisers", () => {
  // Seen to fail with the inverse update's last sign changed (BFGS) and with the gradient not negated (Newton).
  it("find the minimum of any quadratic bowl, Newton in one step", () => {
    fc.assert(
      fc.property(definite, fc.array(entries, { minLength: 6, maxLength: 6 }), (matrix, centres) => {
        const centre = centres.slice(0, matrix.length);
        const slopes = (point: readonly number[]): number[] =>
          matrix.map((row) => row.reduce((sum, value, j) => sum + value * (point[j]! - centre[j]!), 0));
        const value = (point: readonly number[]): number =>
          slopes(point).reduce((sum, slope, i) => sum + (slope * (point[i]! - centre[i]!)) / 2, 0);
        const start = centre.map(() => 0);
        const bfgs = minimizeBfgs((point) => ({ value: value(point), gradient: slopes(point) }), start);
        const newton = minimizeNewton((p) => ({ value: value(p), gradient: slopes(p), hessian: matrix }), start);
        expect(bfgs.status).toBe("converged");
        expect(newton.status).toBe("converged");
        expect(newton.iterations).toBeLessThanOrEqual(2);
        centre.forEach((x, i) => {
          expect(bfgs.point[i]).toBeCloseTo(x, 6);
          expect(newton.point[i]).toBeCloseTo(x, 8);
        });
      }),
    );
  });

  // Seen to fail without the limit on flatness, which overflows where value and slopes do all but that.
  it("return finite numbers, no worse than the start, from whatever a function does", () => {
    const strange = fc.constantFrom<(x: number, y: number) => number>(
      (x, y) => Math.exp(x) - y,
      (x) => -Math.exp(x * x),
      (x, y) => Math.log(x) + Math.log(y),
      (x, y) => 1 / (x * y),
      (x, y) => Math.sqrt(x) * Math.sin(1e6 * y),
      (x, y) => (x > y ? Number.NaN : x * y),
      (x, y) => Math.abs(x) + Math.floor(y),
      (x, y) => 1e300 * x * x + 1e-300 * y,
      (x) => -(x ** 5),
      (x) => -Math.log1p(Math.log1p(Math.abs(x))),
    );
    const everyFinite = (numbers: readonly number[]): void => {
      for (const number of numbers) expect(number).toSatisfy(Number.isFinite);
    };
    let tried = 0;
    fc.assert(
      fc.property(strange, entries, entries, (f, x, y) => {
        const start = f(x, y);
        if (!Number.isFinite(start)) return;
        try {
          const end = minimizeBfgs(([a = 0, b = 0]) => f(a, b), [x, y], { maxIterations: 30 });
          everyFinite([end.value, end.flatness, ...end.point, ...end.gradient]);
          expect(end.value).toBeLessThanOrEqual(start + 1e-12 * Math.abs(start));
          tried++;
        } catch (error) {
          // Slopes that are not finite at the start are refused.
          expect(error).toMatchObject({ code: "NOT_A_FINITE_NUMBER", path: ["objective"] });
        }
      }),
    );
    expect(tried).toBeGreaterThan(50);
  });
});
