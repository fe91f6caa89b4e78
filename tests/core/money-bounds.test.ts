import { describe, expect, test } from "vitest";
import {
  addMoney,
  allocate,
  allocateMoney,
  compareMoney,
  convertMinorUnits,
  currencyDecimals,
  divideRounded,
  formatMinorUnits,
  multiplyDecimals,
  multiplyMoney,
  parseExactMinorUnits,
  parseMinorUnits,
  readAmount,
  readMinorUnits,
  roundDecimal,
  subtractMoney,
  sumMinorUnits,
  sumMoney,
} from "../../src/core/index.js";
import { costInMinorUnits, currencyOfRecord, writtenAmount } from "../../src/core/shared.js";
import { codeOf, faultOf } from "../support/fault-of.js";

// Where amounts end and what their faults say, by hand: the last that is taken and the first that is not.
const LARGEST = Number.MAX_SAFE_INTEGER;
const eur = (amount: string) => ({ amount, currency: "EUR" }) as const;

describe("faults of money say which argument", () => {
  const bad = eur("ten");
  const nowhere = { amount: "1", currency: "euro" };

  test.each<[string, () => unknown, string, readonly (string | number)[]]>([
    ["add, left", () => addMoney(bad, eur("1")), "INVALID_AMOUNT", ["left", "amount"]],
    ["add, right", () => addMoney(eur("1"), bad), "INVALID_AMOUNT", ["right", "amount"]],
    ["add, currency", () => addMoney(nowhere, eur("1")), "INVALID_CURRENCY", ["left", "currency"]],
    ["subtract", () => subtractMoney(bad, eur("1")), "INVALID_AMOUNT", ["left", "amount"]],
    ["compare", () => compareMoney(eur("1"), bad), "INVALID_AMOUNT", ["right", "amount"]],
    ["multiply, money", () => multiplyMoney(null as never, "1"), "INVALID_AMOUNT", ["money"]],
    ["multiply, amount", () => multiplyMoney(bad, "1"), "INVALID_AMOUNT", ["money", "amount"]],
    ["multiply, currency", () => multiplyMoney(nowhere, "1"), "INVALID_CURRENCY", ["money", "currency"]],
    ["allocate, money", () => allocateMoney("1" as never, [1]), "INVALID_AMOUNT", ["money"]],
    ["allocate, amount", () => allocateMoney(bad, [1]), "INVALID_AMOUNT", ["money", "amount"]],
    ["allocate, currency", () => allocateMoney(nowhere, [1]), "INVALID_CURRENCY", ["money", "currency"]],
    ["allocate, weights", () => allocateMoney(eur("1"), 5 as never), "INVALID_WEIGHTS", ["weights"]],
    ["sum, amount", () => sumMoney([eur("1"), bad], "EUR"), "INVALID_AMOUNT", ["amounts", 1, "amount"]],
    ["sum, text", () => sumMoney("EUR" as never, "EUR"), "INVALID_AMOUNT", ["amounts"]],
    ["sum, currency", () => sumMoney([], "euro"), "INVALID_CURRENCY", ["currency"]],
    ["parse", () => parseMinorUnits("ten", 2), "INVALID_AMOUNT", []],
    ["parse exactly", () => parseExactMinorUnits("ten", 2, ["at"]), "INVALID_AMOUNT", ["at"]],
    ["format", () => formatMinorUnits(0.5, 2), "AMOUNT_OUT_OF_RANGE", ["minor"]],
    ["scale", () => formatMinorUnits(1, 0.5), "INVALID_SCALE", ["scale"]],
    ["round", () => roundDecimal("ten", 2), "INVALID_DECIMAL", ["value"]],
    ["rounding", () => roundDecimal("1", 2, "up" as never), "INVALID_ROUNDING", ["rounding"]],
    ["factors", () => multiplyDecimals("12" as never), "INVALID_ARGUMENT", ["factors"]],
    ["too many digits", () => multiplyDecimals(["1".repeat(64), "2"]), "AMOUNT_OUT_OF_RANGE", ["factors"]],
    ["currency", () => currencyDecimals("eu"), "INVALID_CURRENCY", ["currency"]],
    ["rate", () => convertMinorUnits(1, "0", 2, 2), "INVALID_RATE", ["rate"]],
    ["column", () => sumMinorUnits({} as never), "INVALID_AMOUNT", ["column"]],
  ])("%s", (_, call, code, path) => {
    expect(faultOf(call)).toMatchObject({ code, path });
  });

  test("a currency that differs is told how to be mended", () => {
    const fault = faultOf(() => addMoney(eur("1"), { amount: "1", currency: "USD" } as never));
    expect(fault.hint).toBe("Convert first (convertMinorUnits), or keep the currencies apart");
  });
});

