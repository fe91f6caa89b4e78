import {
  addMoney,
  addMonths,
  addPeriods,
  civilOf,
  compareMoney,
  dayNumberOf,
  divideRounded,
  formatDay,
  formatInstant,
  monthsBetween,
  periodIndex,
  startOfPeriod,
  subtractMoney,
  sumMinorUnits,
  sumMoney,
  weekdayOf,
  yearsBetween,
} from "clientele/core";
import { describe, expect, it } from "vitest";
import { faultOf } from "../support/fault-of.js";

const noNumbers = ["2026-04-01", Number.NaN, Number.POSITIVE_INFINITY, 0.5, null, undefined, new Date(0)] as never[];

describe("day numbers", () => {
  it.each(noNumbers)("%s is none", (day) => {
    for (const call of [
      () => addMonths(day, 1),
      () => addPeriods(day, "day", 1),
      () => addPeriods(day, "month", 1),
      () => startOfPeriod(day, "day"),
      () => startOfPeriod(day, "week"),
      () => periodIndex(day, "day"),
      () => periodIndex(day, "week"),
      () => periodIndex(day, "month"),
      () => monthsBetween(day, 0),
      () => monthsBetween(0, day),
      () => yearsBetween(day, 0),
      () => yearsBetween(0, day),
      () => weekdayOf(day),
      () => civilOf(day),
      () => formatDay(day),
    ]) {
      expect(faultOf(call), String(call)).toMatchObject({ code: "INVALID_DAY", hint: "parseDay reads YYYY-MM-DD" });
    }
  });

  it.each(noNumbers)("nor is %s a count", (count) => {
    expect(faultOf(() => addMonths(0, count))).toMatchObject({ code: "INVALID_DURATION", path: ["months"] });
    expect(faultOf(() => addPeriods(0, "week", count))).toMatchObject({ code: "INVALID_DURATION", path: ["count"] });
  });

  it("do not leave the calendar", () => {
    expect(faultOf(() => addMonths(0, 1e9)).code).toBe("INVALID_DAY");
    expect(faultOf(() => startOfPeriod(-1e8, "year")).code).toBe("INVALID_DAY");
    expect(faultOf(() => monthsBetween(0, 1e12)).code).toBe("INVALID_DAY");
  });

  it("are of dates that exist", () => {
    for (const given of noNumbers) {
      expect(faultOf(() => dayNumberOf(given, 1, 1)).code).toBe("INVALID_DAY");
      expect(faultOf(() => dayNumberOf(2026, given, 1)).code).toBe("INVALID_DAY");
      expect(faultOf(() => dayNumberOf(2026, 1, given)).code).toBe("INVALID_DAY");
    }
    for (const [month, day] of [
      [0, 1],
      [13, 1],
      [2, 29],
      [1, 0],
      [4, 31],
    ] as const) {
      expect(faultOf(() => dayNumberOf(2026, month, day)).code).toBe("INVALID_DAY");
    }
    expect(civilOf(dayNumberOf(-4, 2, 29))).toEqual({ year: -4, month: 2, day: 29 });
  });
});

describe("instants", () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, "2026-04-01", null, undefined, new Date(0)] as never[])(
    "%s cannot be written as one",
    (instant) => {
      expect(faultOf(() => formatInstant(instant)).code).toBe("INVALID_INSTANT");
    },
  );
});

describe("amounts", () => {
  const one = { amount: "1", currency: "EUR" } as const;

  it.each([null, undefined, 5, "1 EUR"] as never[])("%s is none", (given) => {
    for (const call of [addMoney, subtractMoney, compareMoney]) {
      expect(faultOf(() => call(given, one))).toMatchObject({ code: "INVALID_AMOUNT", path: ["left"] });
      expect(faultOf(() => call(one, given))).toMatchObject({ code: "INVALID_AMOUNT", path: ["right"] });
    }
    expect(faultOf(() => sumMoney([one, given], "EUR"))).toMatchObject({
      code: "INVALID_AMOUNT",
      path: ["amounts", 1],
    });
    expect(faultOf(() => sumMoney(given, "EUR"))).toMatchObject({ code: "INVALID_AMOUNT", path: ["amounts"] });
    expect(faultOf(() => sumMinorUnits(given))).toMatchObject({ code: "INVALID_AMOUNT", path: ["column"] });
  });

  it("divideRounded takes bigints alone", () => {
    expect(faultOf(() => divideRounded(1 as never, 2 as never, "floor"))).toMatchObject({
      code: "INVALID_AMOUNT",
      path: ["numerator"],
    });
    expect(faultOf(() => divideRounded(4n, 2 as never, "floor")).path).toEqual(["denominator"]);
    expect(faultOf(() => divideRounded(5n, 2n, undefined as never)).code).toBe("INVALID_ROUNDING");
  });
});
