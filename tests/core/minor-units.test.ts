import { describe, expect, it } from "vitest";
import { parseExactMinorUnits, parseMinorUnits, readMinorUnits } from "../../src/core/index.js";
import { amountIssue } from "../../src/core/shared.js";
import { faultOf } from "../support/fault-of.js";

describe("parseMinorUnits", () => {
  it.each([
    ["19.99", 2, 1999],
    ["-0.05", 2, -5],
    ["0", 2, 0],
    ["-0.00", 2, 0],
    ["007.5", 2, 750],
    ["19.9900", 2, 1999],
    ["1234", 0, 1234],
    ["1234.000", 0, 1234],
    ["0.0001", 4, 1],
    ["90071992547409.91", 2, Number.MAX_SAFE_INTEGER],
    ["-90071992547409.91", 2, -Number.MAX_SAFE_INTEGER],
    ["9007199254740991.000000", 0, Number.MAX_SAFE_INTEGER],
  ])("reads the text %s at scale %i", (amount, scale, minor) => {
    expect(parseMinorUnits(amount, scale)).toBe(minor);
  });

  it.each([
    [19.99, 2, 1999],
    [-3.5, 2, -350],
    [-0, 2, 0],
    [1.005, 3, 1005],
    [0.1, 1, 1],
    [1e-7, 7, 1],
    [0.5, 16, 5_000_000_000_000_000],
    [Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER],
    [90_071_992_547_409, 2, 9_007_199_254_740_900],
    [9_999_999_999_999.99, 2, 999_999_999_999_999],
  ])("reads the number %d at scale %i", (amount, scale, minor) => {
    expect(parseMinorUnits(amount, scale)).toBe(minor);
  });

  it.each([
    "",
    "-",
    ".",
    "5.",
    ".5",
    "+5",
    "1e3",
    " 5",
    "5 ",
    "1,234.56",
    "1.234,56",
    "1.2.3",
    "--1",
    "0x10",
    "５",
    "NaN",
    "١",
  ])("refuses the text %j", (amount) => {
    expect(faultOf(() => parseMinorUnits(amount, 2)).code).toBe("INVALID_AMOUNT");
    expect(faultOf(() => parseExactMinorUnits(amount, 2)).code).toBe("INVALID_AMOUNT");
    expect(readMinorUnits(amount, 2)).toBeUndefined();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, null, undefined, true, 5n, {}, ["5"]])("refuses %s", (amount) => {
    expect(faultOf(() => parseMinorUnits(amount as never, 2)).code).toBe("INVALID_AMOUNT");
    expect(faultOf(() => parseExactMinorUnits(amount as never, 2)).code).toBe("INVALID_AMOUNT");
  });

  it("refuses an amount finer than the scale and says which scale would keep it", () => {
    expect(faultOf(() => parseMinorUnits("22.3680", 2, ["rows", 7, "Sales"]))).toMatchObject({
      code: "AMOUNT_TOO_FINE",
      path: ["rows", 7, "Sales"],
      expected: "at most 2 decimals",
      received: '"22.3680"',
      hint: "Pass scale: 3 to keep it exactly, or round it first",
    });
    expect(faultOf(() => parseMinorUnits(22.368, 2)).hint).toMatch("scale: 3");
    expect(faultOf(() => parseMinorUnits("0.0000000000000000001", 18)).hint).toBe("Round it first");
  });

  it("refuses the noise of a calculation, for which no scale is the cure", () => {
    expect(faultOf(() => parseMinorUnits(0.1 + 0.2, 2))).toMatchObject({
      code: "AMOUNT_TOO_FINE",
      received: "0.30000000000000004",
      hint: 'It looks computed in doubles: round it, to "0.30"',
    });
    expect(faultOf(() => parseMinorUnits(0.1 + 0.2, 17)).code).toBe("AMOUNT_OUT_OF_RANGE");
    expect(faultOf(() => parseMinorUnits(1.1 * 3, 2)).code).toBe("AMOUNT_TOO_FINE");
  });

  it("refuses what no safe integer holds and says what would", () => {
    expect(faultOf(() => parseMinorUnits("90071992547409.92", 2))).toMatchObject({
      code: "AMOUNT_OUT_OF_RANGE",
      expected: "at most 90071992547409.91 either side of zero",
      hint: "Keep the amount in larger units",
    });
    expect(faultOf(() => parseMinorUnits("9007199254740992", 2)).hint).toBe("Keep the amount in larger units");
    expect(faultOf(() => parseMinorUnits("9007199254740991", 2)).hint).toBe("Pass scale: 0");
    expect(faultOf(() => parseMinorUnits("900719925474099.1", 2)).hint).toBe("Pass scale: 1");
    expect(faultOf(() => parseMinorUnits("9".repeat(400), 0)).hint).toBe("Keep the amount in larger units");
  });

  it.each([
    ["$1,120.00", 'Write "1120.00": the currency has its own field'],
    ["€ 12,50", 'Write "12.50": the currency has its own field'],
    ["1.234,56", 'Write "1234.56"'],
    ["(12.50)", 'Write "-12.50"'],
    ["12.50-", 'Write "-12.50"'],
    ["+12.50", 'Write "12.50"'],
    [".50", 'Write "0.50"'],
    ["￥12.50", 'Write "12.50": the currency has its own field'],
    ["RMB 12.50", 'Write "12.50": the currency has its own field'],
    ["1,234", 'Write "1234", or "1.234" if the comma is the decimal mark'],
    ["0,125", 'Write "0.125"'],
    ["1,234,567", 'Write "1234567"'],
    ["1.234.567", 'Write "1234567"'],
    ["1'234.50", 'Write "1234.50"'],
    ["1 234,5", 'Write "1234.5"'],
    ["1,23,456.00", 'Write "123456.00"'],
    ["1,2,3", undefined],
    ["about 5", undefined],
    ["1e3", undefined],
    ["", undefined],
  ])("says how to write %j", (amount, hint) => {
    const fault = faultOf(() => parseMinorUnits(amount, 3));
    expect([fault.code, fault.hint]).toEqual(["INVALID_AMOUNT", hint]);
  });

  it("refuses a number that may have lost digits before it came here", () => {
    // Written as 90071992547409.93, this double prints as …94: one cent would be invented.
    expect(faultOf(() => parseMinorUnits(Number("90071992547409.93"), 2))).toMatchObject({
      code: "AMOUNT_OUT_OF_RANGE",
      hint: "Pass a decimal string: a number this long may have lost digits already",
    });
    expect(faultOf(() => parseExactMinorUnits(2 ** 53, 0)).code).toBe("AMOUNT_OUT_OF_RANGE");
    expect(faultOf(() => parseMinorUnits(1e21, 0)).code).toBe("AMOUNT_OUT_OF_RANGE");
  });

  it.each([-1, 1.5, 19, Number.NaN, undefined])("refuses the scale %s", (scale) => {
    expect(faultOf(() => parseMinorUnits("1", scale as number)).code).toBe("INVALID_SCALE");
    expect(faultOf(() => parseMinorUnits(1, scale as number)).code).toBe("INVALID_SCALE");
  });
});

describe("parseExactMinorUnits", () => {
  it("goes on past 2^53", () => {
    expect(parseExactMinorUnits("90071992547409.92", 2)).toBe(9007199254740992n);
    expect(parseExactMinorUnits("-123456789012345678901234567890.12", 4)).toBe(-1234567890123456789012345678901200n);
    expect(parseExactMinorUnits(Number.MAX_SAFE_INTEGER, 2)).toBe(900719925474099100n);
  });
});

describe("amountIssue", () => {
  it("is the same finding that parseMinorUnits throws", () => {
    const { code, path, expected, received, hint } = faultOf(() => parseMinorUnits("1.234", 2, ["amount"]));
    expect(amountIssue("1.234", 2, ["amount"])).toEqual({ code, path, expected, received, hint });
  });
});
