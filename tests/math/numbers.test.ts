import { describe, expect, it } from "vitest";
import { isotonicFit, stableSum } from "../../src/math/index.js";
import { refusal } from "./support/refusal.js";

describe("stableSum", () => {
  it("keeps what plain addition drops", () => {
    expect(stableSum([1, 1e100, 1, -1e100])).toBe(2); // Neumaier's own example: plain addition gives 0
    expect(stableSum(new Float64Array(10).fill(0.1))).toBe(1);
    expect(stableSum([])).toBe(0);
  });

  it("refuses NaN, infinities and sums that are no double", () => {
    expect(refusal(() => stableSum([1, Number.NaN]))).toBe("NOT_A_FINITE_NUMBER values 1");
    expect(refusal(() => stableSum([1e308, 1e308]))).toBe("NUMBER_OUT_OF_RANGE values");
  });
});

describe("isotonicFit", () => {
  it("pools neighbours out of order", () => {
    expect(isotonicFit([1, 3, 2, 4, 3, 5])).toEqual(Float64Array.of(1, 2.5, 2.5, 3.5, 3.5, 5));
    for (const level of isotonicFit([5, 4, 3, 2, 1])) expect(level).toBeCloseTo(3, 14);
    expect(isotonicFit([1, 3, 2], { weights: [1, 1, 3] })).toEqual(Float64Array.of(1, 2.25, 2.25));
    expect(isotonicFit([1, 3, 2], { direction: "decreasing" })).toEqual(new Float64Array(3).fill(2));
  });

  it("leaves nothing, one value and monotone values as they are", () => {
    expect(isotonicFit([])).toEqual(new Float64Array(0));
    expect(isotonicFit([7])).toEqual(Float64Array.of(7));
    expect(isotonicFit([1, 1, 2])).toEqual(Float64Array.of(1, 1, 2));
  });

  it("refuses NaN, weights of another length and weights not above 0", () => {
    expect(refusal(() => isotonicFit([Number.NaN]))).toBe("NOT_A_FINITE_NUMBER values 0");
    expect(refusal(() => isotonicFit([1, 2], { weights: [1] }))).toBe("LENGTHS_DIFFER weights");
    expect(refusal(() => isotonicFit([1, 2], { weights: [1, 0] }))).toBe("NUMBER_OUT_OF_RANGE weights 1");
    expect(refusal(() => isotonicFit([1], { direction: "up" as never }))).toBe("INVALID_OPTIONS direction");
  });
});
