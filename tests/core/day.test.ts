import { describe, expect, it } from "vitest";
import { formatDay, parseDay, readDay } from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";

describe("parseDay", () => {
  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11016],
    ["2026-04-01", 20544],
    ["0000-01-01", -719528],
    ["9999-12-31", 2932896],
  ])("reads %s as %i", (day, dayNumber) => {
    expect(parseDay(day)).toBe(dayNumber);
    expect(formatDay(dayNumber)).toBe(day);
  });

  it.each([
    "",
    "2026-4-1",
    "2026-04-31",
    "2025-02-29",
    "1900-02-29",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "2026/01/01",
    "20260101",
    "2026-01-01T",
    " 2026-01-01",
    "-026-01-01",
    "２０２６-01-01",
  ])("refuses %j, which is no day", (day) => {
    expect(readDay(day)).toBeUndefined();
    expect(faultOf(() => parseDay(day, ["from"]))).toMatchObject({ code: "INVALID_DAY", path: ["from"] });
  });

  it.each([20544, null, undefined, new Date(0), ["2026-01-01"]])("refuses %s, which is no text", (day) => {
    expect(faultOf(() => parseDay(day as never)).code).toBe("INVALID_DAY");
  });
});