describe("currencies", () => {
  test.each([
    ["eur", 'Write "EUR"'],
    [" EUR ", 'Write "EUR"'],
    ["xxx", undefined],
    ["EURO", undefined],
    ["EU", undefined],
    ["€UR", undefined],
    [978, undefined],
  ])("%j is no code", (currency, hint) => {
    expect(faultOf(() => currencyDecimals(currency as string)).hint).toBe(hint);
  });

  test("XXX is a code, and that of no record", () => {
    expect(currencyDecimals("XXX")).toBe(2);
    expect(faultOf(() => currencyOfRecord("XXX"))).toMatchObject({
      code: "INVALID_CURRENCY",
      path: ["currency"],
      hint: "Write the currency of the amount: XXX means that there is none",
    });
    expect(currencyOfRecord("JPY")).toBe(0);
    expect(faultOf(() => currencyOfRecord("yen", ["rows", 1])).path).toEqual(["rows", 1]);
  });

  test("a cost is an amount from zero with its currency", () => {
    expect(costInMinorUnits(eur("0.00"), ["cost"])).toEqual({ minor: 0, scale: 2 });
    expect(costInMinorUnits({ amount: "5", currency: "JPY" }, ["cost"])).toEqual({ minor: 5, scale: 0 });
    const pathOf = (cost: unknown) => faultOf(() => costInMinorUnits(cost as never, ["cost"])).path;
    expect(pathOf(eur("-0.01"))).toEqual(["cost", "amount"]);
    expect(pathOf(eur("ten"))).toEqual(["cost", "amount"]);
    expect(pathOf({ amount: "1", currency: "XXX" })).toEqual(["cost", "currency"]);
    expect(pathOf("5.00")).toEqual(["cost"]);
  });
});

