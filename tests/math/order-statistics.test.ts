import { describe, expect, it } from "vitest";
import { ntiles, quantile, quantiles, ranks, selectKth, sortedPositions } from "../../src/math/index.js";
import { refusal } from "./support/refusal.js";

describe("quantiles", () => {
  // numpy.quantile 1.24 (linear = type 7), the same as R's quantile(x, type = 7).
  it("are those of R and NumPy", () => {
    const grades = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
    expect(quantiles(grades, [0, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.8, 0.95, 1])).toEqual([1, 1, 1, 2.5, 3, 4, 5, 7.5, 9]);
    const mixed = quantiles([0.1, -2.5, 7.75, 1e6, 3.25, -1e-3], [0.05, 0.2, 0.4, 0.6, 0.8, 0.99]);
    [-1.87525, -0.001, 0.1, 3.25, 7.75, 950000.3875].forEach((value, i) => {
      expect(mixed[i]).toBeCloseTo(value, 9);
    });
  });

  it("come in the order asked for, doubled where asked for twice", () => {
    expect(quantiles([1, 2, 3], [1, 0, 0.5, 1])).toEqual([3, 1, 2, 3]);
    expect(quantiles([1, 2, 3], [])).toEqual([]);
  });

  it("of one value are that value", () => {
    expect(quantile([7], 0.3)).toBe(7);
  });

  it("stay finite between the largest doubles", () => {
    expect(quantile([-1.7e308, 1.7e308], 0.5)).toBe(0);
  });

  it("leave the input as it is", () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it("refuse nothing, NaN, infinities and probabilities outside 0 to 1", () => {
    expect(refusal(() => quantile([], 0.5))).toBe("EMPTY_VALUES values");
    expect(refusal(() => quantile([1, Number.NaN], 0.5))).toBe("NOT_A_FINITE_NUMBER values 1");
    expect(refusal(() => quantile([Number.POSITIVE_INFINITY], 0.5))).toBe("NOT_A_FINITE_NUMBER values 0");
    expect(refusal(() => quantiles([1], [0.5, 1.1]))).toBe("NUMBER_OUT_OF_RANGE probabilities 1");
    expect(refusal(() => quantile([1], Number.NaN))).toBe("NOT_A_FINITE_NUMBER probabilities 0");
  });
});

describe("selectKth", () => {
  it("counts from 0 and refuses a k that no value has", () => {
    expect([0, 1, 2, 3].map((k) => selectKth([30, 10, 20, 20], k))).toEqual([10, 20, 20, 30]);
    expect(refusal(() => selectKth([1, 2], 2))).toBe("NUMBER_OUT_OF_RANGE k");
    expect(refusal(() => selectKth([1, 2], 0.5))).toBe("NUMBER_OUT_OF_RANGE k");
    expect(refusal(() => selectKth([], 0))).toBe("EMPTY_VALUES values");
  });
});

describe("sortedPositions", () => {
  it("puts equal values in order of the tie-break, then of position", () => {
    expect([...sortedPositions([2, 1, 2, 1])]).toEqual([1, 3, 0, 2]);
    expect([...sortedPositions([2, 1, 2, 1], { tieBreak: [9, 5, 8, 5] })]).toEqual([1, 3, 2, 0]);
    expect([...sortedPositions([2, 1, 2, 1], { tieBreak: ["b", "z", "B", "a"] })]).toEqual([3, 1, 2, 0]);
    expect([...sortedPositions([0, -0, 0])]).toEqual([0, 1, 2]);
  });

  it("of nothing are none", () => {
    expect(sortedPositions([]).length).toBe(0);
    expect(sortedPositions([], { tieBreak: [] }).length).toBe(0);
  });

  it("refuses NaN and a tie-break of another length", () => {
    expect(refusal(() => sortedPositions([1, Number.NaN]))).toBe("NOT_A_FINITE_NUMBER values 1");
    expect(refusal(() => sortedPositions([1, 2], { tieBreak: [1] }))).toBe("LENGTHS_DIFFER tieBreak");
    expect(refusal(() => sortedPositions([1], { tieBreak: [Number.NaN] }))).toBe("NOT_A_FINITE_NUMBER tieBreak 0");
  });
});

describe("ranks", () => {
  const values = [10, 20, 20, 20, 30];

  it("share what the method says", () => {
    expect([...ranks(values)]).toEqual([1, 3, 3, 3, 5]);
    expect([...ranks(values, { ties: "lowest" })]).toEqual([1, 2, 2, 2, 5]);
    expect([...ranks(values, { ties: "highest" })]).toEqual([1, 4, 4, 4, 5]);
    expect([...ranks(values, { ties: "dense" })]).toEqual([1, 2, 2, 2, 3]);
    expect([...ranks(values, { tieBreak: [0, 3, 1, 2, 0] })]).toEqual([1, 4, 2, 3, 5]);
  });

  it("of nothing are none, of one value 1", () => {
    expect(ranks([]).length).toBe(0);
    expect([...ranks([5])]).toEqual([1]);
  });

  it("refuse a method they do not know", () => {
    expect(refusal(() => ranks(values, { ties: "first" as never }))).toBe("INVALID_OPTIONS ties");
  });
});

describe("ntiles", () => {
  // SELECT ntile(3) OVER (ORDER BY v, id) in PostgreSQL: the first bins take one more.
  it("are SQL's", () => {
    expect([...ntiles([1, 2, 3, 4, 5, 6, 7, 8], 3)]).toEqual([1, 1, 1, 2, 2, 2, 3, 3]);
    expect([...ntiles([5, 5, 5, 5], 2, { tieBreak: ["d", "c", "b", "a"] })]).toEqual([2, 2, 1, 1]);
  });

  it("leave the last bins empty where there are fewer values than bins", () => {
    expect([...ntiles([30, 10], 5)]).toEqual([2, 1]);
    expect([...ntiles([], 5)]).toEqual([]);
  });

  it("refuse a number of bins that is no whole number from 1", () => {
    expect(refusal(() => ntiles([1], 0))).toBe("NUMBER_OUT_OF_RANGE bins");
    expect(refusal(() => ntiles([1], 2.5))).toBe("NUMBER_OUT_OF_RANGE bins");
  });
});
