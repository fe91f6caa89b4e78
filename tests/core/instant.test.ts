import { describe, expect, it } from "vitest";
import { formatInstant, type InstantInput, isClienteleError, parseInstant } from "../../src/core/index.js";

describe("parseInstant", () => {
  it.each<[InstantInput, string]>([
    ["2026-04-01T08:00:00+08:00", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01T08:00+0800", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01T08:00+08", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01t00:00:00z", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01T00:00:00.5Z", "2026-04-01T00:00:00.500Z"],
    ["2026-04-01T00:00:00,123456789Z", "2026-04-01T00:00:00.123Z"],
    ["2026-04-01T00:00-03:30", "2026-04-01T03:30:00.000Z"],
    ["2026-04-01", "2026-04-01T00:00:00.000Z"],
    [new Date("2026-04-01T00:00:00Z"), "2026-04-01T00:00:00.000Z"],
    [1775001600000, "2026-04-01T00:00:00.000Z"],
    [{ epochMilliseconds: 1775001600000 }, "2026-04-01T00:00:00.000Z"],
  ])("reads %j", (input, iso) => {
    expect(formatInstant(parseInstant(input))).toBe(iso);
  });

  it("reads a bare day in the zone, as its start or its last millisecond", () => {
    const timeZone = "America/New_York";
    expect(formatInstant(parseInstant("2026-11-01", { timeZone }))).toBe("2026-11-01T04:00:00.000Z");
    expect(formatInstant(parseInstant("2026-11-01", { timeZone, dayAs: "end" }))).toBe("2026-11-02T04:59:59.999Z");
  });

  it.each([
    "2026-02-30",
    "2026-13-01T00:00Z",
    "2026-04-01T24:00Z",
    "2026-04-01T00:60Z",
    "2026-04-01T00:00:60Z",
    "2026-04-01T00:00:00",
    "2026-04-01 00:00",
    "2026-04-01T00:00:00.Z",
    "2026-04-01T00:00:00.1234567890Z",
    "2026-04-01T00:00Zulu",
    "2026-04-01T00:00+8",
    "01/04/2026",
    "",
    "yesterday",
    Number.NaN,
    1.5,
    Number.POSITIVE_INFINITY,
    8.65e15,
    new Date(Number.NaN),
    null,
    undefined,
    true,
    {},
    { epochMilliseconds: "0" },
  ])("refuses %j", (input) => {
    expect(() => parseInstant(input as InstantInput, { path: ["rows", 3, "at"] })).toThrowError(
      /^INVALID_INSTANT at rows\[3\]\.at: expected an ISO 8601/,
    );
  });

  it.each([
    ["2026-04-01T08:00:00", /append "Z" or an offset/],
    ["2026-04-01 08:00", /append "Z" or an offset/],
    ["01/04/2026", /YYYY-MM-DD/],
  ])("says how to mend %j", (input, hint) => {
    try {
      parseInstant(input);
      expect.unreachable();
    } catch (error) {
      expect(isClienteleError(error, "INVALID_INSTANT") && error.hint).toMatch(hint);
    }
  });
});
