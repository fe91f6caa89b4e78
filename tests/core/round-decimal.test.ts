import { Decimal } from "decimal.js";
import { afterEach, describe, expect, it } from "vitest";
import { multiplyDecimals, roundDecimal } from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";

describe("roundDecimal", () => {
  it.each([
    ["floor", ["2", "-3", "2", "-3"]],
    ["ceil", ["3", "-2", "3", "-2"]],
    ["half-up", ["3", "-3", "2", "-2"]],
    ["half-even", ["2", "-2", "2", "-2"]],
  ] as const)("%s rounds 2.5, -2.5, 2.4 and -2.4 as its table says", (rounding, expected) => {
    expect(["2.5", "-2.5", "2.4", "-2.4"].map((value) => roundDecimal(value, 0, rounding))).toEqual(expected);
  });

  it("writes exactly the asked decimals, never a negative zero, never an exponent", () => {
    expect(roundDecimal("5", 2)).toBe("5.00");
    expect(roundDecimal("-0.004", 2)).toBe("0.00");
    expect(roundDecimal("-0.5", 0, "ceil")).toBe("0");
    expect(roundDecimal(1e-7, 8)).toBe("0.00000010");
    expect(roundDecimal(1e25, 1)).toBe("10000000000000000000000000.0");
    expect(roundDecimal(`${"9".repeat(80)}.5`, 0)).toBe(`1${"0".repeat(80)}`);
  });

  it("takes a number for the decimal it prints as", () => {
    expect(roundDecimal(1.005, 2)).toBe("1.01");
    expect(roundDecimal(0.1 + 0.2, 2)).toBe("0.30");
  });

  it.each(["", "1e3", "0x1f", "Infinity", "1,5", Number.NaN, Number.POSITIVE_INFINITY, null, true])(
    "refuses %j",
    (value) => {
      expect(faultOf(() => roundDecimal(value as string, 2))).toMatchObject({
        code: "INVALID_DECIMAL",
        path: ["value"],
      });
    },
  );

  it("refuses a scale or a rounding that is none", () => {
    expect(faultOf(() => roundDecimal("1", 2.5)).code).toBe("INVALID_SCALE");
    expect(faultOf(() => roundDecimal("1", 2, "up" as never)).code).toBe("INVALID_ROUNDING");
    expect(faultOf(() => roundDecimal("1", 2, "toString" as never)).code).toBe("INVALID_ROUNDING");
  });
});

describe("multiplyDecimals", () => {
  it("is exact and plain", () => {
    expect(multiplyDecimals(["1.1", "1.1"])).toBe("1.21");
    expect(multiplyDecimals(["-0.5", 0])).toBe("0");
    expect(multiplyDecimals(["0.00000001", "0.00000001"])).toBe("0.0000000000000001");
    expect(multiplyDecimals([])).toBe("1");
  });

  it("refuses factors whose product it could not keep whole", () => {
    const thirtyThree = "1".repeat(33);
    expect(faultOf(() => multiplyDecimals([thirtyThree, thirtyThree]))).toMatchObject({
      code: "AMOUNT_OUT_OF_RANGE",
      received: "66 digits",
    });
    expect(faultOf(() => multiplyDecimals(["1", "one"])).path).toEqual(["factors", 1]);
  });
});

describe("the private decimal.js", () => {
  const before = { precision: Decimal.precision, rounding: Decimal.rounding, toExpPos: Decimal.toExpPos };
  afterEach(() => Decimal.set(before));

  it("does not hear a host's Decimal.set, nor answers with one of its own", () => {
    Decimal.set({ precision: 2, rounding: Decimal.ROUND_UP, toExpPos: 1 });
    // The shared class does hear it, so this test could fail.
    expect(new Decimal("123456.78").times(1).toString()).toBe("1.3e+5");
    expect(multiplyDecimals(["123456.78", "1.01"])).toBe("124691.3478");
    expect(roundDecimal("123456.785", 2)).toBe("123456.79");
    expect([Decimal.precision, Decimal.rounding, Decimal.toExpPos]).toEqual([2, Decimal.ROUND_UP, 1]);
  });
});
