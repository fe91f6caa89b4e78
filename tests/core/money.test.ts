import { describe, expect, it } from "vitest";
import { addMoney, compareMoney, type Money, multiplyMoney, subtractMoney, sumMoney } from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";

const eur = (amount: string): Money<"EUR"> => ({ amount, currency: "EUR" });
const jpy = (amount: string): Money<"JPY"> => ({ amount, currency: "JPY" });

describe("arithmetic of money", () => {
  it("is exact and written at the currency's scale", () => {
    expect(addMoney(eur("0.1"), eur("0.2"))).toEqual(eur("0.30"));
    expect(subtractMoney(eur("1"), eur("1.01"))).toEqual(eur("-0.01"));
    expect(addMoney(jpy("-5"), jpy("5"))).toEqual(jpy("0"));
    expect(sumMoney([eur("0.1"), eur("0.2"), eur("-0.3")], "EUR")).toEqual(eur("0.00"));
    expect(sumMoney([], "BHD")).toEqual({ amount: "0.000", currency: "BHD" });
    expect(sumMoney([eur("90071992547409.91"), eur("0.01")], "EUR")).toEqual(eur("90071992547409.92"));
  });

  it("keeps finer amounts only where asked, never rounding them", () => {
    expect(faultOf(() => addMoney(eur("0.001"), eur("1")))).toMatchObject({
      code: "AMOUNT_TOO_FINE",
      path: ["left", "amount"],
    });
    expect(addMoney(eur("0.001"), eur("1"), { scale: 3 })).toEqual(eur("1.001"));
    expect(subtractMoney(eur("1"), eur("0.0001"), { scale: 4 })).toEqual(eur("0.9999"));
  });

  it("refuses two currencies, and says which amount", () => {
    const mixed = jpy("5") as Money as Money<"EUR">;
    expect(faultOf(() => addMoney(eur("1"), mixed))).toMatchObject({
      code: "CURRENCY_MISMATCH",
      path: ["right", "currency"],
      expected: '"EUR"',
      received: '"JPY"',
    });
    for (const call of [() => subtractMoney(eur("1"), mixed), () => compareMoney(eur("1"), mixed)]) {
      expect(faultOf(call).code).toBe("CURRENCY_MISMATCH");
    }
    expect(faultOf(() => sumMoney([eur("1"), mixed], "EUR")).path).toEqual(["amounts", 1, "currency"]);
    expect(faultOf(() => addMoney({ amount: "1", currency: "euro" }, { amount: "1", currency: "euro" })).code).toBe(
      "INVALID_CURRENCY",
    );
  });

  it("compares by value, however it is written", () => {
    expect(compareMoney(eur("1"), eur("1.00"))).toBe(0);
    expect(compareMoney(eur("9.5"), eur("10"))).toBe(-1);
    expect(compareMoney(eur("-9.5"), eur("-10"))).toBe(1);
    expect(compareMoney(eur("0.001"), eur("0.0011"))).toBe(-1);
  });

  it("multiplies exactly and rounds once, as told", () => {
    expect(multiplyMoney(eur("0.05"), "0.5")).toEqual(eur("0.03"));
    expect(multiplyMoney(eur("-0.05"), "0.5")).toEqual(eur("-0.03"));
    expect(multiplyMoney(eur("0.05"), "0.5", { rounding: "half-even" })).toEqual(eur("0.02"));
    expect(multiplyMoney(eur("0.05"), "0.5", { rounding: "floor" })).toEqual(eur("0.02"));
    expect(multiplyMoney(eur("0.05"), "0.5", { scale: 3 })).toEqual(eur("0.025"));
    expect(multiplyMoney(eur("-0.01"), "0.1")).toEqual(eur("0.00"));
    expect(faultOf(() => multiplyMoney(eur("1"), "10%"))).toMatchObject({ code: "INVALID_DECIMAL", path: ["factor"] });
  });
});