describe("amounts", () => {
  test.each<[amount: string | number, scale: number, minor: number | undefined]>([
    ["9007199254740991", 0, LARGEST],
    ["9007199254740992", 0, undefined],
    ["-9007199254740991", 0, -LARGEST],
    ["-9007199254740992", 0, undefined],
    ["9007199254740.991", 3, LARGEST],
    ["9007199254740.992", 3, undefined],
    ["0.009007199254740991", 18, LARGEST],
    ["0.1", 0, undefined],
    ["0.0", 0, 0],
    ["1.5", 1, 15],
    ["1.50", 1, 15],
    ["1.51", 1, undefined],
    ["1.5", 3, 1500],
    ["1:5", 1, undefined],
    ["1/5", 1, undefined],
    ["-.5", 1, undefined],
    ["-5.", 1, undefined],
    ["1..5", 1, undefined],
    [999_999_999_999_999, 0, 999_999_999_999_999],
    [1e15, 0, 1e15],
    [1e15 + 1, 0, 1e15 + 1],
    [LARGEST + 1, 0, undefined],
    [-LARGEST, 0, -LARGEST],
    [99_999_999_999_999.9, 1, 999_999_999_999_999],
    [100_000_000_000_000.5, 1, undefined],
    [1e15, 1, undefined],
    [900_719_925_474_099, 1, 9_007_199_254_740_990],
  ])("%s at scale %i", (amount, scale, minor) => {
    expect(readMinorUnits(amount, scale)).toBe(minor);
  });

  test("zero has no sign", () => {
    for (const zero of ["-0", "-0.00", -0, -0.0]) expect(Object.is(readMinorUnits(zero, 2), 0)).toBe(true);
    expect(Object.is(sumMinorUnits([-0, -0]), 0)).toBe(true);
    expect(formatMinorUnits(-0, 0)).toBe("0");
  });

  test.each([
    ["1.001", 2, "AMOUNT_TOO_FINE", "Pass scale: 3 to keep it exactly, or round it first"],
    ["0.000000000000000001", 17, "AMOUNT_TOO_FINE", "Pass scale: 18 to keep it exactly, or round it first"],
    ["0.0000000000000000001", 17, "AMOUNT_TOO_FINE", "Round it first"],
    [0.1 + 0.2, 1, "AMOUNT_TOO_FINE", 'It looks computed in doubles: round it, to "0.3"'],
    ["900719925474099.1", 2, "AMOUNT_OUT_OF_RANGE", "Pass scale: 1"],
    ["900719925474099.2", 2, "AMOUNT_OUT_OF_RANGE", "Keep the amount in larger units"],
    ["9007199254740991", 0, undefined, undefined],
    ["9007199254740993", 0, "AMOUNT_OUT_OF_RANGE", "Keep the amount in larger units"],
    ["-9007199254740992", 2, "AMOUNT_OUT_OF_RANGE", "Keep the amount in larger units"],
  ])("%s at scale %i is mended", (amount, scale, code, hint) => {
    expect(codeOf(() => parseMinorUnits(amount, scale))).toBe(code);
    if (code !== undefined) expect(faultOf(() => parseMinorUnits(amount, scale)).hint).toBe(hint);
  });

  test.each([0, 18])("scale %i is one", (scale) => {
    expect(parseMinorUnits("0", scale)).toBe(0);
  });

  test.each([-1, 19, 0.5, "2", null])("scale %j is none", (scale) => {
    expect(codeOf(() => parseMinorUnits("0", scale as number))).toBe("INVALID_SCALE");
    expect(codeOf(() => convertMinorUnits(1, "1", scale as number, 2))).toBe("INVALID_SCALE");
    expect(codeOf(() => convertMinorUnits(1, "1", 2, scale as number))).toBe("INVALID_SCALE");
  });

  test.each<[string | number, bigint, number]>([
    ["1.50", 15n, 1],
    ["100", 100n, 0],
    ["0.00", 0n, 0],
    ["-0.010", -1n, 2],
    [1e-7, 1n, 7],
    [1.5e-7, 15n, 8],
    [1e21, 10n ** 21n, 0],
    [1.25e21, 125n * 10n ** 19n, 0],
    [2 ** 53, 9_007_199_254_740_992n, 0],
  ])("%s is read as whole units and a scale", (amount, units, scale) => {
    expect(readAmount(amount)).toEqual({ units, scale });
  });

  test.each(["a1", "1a", "1.", ".1", "1\n", "+1", "", Number.NaN, Number.NEGATIVE_INFINITY, null, 5n])(
    "%s is no amount",
    (amount) => {
      expect(readAmount(amount as string)).toBeUndefined();
    },
  );

  test.each([
    ["EUR 5", "5", false, 'Write "5": the currency has its own field'],
    ["5 EUR", "5", false, 'Write "5": the currency has its own field'],
    ["5元", "5", false, 'Write "5": the currency has its own field'],
    ["US$5", "5", false, 'Write "5": the currency has its own field'],
    ["-$5.00", "5.00", true, 'Write "-5.00": the currency has its own field'],
    ["$-5", "5", true, 'Write "-5": the currency has its own field'],
    ["−5", "5", true, 'Write "-5"'],
    ["5−", "5", true, 'Write "-5"'],
    ["5-", "5", true, 'Write "-5"'],
    ["(5)", "5", true, 'Write "-5"'],
    ["($5)", "5", true, 'Write "-5": the currency has its own field'],
    ["+5", "5", false, 'Write "5"'],
    ["5.", "5", false, 'Write "5"'],
    ["5,", "5", false, 'Write "5"'],
    [",5", "0.5", false, 'Write "0.5"'],
    [" 5 ", "5", false, 'Write "5"'],
    ["-1,234", "1234", true, 'Write "-1234", or "-1.234" if the comma is the decimal mark'],
    ["123,456", "123456", false, 'Write "123456", or "123.456" if the comma is the decimal mark'],
    ["1,234.5", "1234.5", false, 'Write "1234.5"'],
    ["1234,567", "1234.567", false, 'Write "1234.567"'],
    ["1,234,567.89", "1234567.89", false, 'Write "1234567.89"'],
    ["1.234.567,89", "1234567.89", false, 'Write "1234567.89"'],
    ["1’234", "1234", false, 'Write "1234"'],
    ["12,34,567", "1234567", false, 'Write "1234567"'],
  ])("%j means %s", (text, decimal, isNegative, hint) => {
    expect(writtenAmount(text)).toEqual({ decimal, isNegative, hint });
  });

  test.each(["1,2,3", "0,12,345", "1,234,56", "5 5", "five", "5%", "€", "", "()", "--5", "5--", "1,234,567,8x"])(
    "%j may mean anything",
    (text) => {
      expect(writtenAmount(text)).toBeUndefined();
    },
  );
});

