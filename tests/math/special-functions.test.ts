import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  digamma,
  incompleteBeta,
  incompleteGamma,
  logBeta,
  logGamma,
  normalTail,
  studentTTail,
  trigamma,
} from "../../src/math/index.js";
import { refusal } from "./support/refusal.js";

// Exact values in 50 digits: see reference/compute.py. Each row is [...arguments, value].
const path = new URL("reference/special-functions.json", import.meta.url);
const reference: Readonly<Record<string, readonly number[][]>> = JSON.parse(readFileSync(path, "utf8"));

/** The largest error over all reference rows, relative to the value or, below `floor`, to `floor`. */
function worst(name: string, call: (...row: number[]) => number, floor = 0): number {
  const rows = reference[name]!;
  expect(rows.length).toBeGreaterThan(20);
  let error = 0;
  for (const row of rows) {
    const exact = row.at(-1)!;
    const relative = Math.abs(call(...row) - exact) / Math.max(Math.abs(exact), floor);
    if (!(relative <= error)) error = Number.isNaN(relative) && exact === 0 ? error : relative;
  }
  return error;
}

describe("against 50-digit arithmetic", () => {
  it("ln Γ", () => expect(worst("logGamma", (x) => logGamma(x!))).toBeLessThan(1e-14));
  it("ψ", () => expect(worst("digamma", (x) => digamma(x!), 0.1)).toBeLessThan(1e-14));
  it("ψ′", () => expect(worst("trigamma", (x) => trigamma(x!))).toBeLessThan(1e-14));
  it("ln B", () => expect(worst("logBeta", (a, b) => logBeta(a!, b!), 1)).toBeLessThan(1e-14));
  it("P(Z > z)", () => expect(worst("normalUpper", (z) => normalTail(z!, "upper"))).toBeLessThan(1e-14));
  it("P(a, x)", () => expect(worst("gammaLower", (a, x) => incompleteGamma(a!, x!, "lower"))).toBeLessThan(1e-12));
  it("Q(a, x)", () => expect(worst("gammaUpper", (a, x) => incompleteGamma(a!, x!, "upper"))).toBeLessThan(1e-12));
  it("I_x(a, b)", () =>
    expect(worst("betaLower", (a, b, x) => incompleteBeta(a!, b!, x!, "lower"))).toBeLessThan(1e-12));
  it("1 - I_x(a, b)", () =>
    expect(worst("betaUpper", (a, b, x) => incompleteBeta(a!, b!, x!, "upper"))).toBeLessThan(1e-12));
  it("P(T > t)", () => expect(worst("tUpper", (t, v) => studentTTail(t!, v!, "upper"))).toBeLessThan(1e-12));
});

describe("edges", () => {
  it("ln Γ and ψ at whole numbers are sums of logarithms and of fractions", () => {
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
    expect(logGamma(171)).toBeCloseTo(
      Array.from({ length: 170 }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b),
      10,
    );
    expect(digamma(5) - digamma(1)).toBeCloseTo(1 + 1 / 2 + 1 / 3 + 1 / 4, 14);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 14);
  });

  it("refuse what has no finite value", () => {
    for (const call of [logGamma, digamma, trigamma]) {
      for (const x of [0, -1, -0]) expect(refusal(() => call(x))).toBe("NUMBER_OUT_OF_RANGE x");
      for (const x of [Number.NaN, Number.POSITIVE_INFINITY])
        expect(refusal(() => call(x))).toBe("NOT_A_FINITE_NUMBER x");
    }
    expect(refusal(() => logGamma(3e305))).toBe("NUMBER_OUT_OF_RANGE x");
    expect(refusal(() => digamma(1e-309))).toBe("NUMBER_OUT_OF_RANGE x");
    expect(refusal(() => trigamma(1e-160))).toBe("NUMBER_OUT_OF_RANGE x");
    expect(refusal(() => logBeta(1, 0))).toBe("NUMBER_OUT_OF_RANGE b");
    expect(refusal(() => logBeta(1.7e308, 1.7e308))).toBe("NUMBER_OUT_OF_RANGE b");
    expect(refusal(() => incompleteGamma(0, 1, "lower"))).toBe("NUMBER_OUT_OF_RANGE shape");
    expect(refusal(() => incompleteGamma(1, -1, "lower"))).toBe("NUMBER_OUT_OF_RANGE x");
    expect(refusal(() => incompleteBeta(1, 2e12, 0.5, "lower"))).toBe("NUMBER_OUT_OF_RANGE b");
    expect(refusal(() => incompleteBeta(1, 1, 1.1, "lower"))).toBe("NUMBER_OUT_OF_RANGE x");
    expect(refusal(() => incompleteBeta(1, 1, 0.5, "both" as never))).toBe("INVALID_OPTIONS tail");
  });

  it("incomplete functions begin at 0 and end at 1", () => {
    expect(incompleteGamma(2, 0, "lower")).toBe(0);
    expect(incompleteGamma(2, 0, "upper")).toBe(1);
    expect(incompleteGamma(2, 1e300, "lower")).toBe(1);
    expect(incompleteGamma(1e300, 1, "upper")).toBe(1);
    expect(incompleteBeta(2, 3, 0, "upper")).toBe(1);
    expect(incompleteBeta(2, 3, 1, "lower")).toBe(1);
  });
});
