import { describe, expect, it } from "vitest";
import { allocate, allocateMoney } from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";

describe("allocate", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [0.7, 0.3], [4, 1]], // 3.5 and 1.5: equal remainders, the first is served
    [5, [0.3, 0.7], [2, 3]],
    [1, [0, 5, 0], [0, 1, 0]],
    [0, [1, 2], [0, 0]],
    [3, [0.1, 0.2], [1, 2]], // a tenth and two tenths, not their doubles
    [7, [1e-300, 1e300], [0, 7]],
    [2, [Number.MIN_VALUE, Number.MIN_VALUE], [1, 1]],
    [Number.MAX_SAFE_INTEGER, [1, 1], [4_503_599_627_370_496, 4_503_599_627_370_495]],
  ])("splits %i by %j into %j", (total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts);
    expect(allocate(BigInt(total), Float64Array.from(weights))).toEqual(parts.map(BigInt));
  });

  // The census populations of 1790 (3,615,920 in all) and the seats of the bill that Washington vetoed, as published in
  // M. L. Balinski and H. P. Young, "Fair Representation" (1982).
  it("gives the 120 seats of Hamilton's bill of 1792", () => {
    const populations = [
      630_560, 475_327, 432_879, 353_523, 331_589, 278_514, 236_841, 206_236, 179_570, 141_822, 85_533, 70_835, 68_705,
      68_446, 55_540,
    ];
    expect(allocate(120, populations)).toEqual([21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2]);
  });

  it.each([[[]], [[0, 0]]])("refuses the weights %j, which are all zero", (weights) => {
    expect(faultOf(() => allocate(1, weights))).toMatchObject({
      code: "INVALID_WEIGHTS",
      path: ["weights"],
      expected: "at least one weight above zero",
    });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, "1", null])(
    "refuses the weight %j and says where it stands",
    (weight) => {
      expect(faultOf(() => allocate(1, [1, weight as number]))).toMatchObject({
        code: "INVALID_WEIGHTS",
        path: ["weights", 1],
      });
    },
  );

  it("refuses a total that is no whole safe number", () => {
    expect(faultOf(() => allocate(0.5, [1]))).toMatchObject({ code: "AMOUNT_OUT_OF_RANGE", path: ["total"] });
  });
});

describe("allocateMoney", () => {
  it("keeps the currency's decimals, or those asked for", () => {
    const euro = { amount: "100", currency: "EUR" };
    expect(allocateMoney(euro, [1, 1, 1]).map((part) => part.amount)).toEqual(["33.34", "33.33", "33.33"]);
    expect(allocateMoney(euro, [1, 1, 1], { scale: 0 }).map((part) => part.amount)).toEqual(["34", "33", "33"]);
    expect(allocateMoney({ amount: "100", currency: "JPY" }, [1, 2])).toEqual([
      { amount: "33", currency: "JPY" },
      { amount: "67", currency: "JPY" },
    ]);
  });
});
