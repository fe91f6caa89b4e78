import { describe, expect, it } from "vitest";
import { findRoot, gaussLegendreRule, integrate, stableSum } from "../../src/math/index.js";
import { refusal } from "./support/refusal.js";

describe("Gauss-Legendre", () => {
  // M. Abramowitz and I. A. Stegun, table 25.4.
  it("has the printed nodes and weights", () => {
    const five = gaussLegendreRule(5);
    [-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664].forEach((node, i) => {
      expect(five.nodes[i]).toBeCloseTo(node, 15);
    });
    [0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189].forEach(
      (weight, i) => {
        expect(five.weights[i]).toBeCloseTo(weight, 15);
      },
    );
    expect(gaussLegendreRule(96).nodes[95]).toBeCloseTo(0.999689503883231, 15);
    expect(gaussLegendreRule(96).weights[48]).toBeCloseTo(0.032550614492363, 15);
    expect(gaussLegendreRule(1)).toEqual({ nodes: Float64Array.of(0), weights: Float64Array.of(2) });
  });

  it("has ascending nodes and weights that add up to 2, for every count", () => {
    for (let count = 1; count <= 512; count += count < 40 ? 1 : 59) {
      const { nodes, weights } = gaussLegendreRule(count);
      expect(Math.abs(stableSum(weights) - 2)).toBeLessThan(1e-13);
      for (let i = 1; i < count; i++) expect(nodes[i]!).toBeGreaterThan(nodes[i - 1]!);
    }
  });

  it("integrates x^k exactly up to degree 2 count - 1 and no further", () => {
    for (const count of [1, 2, 3, 8, 20]) {
      for (let k = 0; k < 2 * count; k++)
        expect(integrate((x) => x ** k, 0, 1, { nodes: count })).toBeCloseTo(1 / (k + 1), 14);
      const beyond = integrate((x) => x ** (2 * count), -1, 1, { nodes: count });
      if (count < 8) expect(Math.abs(beyond - 2 / (2 * count + 1))).toBeGreaterThan(1e-8);
    }
  });

  it("integrates smooth functions to the last digits, either way round", () => {
    expect(integrate(Math.exp, 0, 1)).toBeCloseTo(Math.E - 1, 14);
    expect(integrate(Math.exp, 1, 0)).toBeCloseTo(1 - Math.E, 14);
    expect(integrate(Math.sin, 0, Math.PI, { nodes: 16 })).toBeCloseTo(2, 13);
    expect(integrate(Math.exp, 2, 2)).toBe(0);
    expect(integrate(() => 1, -1.7e308, -1.6e308)).toBeCloseTo(1e307, -295);
  });

  it("refuses an integrand that is not finite, and counts that no rule has", () => {
    expect(refusal(() => integrate(() => Number.NaN, 0, 1))).toBe("NOT_A_FINITE_NUMBER integrand");
    expect(refusal(() => integrate(Math.exp, 0, Number.POSITIVE_INFINITY))).toBe("NOT_A_FINITE_NUMBER to");
    expect(refusal(() => gaussLegendreRule(0))).toBe("NUMBER_OUT_OF_RANGE count");
    expect(refusal(() => gaussLegendreRule(513))).toBe("NUMBER_OUT_OF_RANGE count");
  });
});

describe("findRoot", () => {
  // Wallis' cubic, on which Newton showed his method: 2.0945514815423265…
  it("finds the root in few steps", () => {
    let calls = 0;
    const root = findRoot(
      (x) => {
        calls++;
        return x ** 3 - 2 * x - 5;
      },
      2,
      3,
    );
    expect(root).toBeCloseTo(2.0945514815423265, 14);
    expect(calls).toBeLessThan(12);
    expect(findRoot((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 15);
  });

  it("finds a jump, a bound that is a root, and bounds in either order", () => {
    expect(findRoot((x) => (x < 1 ? -1 : 1), -50, 70)).toBeCloseTo(1, 14);
    expect(findRoot((x) => x, 0, 1)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1);
    expect(findRoot((x) => x - 0.25, 1, 0)).toBe(0.25);
  });

  it("stops at the tolerance asked for", () => {
    let calls = 0;
    const root = findRoot(
      (x) => {
        calls++;
        return Math.exp(x) - 2;
      },
      -10,
      10,
      { tolerance: 0.01 },
    );
    expect(Math.abs(root - Math.LN2)).toBeLessThan(0.01);
    expect(calls).toBeLessThan(16);
  });

  it("refuses bounds without a change of sign, and functions that are not finite", () => {
    expect(refusal(() => findRoot((x) => x * x + 1, -1, 1))).toBe("NO_SIGN_CHANGE equation");
    expect(refusal(() => findRoot(Math.log, 0, 2))).toBe("NOT_A_FINITE_NUMBER equation");
    expect(refusal(() => findRoot((x) => x, Number.NaN, 1))).toBe("NOT_A_FINITE_NUMBER lower");
    expect(refusal(() => findRoot((x) => x, -1, 1, { tolerance: -1 }))).toBe("NUMBER_OUT_OF_RANGE tolerance");
  });
});
