import { describe, expect, it } from "vitest";
import { formatMinorUnits } from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";

describe("formatMinorUnits", () => {
  it.each([
    [1999, 2, "19.99"],
    [5, 2, "0.05"],
    [-5, 2, "-0.05"],
    [-0, 2, "0.00"],
    [0n, 2, "0.00"],
    [100, 0, "100"],
    [-100, 0, "-100"],
    [7, 3, "0.007"],
    [22_972_008_603, 4, "2297200.8603"],
    [-(2n ** 63n), 2, "-92233720368547758.08"],
    [1n, 18, "0.000000000000000001"],
  ])("writes %s at scale %i as %s", (minor, scale, text) => {
    expect(formatMinorUnits(minor, scale)).toBe(text);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "refuses %d, which is no whole safe number",
    (minor) => {
      expect(faultOf(() => formatMinorUnits(minor, 2)).code).toBe("AMOUNT_OUT_OF_RANGE");
    },
  );

  it("refuses a scale that is none", () => {
    expect(faultOf(() => formatMinorUnits(1, -1)).code).toBe("INVALID_SCALE");
  });
});
