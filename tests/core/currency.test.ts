import { describe, expect, it } from "vitest";
import { currencyDecimals } from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";

describe("currencyDecimals", () => {
  it.each([
    ["JPY", 0],
    ["KRW", 0],
    ["EUR", 2],
    ["CNY", 2],
    ["MGA", 2],
    ["BHD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["UYW", 4],
  ])("%s has %i decimals (ISO 4217, list one)", (currency, decimals) => {
    expect(currencyDecimals(currency)).toBe(decimals);
  });

  it("counts two for any other code of three capitals, also one that is a property name elsewhere", () => {
    expect(currencyDecimals("ZZZ")).toBe(2);
    expect(() => currencyDecimals("__proto__")).toThrow("INVALID_CURRENCY");
  });

  it("says which code was meant", () => {
    expect(faultOf(() => currencyDecimals("eur", ["orders", 3, "currency"]))).toMatchObject({
      code: "INVALID_CURRENCY",
      path: ["orders", 3, "currency"],
      received: '"eur"',
      hint: 'Write "EUR"',
    });
    expect(faultOf(() => currencyDecimals("€")).hint).toBeUndefined();
    expect(faultOf(() => currencyDecimals(978 as never)).received).toBe("978");
  });
});