describe("sums, quotients and rates", () => {
  test.each([1023, 1024, 1025, 2048, 2049])("the last of %i values counts", (length) => {
    const column = new Array(length).fill(1);
    column[length - 1] = 1000;
    expect(sumMinorUnits(column)).toBe(length - 1 + 1000);
  });

  test.each<[readonly number[], number | bigint]>([
    [[LARGEST], LARGEST],
    [[LARGEST, 0], LARGEST],
    [[LARGEST, 1], 2n ** 53n],
    [[-LARGEST, -1], -(2n ** 53n)],
    [[LARGEST, 1, -1], LARGEST],
    [[...new Array(1024).fill(0), LARGEST, ...new Array(1023).fill(0), 1], 2n ** 53n],
    [[LARGEST, ...new Array(1023).fill(0), -LARGEST, -5], -5],
  ])("sum %#", (column, sum) => {
    expect(sumMinorUnits(column)).toBe(sum);
  });

  // Numerator and denominator, then floor, ceil, half-up, half-even.
  test.each([
    [0n, 3n, [0n, 0n, 0n, 0n]],
    [6n, 3n, [2n, 2n, 2n, 2n]],
    [1n, 3n, [0n, 1n, 0n, 0n]],
    [2n, 3n, [0n, 1n, 1n, 1n]],
    [-1n, 3n, [-1n, 0n, 0n, 0n]],
    [-2n, 3n, [-1n, 0n, -1n, -1n]],
    [1n, 2n, [0n, 1n, 1n, 0n]],
    [3n, 2n, [1n, 2n, 2n, 2n]],
    [-1n, 2n, [-1n, 0n, -1n, 0n]],
    [-3n, 2n, [-2n, -1n, -2n, -2n]],
    [3n, -2n, [-2n, -1n, -2n, -2n]],
    [-3n, -2n, [1n, 2n, 2n, 2n]],
  ] as const)("%s by %s", (numerator, denominator, expected) => {
    const modes = ["floor", "ceil", "half-up", "half-even"] as const;
    expect(modes.map((rounding) => divideRounded(numerator, denominator, rounding))).toEqual(expected);
  });

  test("conversions end where safe integers do", () => {
    expect(convertMinorUnits(LARGEST, "1", 2, 2)).toBe(LARGEST);
    expect(codeOf(() => convertMinorUnits(LARGEST, "1.0000000000000002", 2, 2))).toBe("AMOUNT_OUT_OF_RANGE");
    expect(convertMinorUnits(1, "0.000001", 0, 6)).toBe(1);
    expect(convertMinorUnits(5, "0.1", 0, 0)).toBe(1);
    expect(convertMinorUnits(4, "0.1", 0, 0)).toBe(0);
  });

  test.each([
    [1.5, 'Write it as text: "1.5"'],
    [0, undefined],
    [-1.5, undefined],
    [1e21, undefined],
    [Number.NaN, undefined],
    ["1e3", undefined],
  ])("the rate %j", (rate, hint) => {
    const fault = faultOf(() => convertMinorUnits(1, rate as string, 2, 2));
    expect([fault.code, fault.hint]).toEqual(["INVALID_RATE", hint]);
  });

  test("as many digits as are kept whole", () => {
    const [half, more] = ["3".repeat(32), "3".repeat(33)];
    expect(multiplyDecimals([half, half])).toBe(String(BigInt(half) * BigInt(half)));
    expect(faultOf(() => multiplyDecimals([half, more])).received).toBe("65 digits");
  });

  test("parts of a negative or too small total, and weights that are equal", () => {
    expect(allocate(1, [1, 1, 1])).toEqual([1, 0, 0]);
    expect(allocate(-1, [1, 1, 1])).toEqual([-1, 0, 0]);
    expect(allocate(2, [1, 2, 1])).toEqual([1, 1, 0]);
    expect(faultOf(() => allocate(1, 5 as never))).toMatchObject({ path: ["weights"], expected: "a list of numbers" });
    expect(faultOf(() => allocate(1, [-0.1])).expected).toBe("a finite number from 0");
  });
});
