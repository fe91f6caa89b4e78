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
    ["2026-04-01 08:00:00 +0800", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01 00:00:00 UTC", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01 00:00utc", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01T00:00:00.000000001 -03", "2026-04-01T03:00:00.000Z"],
    ["2026-04-01 00:00Z", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01 00:00 Z", "2026-04-01T00:00:00.000Z"],
    ["2026-04-01", "2026-04-01T00:00:00.000Z"],
    [new Date("2026-04-01T00:00:00Z"), "2026-04-01T00:00:00.000Z"],
    [1775001600000, "2026-04-01T00:00:00.000Z"],
    [{ epochMilliseconds: 1775001600000 }, "2026-04-01T00:00:00.000Z"],
  ])("reads %j", (input, iso) => {
    expect(formatInstant(parseInstant(input))).toBe(iso);
  });

  it.each(
    ["T", " "].flatMap((blank) =>
      ["Z", " Z", " UTC", "+0100", "+01", "+01:00", " +0100", " +01", " -03:30", ""].map((offset) => [blank, offset]),
    ),
  )("reads one to nine decimals after %j, before %j", (blank, offset) => {
    const zone = { localTimes: "in-zone", timeZone: "Asia/Kolkata" } as const;
    const clock = `2026-04-01${blank}10:00:00`;
    const whole = parseInstant(`${clock}${offset}`, zone);
    for (let count = 1; count <= 9; count++) {
      const decimals = "987654321".slice(0, count);
      const milliseconds = Math.floor(Number(`0.${decimals}`) * 1000);
      expect(parseInstant(`${clock}.${decimals}${offset}`, zone) - whole).toBe(milliseconds);
      expect(parseInstant(`${clock},${decimals}${offset}`, zone) - whole).toBe(milliseconds);
    }
    expect(() => parseInstant(`${clock}.0000000000${offset}`, zone)).toThrow("INVALID_INSTANT");
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
    "1996-07-04 00:00:00.000",
    "2026-04-01 00:00  Z",
    "2026-04-01 00:00 GMT",
    "2026-04-01 00:00 U",
    "2026-04-01  00:00Z",
    "2026-04-01_00:00Z",
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
    ["2026/4/1", /YYYY-MM-DD/],
    ["2026/4/1 8:00", /YYYY-MM-DD/],
  ])("says how to mend %j", (input, hint) => {
    try {
      parseInstant(input);
      expect.unreachable();
    } catch (error) {
      expect(isClienteleError(error, "INVALID_INSTANT") && error.hint).toMatch(hint);
    }
  });

  it.each([
    ["2026-04-01 08:00", "Asia/Shanghai", "2026-04-01T00:00:00.000Z"],
    ["1996-07-04 00:00:00.000", "UTC", "1996-07-04T00:00:00.000Z"],
    ["2026-04-01T08:00:00,25", "+08:00", "2026-04-01T00:00:00.250Z"],
    // What says its offset needs no zone.
    ["2026-04-01 08:00 +0100", "Asia/Shanghai", "2026-04-01T07:00:00.000Z"],
    // 02:00 to 03:00 is skipped: as much after 03:00 as after 02:00.
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
    ["2026-03-08T01:59:59.999", "America/New_York", "2026-03-08T06:59:59.999Z"],
    ["2026-03-08T02:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
    ["2026-03-08T03:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
    // 01:00 to 02:00 comes twice: the first.
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-11-01T02:00", "America/New_York", "2026-11-01T07:00:00.000Z"],
    // The day that Apia skipped.
    ["2011-12-30T10:00", "Pacific/Apia", "2011-12-30T20:00:00.000Z"],
  ])("reads %j on the clock of %s where it may be local", (text, timeZone, iso) => {
    expect(formatInstant(parseInstant(text, { localTimes: "in-zone", timeZone }))).toBe(iso);
  });

  it.each(["2026-02-30 10:00", "2026-04-01 24:00", "2026-04-01 10", "2026-04-01 10:00:00.", "2026-04-01 10:00:"])(
    "refuses the local time %j all the same",
    (text) => {
      expect(() => parseInstant(text, { localTimes: "in-zone" })).toThrowError(/INVALID_INSTANT/);
    },
  );
});
