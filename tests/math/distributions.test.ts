import { describe, expect, it } from "vitest";
import {
  binomialTail,
  chiSquareTail,
  normalQuantile,
  normalTail,
  poissonTail,
  studentTTail,
  wilsonInterval,
} from "../../src/math/index.js";
import { refusal } from "./support/refusal.js";

describe("printed tables", () => {
  it("normal: M. Abramowitz and I. A. Stegun, table 26.1, and AS 241's check values", () => {
    expect(normalTail(1, "lower").toFixed(15)).toBe("0.841344746068543");
    expect(normalTail(5, "upper").toFixed(15)).toBe("0.000000286651572");
    // M. J. Wichura (1988), section "Accuracy": the quantiles of 0.25, 0.001 and 1e-20.
    expect(normalQuantile(0.25, "lower")).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001, "lower")).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20, "lower")).toBeCloseTo(-9.26234008979841, 13);
  });

  it("Student's t: A&S table 26.10, upper 2.5 % points", () => {
    for (const [t, v] of [
      [12.706, 1],
      [4.303, 2],
      [2.228, 10],
      [2.042, 30],
    ] as const) {
      expect(studentTTail(t, v, "upper")).toBeCloseTo(0.025, 4);
    }
  });

  it("chi-square: A&S table 26.8, upper 5 % and 0.1 % points", () => {
    for (const [x, v] of [
      [3.84146, 1],
      [11.0705, 5],
      [43.773, 30],
    ] as const) {
      expect(chiSquareTail(x, v, "upper")).toBeCloseTo(0.05, 5);
    }
    expect(chiSquareTail(29.588, 10, "upper")).toBeCloseTo(0.001, 6);
  });

  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
  it("Wilson: Newcombe's four examples", () => {
    const shown = (successes: number, trials: number): string =>
      wilsonInterval(successes, trials)
        .map((bound) => bound.toFixed(4))
        .join(" ");
    expect(shown(81, 263)).toBe("0.2553 0.3662");
    expect(shown(15, 148)).toBe("0.0624 0.1605");
    expect(shown(0, 20)).toBe("0.0000 0.1611");
    expect(shown(1, 29)).toBe("0.0061 0.1718");
  });
});

describe("counts", () => {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

  it("Poisson tails are sums of e^-m m^k / k!", () => {
    for (const mean of [0.1, 1, 4.5, 20]) {
      let below = 0;
      for (let k = 0; k <= 30; k++) {
        below += (Math.exp(-mean) * mean ** k) / factorial(k);
        expect(poissonTail(k, mean, "lower")).toBeCloseTo(below, 13);
      }
    }
  });

  it("binomial tails are exact sums of fractions", () => {
    // Pascal's triangle in BigInt; p = 3/8, so that probabilities are exact fractions of 8^n.
    for (const n of [1, 7, 40]) {
      let choose = 1n;
      let below = 0n;
      for (let k = 0; k < n; k++) {
        below += choose * 3n ** BigInt(k) * 5n ** BigInt(n - k);
        choose = (choose * BigInt(n - k)) / BigInt(k + 1);
        const above = 8n ** BigInt(n) - below;
        const exact = (part: bigint): number => Number((part * 10n ** 60n) / 8n ** BigInt(n)) / 1e60;
        expect(binomialTail(k, n, 0.375, "lower") / exact(below)).toBeCloseTo(1, 12);
        expect(binomialTail(k, n, 0.375, "upper") / exact(above)).toBeCloseTo(1, 12);
      }
    }
  });

  it("keep the digits of far tails (50-digit sums)", () => {
    expect(poissonTail(40, 4, "upper") / 2.925551165195e-27).toBeCloseTo(1, 12);
    expect(poissonTail(5, 300, "lower") / 1.060119721985e-120).toBeCloseTo(1, 12);
    expect(binomialTail(900, 1000, 0.5, "upper") / 7.427818096437e-163).toBeCloseTo(1, 12);
  });

  it("know the ends: nothing below 0, nothing above all trials, certain and impossible events", () => {
    expect(poissonTail(-1, 3, "upper")).toBe(1);
    expect(poissonTail(-1, 3, "lower")).toBe(0);
    expect(poissonTail(0, 0, "lower")).toBe(1);
    expect(poissonTail(0, 0, "upper")).toBe(0);
    expect(binomialTail(-1, 3, 0.2, "upper")).toBe(1);
    expect(binomialTail(3, 3, 0.2, "lower")).toBe(1);
    expect(binomialTail(0, 0, 0.2, "upper")).toBe(0);
    expect(binomialTail(1, 3, 0, "lower")).toBe(1);
    expect(binomialTail(1, 3, 1, "lower")).toBe(0);
    expect(binomialTail(1, 3, 1, "upper")).toBe(1);
  });

  it("Wilson's interval reaches the ends exactly and knows nothing without trials", () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
    expect(wilsonInterval(0, 5)[0]).toBe(0);
    expect(wilsonInterval(5, 5)[1]).toBe(1);
    const [lower, upper] = wilsonInterval(30, 100, { confidence: 0.99 });
    expect([lower.toFixed(6), upper.toFixed(6)]).toEqual(["0.197461", "0.427428"]);
  });
});

describe("refusals", () => {
  it("name the argument", () => {
    expect(refusal(() => normalTail(Number.NaN, "lower"))).toBe("NOT_A_FINITE_NUMBER z");
    expect(refusal(() => normalTail(0, "left" as never))).toBe("INVALID_OPTIONS tail");
    expect(refusal(() => normalQuantile(0, "lower"))).toBe("NUMBER_OUT_OF_RANGE probability");
    expect(refusal(() => normalQuantile(1, "upper"))).toBe("NUMBER_OUT_OF_RANGE probability");
    expect(refusal(() => studentTTail(1, 0, "upper"))).toBe("NUMBER_OUT_OF_RANGE degreesOfFreedom");
    expect(refusal(() => chiSquareTail(-1, 1, "upper"))).toBe("NUMBER_OUT_OF_RANGE x");
    expect(refusal(() => poissonTail(1.5, 1, "upper"))).toBe("NUMBER_OUT_OF_RANGE count");
    expect(refusal(() => poissonTail(1, -1, "upper"))).toBe("NUMBER_OUT_OF_RANGE mean");
    expect(refusal(() => binomialTail(1, 2.5, 0.5, "upper"))).toBe("NUMBER_OUT_OF_RANGE trials");
    expect(refusal(() => binomialTail(1, 2, 1.5, "upper"))).toBe("NUMBER_OUT_OF_RANGE probability");
    expect(refusal(() => wilsonInterval(3, 2))).toBe("NUMBER_OUT_OF_RANGE successes");
    expect(refusal(() => wilsonInterval(1, 2, { confidence: 1 }))).toBe("NUMBER_OUT_OF_RANGE confidence");
  });
});
