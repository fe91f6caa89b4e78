import { describe, expect, it } from "vitest";
import { divideRounded } from "../../src/core/index.js";

describe("divideRounded", () => {
  it.each([
    ["floor", [2n, -3n, 2n, -3n]],
    ["ceil", [3n, -2n, 3n, -2n]],
    ["half-up", [3n, -3n, 2n, -2n]],
    ["half-even", [2n, -2n, 2n, -2n]],
  ] as const)("%s rounds 2.5, -2.5, 2.4 and -2.4 as its table says", (rounding, expected) => {
    expect([25n, -25n, 24n, -24n].map((tenths) => divideRounded(tenths, 10n, rounding))).toEqual(expected);
    expect([25n, -25n, 24n, -24n].map((tenths) => divideRounded(-tenths, -10n, rounding))).toEqual(expected);
  });

  it("sends the odd half up when it rounds half to even", () => {
    expect(divideRounded(7n, 2n, "half-even")).toBe(4n);
    expect(divideRounded(-7n, 2n, "half-even")).toBe(-4n);
  });
});
