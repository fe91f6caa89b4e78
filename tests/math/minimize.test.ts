import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  choleskyFactor,
  choleskyInverse,
  logBeta,
  logGamma,
  minimizeBfgs,
  minimizeNewton,
  numericGradient,
  numericHessian,
} from "../../src/math/index.js";
import { readCsv } from "../support/csv.js";
import { describeWithReference } from "../support/reference-data.js";
import { refusal } from "./support/refusal.js";

type Point = readonly number[];

// H. H. Rosenbrock, The Computer Journal 3 (1960) 175: minimum 0 at (1, 1), usual start (-1.2, 1).
const valley = ([x = 0, y = 0]: Point): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
const slopes = ([x = 0, y = 0]: Point): number[] => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
const bends = ([x = 0, y = 0]: Point): number[][] => [
  [2 - 400 * (y - 3 * x * x), -400 * x],
  [-400 * x, 200],
];

describe("minimisers on known functions", () => {
  const close = (point: Point, exact: Point, digits: number): void => {
    exact.forEach((x, i) => {
      expect(point[i]).toBeCloseTo(x, digits);
    });
  };

  it("BFGS finds the end of Rosenbrock's valley, with slopes given or not", () => {
    const alone = minimizeBfgs(valley, [-1.2, 1]);
    expect(alone.status).toBe("converged");
    close(alone.point, [1, 1], 8);
    const given = minimizeBfgs((point) => ({ value: valley(point), gradient: slopes(point) }), [-1.2, 1]);
    expect(given.status).toBe("converged");
    close(given.point, [1, 1], 8);
    expect(given.evaluations).toBeLessThan(80);
    expect(given.flatness).toBeLessThan(1e-9);
    expect(given.gradient).toEqual(slopes(given.point));
    expect(given.value).toBe(valley(given.point));
  });

  it("Newton does too, and returns the second derivatives there", () => {
    const found = minimizeNewton((p) => ({ value: valley(p), gradient: slopes(p), hessian: bends(p) }), [-1.2, 1]);
    expect(found.status).toBe("converged");
    close(found.point, [1, 1], 8);
    expect(found.hessian).toEqual(bends(found.point));
    expect(found.iterations).toBeLessThan(30);
  });

  // J. J. Moré, B. S. Garbow and K. E. Hillstrom, ACM TOMS 7 (1981) 17, problems 13 (Powell's singular function), 16 (Beale).
  it("BFGS solves Powell's singular and Beale's function", () => {
    const powell = ([a = 0, b = 0, c = 0, d = 0]: Point): number =>
      (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4;
    expect(minimizeBfgs(powell, [3, -1, 0, 1]).value).toBeLessThan(1e-9);
    const beale = ([x = 0, y = 0]: Point): number =>
      [1.5, 2.25, 2.625].reduce((sum, target, i) => sum + (target - x * (1 - y ** (i + 1))) ** 2, 0);
    close(minimizeBfgs(beale, [1, 1]).point, [3, 0.5], 7);
  });

  it("step back from where the function is not defined", () => {
    const walled = ([x = 0]: Point): number => (x > 0 ? x - Math.log(x) : Number.NaN);
    expect(minimizeBfgs(walled, [50]).point[0]).toBeCloseTo(1, 8);
    const bent = ([x = 0]: Point): { value: number; gradient: number[]; hessian: number[][] } => ({
      value: walled([x]),
      gradient: [1 - 1 / x],
      hessian: [[1 / x / x]],
    });
    expect(minimizeNewton(bent, [50]).point[0]).toBeCloseTo(1, 8);
  });

  it("Newton leaves a saddle downhill", () => {
    const saddle = ([x = 0]: Point): { value: number; gradient: number[]; hessian: number[][] } => ({
      value: x ** 4 - x * x,
      gradient: [4 * x ** 3 - 2 * x],
      hessian: [[12 * x * x - 2]],
    });
    expect(minimizeNewton(saddle, [0.01]).point[0]).toBeCloseTo(Math.SQRT1_2, 9);
  });

  it("say how they ended", () => {
    expect(minimizeBfgs(() => 3, [5, 1]).status).toBe("converged");
    expect(minimizeBfgs(([x = 0]) => -x, [5], { maxIterations: 5 }).status).toBe("max-iterations");
    // A slope of the wrong sign: no step along it falls.
    expect(minimizeBfgs(([x = 0]) => ({ value: x * x, gradient: [-2 * x] }), [1]).status).toBe("stalled");
    const wrong = minimizeNewton(([x = 0]) => ({ value: x * x, gradient: [-2 * x], hessian: [[2]] }), [1]);
    expect(wrong).toMatchObject({ status: "stalled", point: [1], value: 1 });
    for (const end of [minimizeBfgs(([x = 0]) => -Math.exp(x), [1]), minimizeBfgs(([x = 0]) => -x, [1])]) {
      for (const number of [end.value, end.flatness, ...end.point, ...end.gradient])
        expect(number).toSatisfy(Number.isFinite);
    }
  });

  it("Newton survives a step past all doubles", () => {
    const nearlyFlat = ([x = 0]: Point): { value: number; gradient: number[]; hessian: number[][] } => ({
      value: Math.max(-x, -1.5e308),
      gradient: [-1],
      hessian: [[1e-308]],
    });
    const end = minimizeNewton(nearlyFlat, [1e308], { maxIterations: 3 });
    for (const number of [end.value, end.flatness, ...end.point]) expect(number).toSatisfy(Number.isFinite);
  });

  it("refuse starts and options that are none", () => {
    expect(refusal(() => minimizeBfgs(valley, []))).toBe("EMPTY_VALUES start");
    expect(refusal(() => minimizeBfgs(valley, [1, Number.NaN]))).toBe("NOT_A_FINITE_NUMBER start 1");
    expect(refusal(() => minimizeBfgs(() => Number.NaN, [1]))).toBe("NOT_A_FINITE_NUMBER objective");
    expect(refusal(() => minimizeBfgs(valley, [1, 1], { tolerance: 0 }))).toBe("NUMBER_OUT_OF_RANGE tolerance");
    expect(refusal(() => minimizeBfgs(valley, [1, 1], { maxIterations: 0 }))).toBe("NUMBER_OUT_OF_RANGE maxIterations");
    expect(refusal(() => minimizeBfgs(() => ({ value: 1, gradient: [] }), [1]))).toBe("LENGTHS_DIFFER gradient");
    const undefinedBend = (): { value: number; gradient: number[]; hessian: number[][] } => ({
      value: 1,
      gradient: [1],
      hessian: [[Number.NaN]],
    });
    expect(refusal(() => minimizeNewton(undefinedBend, [1]))).toBe("NOT_A_FINITE_NUMBER objective");
  });
});

describe("derivatives by differences", () => {
  it("are those on paper", () => {
    const at = [-1.2, 1.1];
    numericGradient(valley, at).forEach((slope, i) => {
      expect(slope / slopes(at)[i]!).toBeCloseTo(1, 9);
    });
    numericHessian(slopes, at).forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(bends(at)[i]![j]!, 5);
      });
    });
  });

  it("look to the other side of an edge, and refuse a point without sides", () => {
    expect(numericGradient(([x = 0]) => Math.sqrt(x) * x, [0])[0]).toBeCloseTo(0, 2);
    expect(refusal(() => numericGradient(([x = 0]) => (x === 1 ? 0 : Number.NaN), [1]))).toBe(
      "NOT_A_FINITE_NUMBER objective",
    );
    expect(refusal(() => numericHessian(() => [Number.NaN], [1]))).toBe("NOT_A_FINITE_NUMBER gradient 0");
  });
});

