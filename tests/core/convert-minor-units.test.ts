import { describe, expect, it } from "vitest";
import { convertMinorUnits } from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";

describe("convertMinorUnits", () => {
  it.each([
    [1999, "1", 2, 2, 1999],
    [1999, "1.0835", 2, 2, 2166], // 21.6591...
    [500, "0.0067", 0, 2, 335], // 500 JPY = 3.35 USD
    [100, "157.25", 2, 0, 157], // 1 USD = 157.25 JPY
    [100, "157.5", 2, 0, 158],
    [-100, "157.5", 2, 0, -158],
    [1, "0.5", 0, 0, 1],
    [-1, "0.5", 0, 0, -1],
    [0, "7.1", 2, 2, 0],
    [1234, "2", 2, 4, 246_800],
  ])("%i at rate %s from scale %i to %i is %i, a half away from zero", (minor, rate, from, to, expected) => {
    expect(convertMinorUnits(minor, rate, from, to)).toBe(expected);
    expect(convertMinorUnits(BigInt(minor), rate, from, to)).toBe(BigInt(expected));
  });

  it("rounds as told: points are floored", () => {
    expect(convertMinorUnits(1999, "1", 2, 0, "floor")).toBe(19);
    expect(convertMinorUnits(-1999, "1", 2, 0, "floor")).toBe(-20);
    expect(convertMinorUnits(1901, "1", 2, 0, "ceil")).toBe(20);
    expect(convertMinorUnits(50, "0.5", 2, 1, "half-even")).toBe(2);
  });

  it("refuses a number past 2^53 and keeps a bigint", () => {
    expect(faultOf(() => convertMinorUnits(Number.MAX_SAFE_INTEGER, "2", 2, 2))).toMatchObject({
      code: "AMOUNT_OUT_OF_RANGE",
      path: ["result"],
    });
    expect(convertMinorUnits(BigInt(Number.MAX_SAFE_INTEGER), "2", 2, 2)).toBe(18014398509481982n);
    expect(faultOf(() => convertMinorUnits(0.5, "2", 2, 2)).path).toEqual(["minor"]);
  });

  it.each(["0", "-1", "", "1e3", "1/2", " 1"])("refuses the rate %j", (rate) => {
    expect(faultOf(() => convertMinorUnits(1, rate, 2, 2)).code).toBe("INVALID_RATE");
  });

  it("asks for a rate as text", () => {
    expect(faultOf(() => convertMinorUnits(1, 1.08 as never, 2, 2)).hint).toBe('Write it as text: "1.08"');
    expect(faultOf(() => convertMinorUnits(1, null as never, 2, 2)).received).toBe("null");
  });

  it("checks both scales", () => {
    expect(faultOf(() => convertMinorUnits(1, "1", -1, 2)).code).toBe("INVALID_SCALE");
    expect(faultOf(() => convertMinorUnits(1, "1", 2, 99)).code).toBe("INVALID_SCALE");
  });
});
