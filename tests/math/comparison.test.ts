import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  meanDifference,
  meanInterval,
  normalTail,
  rateDifference,
  studentTTail,
  trialsPerGroup,
} from "../../src/math/index.js";

const shown = (interval: readonly number[]): string => interval.map((bound) => bound.toFixed(4)).join(" ");

describe("the difference of two rates", () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10.
  it.each([
    [56, 70, 48, 80, "0.0524 0.3339"],
    [9, 10, 3, 10, "0.1705 0.8090"],
    [6, 7, 2, 7, "0.0582 0.8062"],
    [5, 56, 0, 29, "-0.0381 0.1926"],
    [0, 10, 0, 20, "-0.1611 0.2775"],
    [10, 10, 0, 20, "0.6791 1.0000"],
    [10, 10, 0, 10, "0.6075 1.0000"],
  ])("%i of %i against %i of %i is %s", (x, m, y, n, interval) => {
    expect(shown(rateDifference({ successes: x, trials: m }, { successes: y, trials: n }).interval)).toBe(interval);
  });

  // Seen to fail where the halves of the two Wilson intervals were taken the wrong way round.
  it("law: the other way round is the same with the other sign, within -1 and 1, and holds the difference", () => {
    const group = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([trials, share]) => ({ trials, successes: Math.round(trials * share) }));
    fc.assert(
      fc.property(group, group, (x, y) => {
        const { difference, interval } = rateDifference(x, y);
        const [lower, upper] = rateDifference(y, x).interval;
        expect(interval[0]).toBeCloseTo(-upper, 12);
        expect(interval[1]).toBeCloseTo(-lower, 12);
        expect(interval[0]).toBeLessThanOrEqual(difference);
        expect(interval[1]).toBeGreaterThanOrEqual(difference);
        expect(Math.max(-interval[0], interval[1])).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("means", () => {
  // "Student" (1908), section IX: additional hours of sleep; the paired gain is 1.58, its interval as printed by R 4 `t.test(extra ~ group)`.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

  it("Student's sleep data, paired: 1.58 hours, from 0.7001 to 2.4599", () => {
    const { mean, interval } = meanInterval(second.map((hours, i) => hours - (first[i] as number)));
    expect(mean).toBeCloseTo(1.58, 12);
    expect(shown(interval)).toBe("0.7001 2.4599");
  });

  it("the same as two groups, by Welch: from -0.2055 to 3.3655", () => {
    expect(shown(meanDifference(second, first).interval)).toBe("-0.2055 3.3655");
  });

  // The definition: the ends are where the tail of Student's distribution is half of what is left. Seen to fail on n instead of n - 1.
  it("law: each end has the tail that the confidence leaves", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.5, 0.9, 0.95, 0.999), (sample, confidence) => {
        const { mean, interval } = meanInterval(sample, { confidence });
        const n = sample.length;
        const naive = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) / n;
        const scale = Math.max(...sample.map(Math.abs));
        if (Math.sqrt(naive) <= 1e-9 * scale) return;
        const t = (interval[1] - mean) / Math.sqrt(naive);
        expect(studentTTail(t, n - 1, "upper")).toBeCloseTo((1 - confidence) / 2, 6);
        expect(mean - interval[0]).toBeCloseTo(interval[1] - mean, 4);
      }),
    );
  });

  it("equal values have no spread, in one group or in two", () => {
    expect(meanInterval([3, 3, 3])).toEqual({ mean: 3, interval: [3, 3] });
    expect(meanDifference([3, 3], [1, 1])).toEqual({ difference: 2, interval: [2, 2] });
  });
});

describe("how many are needed", () => {
  it("R's help page of power.prop.test: 76.7 for 0.50 and 0.75 at a power of 0.9", () => {
    expect(trialsPerGroup(0.5, 0.75, { power: 0.9 })).toBe(77);
  });

  it("one fewer finds the difference less often than asked, that many do not", () => {
    const power = (n: number): number => {
      const alike = 1.959963984540054 * Math.sqrt(2 * 0.11 * 0.89);
      return normalTail((Math.sqrt(n) * 0.02 - alike) / Math.sqrt(0.1 * 0.9 + 0.12 * 0.88), "lower");
    };
    const n = trialsPerGroup(0.1, 0.12);
    expect(power(n)).toBeGreaterThanOrEqual(0.8);
    expect(power(n - 1)).toBeLessThan(0.8);
  });
});

it.each([
  () => meanInterval([1]),
  () => meanDifference([1, 2], []),
  () => rateDifference({ successes: 0, trials: 0 }, { successes: 0, trials: 1 }),
  () => rateDifference({ successes: 2, trials: 1 }, { successes: 0, trials: 1 }),
  () => trialsPerGroup(0.1, 0.1),
  () => trialsPerGroup(0.1, 0.2, { power: 1 }),
  () => meanInterval([1, 2], { confidence: 1 }),
])("refuses what has no answer: %s", (act) => {
  expect(act).toThrow("NUMBER_OUT_OF_RANGE");
});

it("refuses what is not finite, or would not stay so", () => {
  expect(() => meanInterval([1, Number.NaN])).toThrow("NOT_A_FINITE_NUMBER at values[1]");
  expect(() => meanInterval([1e200, -1e200])).toThrow("NOT_A_FINITE_NUMBER");
});