describeWithReference("models of the next wave", "cdnow/cdnow_sample_cbs.csv", (path) => {
  // P. S. Fader, B. G. S. Hardie and K. L. Lee (2005): r .243, alpha 4.414, a .793, b 2.426, LL -9582.4. The digits are the
  // exact maximum, from an own analytic gradient in another language.
  it("BG/NBD on CDNOW: the published fit, in log-parameters, by numeric slopes, with standard errors", () => {
    const customers = readCsv(path).map((row) => ({
      x: Number(row.frequency),
      last: Number(row.recency_weeks),
      age: Number(row.T_weeks),
    }));
    const negative = (logs: Point): number => {
      const [r = 0, alpha = 0, a = 0, b = 0] = logs.map(Math.exp);
      return -customers.reduce((sum, { x, last, age }) => {
        const repeats = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + last)) ** (r + x);
        const shape = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + logBeta(a, b + x) - logBeta(a, b);
        return sum + shape - (r + x) * Math.log(alpha + age) + Math.log1p(repeats);
      }, 0);
    };
    const fit = minimizeBfgs(negative, [0, 0, 0, 0]);
    expect(fit.status).toBe("converged");
    expect(fit.value).toBeCloseTo(9582.429206674, 8);
    const estimates = fit.point.map(Math.exp);
    [0.242594535, 4.41360238, 0.792922066, 2.42590688].forEach((exact, i) => {
      expect(Math.abs(estimates[i]! / exact - 1)).toBeLessThan(1e-6);
    });
    // CLVTools: standard errors .012557 .378224 .185733 .705407.
    const covariance = choleskyInverse(choleskyFactor(numericHessian((p) => numericGradient(negative, p), fit.point)));
    [0.012557, 0.378224, 0.185733, 0.705407].forEach((error, i) => {
      expect(estimates[i]! * Math.sqrt(covariance[i]![i]!)).toBeCloseTo(error, 3);
    });
  });

  // P. S. Fader and B. G. S. Hardie, "How to Project Customer Retention" (2007): alpha .704, beta 1.182.
  it("sBG on the regular customers: the published fit", () => {
    const rows = readCsv(join(dirname(path), "../sbg-retention/survivors.csv"));
    const alive = rows.map((row) => Number(row.regular));
    const negative = (logs: Point): number => {
      const [alpha = 0, beta = 0] = logs.map(Math.exp);
      const lost = alive.slice(1).map((count, i) => (alive[i]! - count) * logBeta(alpha + 1, beta + i));
      const kept = alive.at(-1)! * logBeta(alpha, beta + alive.length - 1);
      return 1000 * logBeta(alpha, beta) - kept - lost.reduce((sum, part) => sum + part);
    };
    const fit = minimizeBfgs(negative, [0, 0]);
    expect(fit.value).toBeCloseTo(1680.265188, 6);
    expect(Math.exp(fit.point[0]!)).toBeCloseTo(0.70407732, 6);
    expect(Math.exp(fit.point[1]!)).toBeCloseTo(1.18204307, 6);
  });
});
