import { describe, expect, test } from "vitest";
import {
  addDuration,
  addDurationToDay,
  addMonths,
  addPeriods,
  calendarWindow,
  civilOf,
  type Duration,
  dayNumberOf,
  daysInMonth,
  formatDay,
  formatInstant,
  type InstantInput,
  monthsBetween,
  type ParseInstantOptions,
  parseDay,
  parseDuration,
  parseInstant,
  periodIndex,
  readInstant,
  rollingWindow,
  startOfPeriod,
  yearsBetween,
  zoneOf,
} from "../../src/core/index.js";
import { dayHint, isEarly, parseMoment, timeFormat } from "../../src/core/shared.js";
import { codeOf, faultOf } from "../support/fault-of.js";

// Where days, durations and instants end, by hand: the last that is taken and the first that is not.
describe("days", () => {
  test.each([
    [100_000_000, undefined],
    [100_000_001, "INVALID_DAY"],
    [-100_000_000, undefined],
    [-100_000_001, "INVALID_DAY"],
  ])("day number %i", (day, code) => {
    expect(codeOf(() => civilOf(day))).toBe(code);
  });

  test.each([
    [2026, 0],
    [2026, 13],
    [2026, 1.5],
    [2026, Number.NaN],
    [2026.5, 2],
    [Number.NaN, 2],
  ])("year %d has no month %d", (year, month) => {
    expect(faultOf(() => daysInMonth(year, month))).toMatchObject({
      code: "INVALID_DAY",
      path: [],
      expected: "a year and a month from 1 to 12",
      received: `${year}, ${month}`,
    });
  });

  test("the first and last month and day of a year", () => {
    expect([daysInMonth(2026, 1), daysInMonth(2026, 12)]).toEqual([31, 31]);
    expect([dayNumberOf(1970, 1, 1), dayNumberOf(1970, 12, 31), dayNumberOf(1971, 1, 1)]).toEqual([0, 364, 365]);
    expect(faultOf(() => dayNumberOf(2026, 2, 29))).toMatchObject({ path: [], received: "2026, 2, 29" });
    expect([formatDay(dayNumberOf(2026, 9, 9)), formatDay(dayNumberOf(2026, 10, 10))]).toEqual([
      "2026-09-09",
      "2026-10-10",
    ]);
    expect(formatDay(dayNumberOf(999, 1, 1))).toBe("0999-01-01");
  });

  test.each([
    ["5.1.2026", 'Write "2026-05-01", or "2026-01-05" if the day stands first'],
    ["13.1.2026", 'Write "2026-01-13"'],
    ["1/13/2026", 'Write "2026-01-13"'],
    ["5/5/2026", 'Write "2026-05-05"'],
    ["2026/1/5", 'Write "2026-01-05"'],
    ["20260105", 'Write "2026-01-05"'],
    ["2026年1月5日", 'Write "2026-01-05"'],
    ["2026-1-5", 'Write "2026-01-05"'],
    ["2026-13-5", undefined],
    ["202601051", undefined],
    ["120260105", undefined],
    ["2026", undefined],
    ["soon", undefined],
  ])("%j is mended", (text, hint) => {
    expect(dayHint(text)).toBe(hint);
  });

  test.each([
    [-719_529, undefined],
    [-719_528, "Pass the text: formatDay writes a day number"],
    [2_932_896, "Pass the text: formatDay writes a day number"],
    [2_932_897, undefined],
    [0.5, undefined],
    [null, undefined],
  ])("the number %s where a text is wanted", (day, hint) => {
    expect(faultOf(() => parseDay(day as never))).toMatchObject({ code: "INVALID_DAY", path: [] });
    expect(faultOf(() => parseDay(day as never)).hint).toBe(hint);
  });

  test("faults say which argument", () => {
    expect(faultOf(() => monthsBetween(0.5, 0)).path).toEqual(["from"]);
    expect(faultOf(() => monthsBetween(0, 0.5)).path).toEqual(["to"]);
    expect(faultOf(() => yearsBetween(0.5, 0)).path).toEqual(["from"]);
    expect(faultOf(() => yearsBetween(0, 0.5)).path).toEqual(["to"]);
    expect(faultOf(() => addMonths(0.5, 0)).path).toEqual(["day"]);
    expect(faultOf(() => addMonths(0, 1e9)).path).toEqual(["result"]);
  });
});

describe("periods", () => {
  const wednesday = parseDay("2026-04-15");

  test.each([
    ["day", 1, "2026-04-15"],
    ["week", undefined, "2026-04-13"],
    ["week", 1, "2026-04-13"],
    ["week", 3, "2026-04-15"],
    ["week", 4, "2026-04-09"],
    ["week", 7, "2026-04-12"],
    ["month", 1, "2026-04-01"],
    ["quarter", 1, "2026-04-01"],
    ["year", 1, "2026-01-01"],
  ] as const)("%s starting on weekday %s", (period, weekStartsOn, start) => {
    const first = startOfPeriod(wednesday, period, weekStartsOn);
    expect(formatDay(first)).toBe(start);
    const [before, at, now] = [first - 1, first, wednesday].map((day) => periodIndex(day, period, weekStartsOn));
    expect([before, at]).toEqual([now! - 1, now]);
  });

  test.each([
    ["day", 0],
    ["month", 1970 * 12],
    ["quarter", 1970 * 4],
    ["year", 1970],
  ] as const)("the %s of 1970-01-01 has number %i", (period, index) => {
    expect(periodIndex(0, period)).toBe(index);
  });

  test.each([
    ["day", "2026-04-17"],
    ["week", "2026-04-29"],
    ["month", "2026-06-15"],
    ["quarter", "2026-10-15"],
    ["year", "2028-04-15"],
  ] as const)("two of a %s on", (period, day) => {
    expect(formatDay(addPeriods(wednesday, period, 2))).toBe(day);
  });

  test("no months or years between are zero, not minus zero", () => {
    expect([monthsBetween(wednesday, wednesday - 1), yearsBetween(wednesday, wednesday - 1)]).toEqual([0, 0]);
    expect(yearsBetween(wednesday, wednesday)).toBe(0);
  });
});

describe("durations", () => {
  test.each([
    [{ hours: 0 }, undefined],
    [{ hours: 876_600 }, undefined],
    [{ hours: 876_601 }, "INVALID_DURATION"],
    [{ hours: -1 }, "INVALID_DURATION"],
  ])("%j", (duration, code) => {
    expect(codeOf(() => parseDuration(duration))).toBe(code);
    expect(codeOf(() => addDuration(0, duration, zoneOf("UTC")))).toBe(code);
  });

  test("say where they stood", () => {
    expect(faultOf(() => parseDuration({} as Duration)).path).toEqual([]);
    expect(faultOf(() => parseDuration({} as Duration, ["rules", 1])).path).toEqual(["rules", 1]);
    expect(faultOf(() => addDurationToDay(0, { hours: 1 })).path).toEqual([]);
    expect(faultOf(() => addDurationToDay(0, { days: 1 }, 2 as never))).toMatchObject({
      code: "INVALID_ARGUMENT",
      path: ["sign"],
    });
    expect(faultOf(() => addDuration(0, { days: 1 }, {} as never)).path).toEqual(["zone"]);
    expect(faultOf(() => addDuration(Number.NaN, { days: 1 }, zoneOf("UTC"))).path).toEqual(["instant"]);
    expect(faultOf(() => addDurationToDay(0.5, { days: 1 })).path).toEqual(["day"]);
  });

  test.each([
    [{ days: 1 }, "2026-02-01", "2026-01-30"],
    [{ weeks: 1 }, "2026-02-07", "2026-01-24"],
    [{ months: 1 }, "2026-02-28", "2025-12-31"],
    [{ quarters: 1 }, "2026-04-30", "2025-10-31"],
    [{ years: 1 }, "2027-01-31", "2025-01-31"],
  ])("%j after and before 31 January", (duration, after, before) => {
    const day = parseDay("2026-01-31");
    expect([1, -1].map((sign) => formatDay(addDurationToDay(day, duration, sign as 1 | -1)))).toEqual([after, before]);
    const noon = parseInstant("2026-01-31T12:00Z");
    expect(formatInstant(addDuration(noon, duration, zoneOf("UTC")))).toBe(`${after}T12:00:00.000Z`);
  });

  test("of no length change nothing, not even the second of two equal clock readings", () => {
    const second = parseInstant("2026-11-01T01:30-05:00");
    expect(addDuration(second, { days: 0 }, zoneOf("America/New_York"))).toBe(second);
    expect(addDuration(second, { hours: 1 }, zoneOf("America/New_York"), -1)).toBe(second - 3_600_000);
  });
});

describe("instants", () => {
  const [earliest, latest] = [Date.UTC(2000, 0, 1) - 730_485 * 86_400_000, Date.UTC(9999, 11, 31, 23, 59, 59, 999)];

  test.each([
    [earliest, "0000-01-01T00:00:00.000Z"],
    [latest, "9999-12-31T23:59:59.999Z"],
  ])("%i is the last on its side", (instant, text) => {
    for (const input of [instant, new Date(instant), { epochMilliseconds: instant }, text]) {
      expect(formatInstant(parseInstant(input))).toBe(text);
    }
    const past = instant + Math.sign(instant);
    for (const input of [past, new Date(past), { epochMilliseconds: past }]) {
      expect(faultOf(() => parseInstant(input))).toMatchObject({ code: "INVALID_INSTANT", path: [] });
    }
  });

  test("a text whose offset leads out of the four-digit years is refused", () => {
    expect(codeOf(() => parseInstant("9999-12-31T23:59-00:01"))).toBe("INVALID_INSTANT");
    expect(codeOf(() => parseInstant("0000-01-01T00:00+00:01"))).toBe("INVALID_INSTANT");
  });

  test.each([8.64e15, -8.64e15])("%d is the farthest that can be written", (instant) => {
    expect(codeOf(() => formatInstant(instant))).toBeUndefined();
    expect(faultOf(() => formatInstant(instant + Math.sign(instant)))).toMatchObject({
      code: "INVALID_INSTANT",
      path: [],
    });
  });

  test("options are an object", () => {
    expect(faultOf(() => parseInstant("2026-04-01", null as unknown as ParseInstantOptions))).toMatchObject({
      code: "INVALID_OPTIONS",
      path: ["options"],
    });
  });

  test.each([
    ["01/04/2026", "Write the day as YYYY-MM-DD"],
    ["5 April", "Write the day as YYYY-MM-DD"],
    ["20260405T10:00Z", "Write the day as YYYY-MM-DD"],
    ["2026/4/1", "Write the day as YYYY-MM-DD"],
    ["10h", undefined],
    ["on 5", undefined],
    ["on 5/4", undefined],
    ["5//4", undefined],
    ["yesterday", undefined],
    [null, undefined],
    [0.5, undefined],
  ])("%j is told how to be mended", (input, hint) => {
    expect(faultOf(() => parseInstant(input as InstantInput)).hint).toBe(hint);
  });

  test.each([
    ["2026-01-01T00:00Z", "2026-01-01T00:00:00.000Z"],
    ["2026-12-31T23:59:59.999Z", "2026-12-31T23:59:59.999Z"],
    ["2026-01-01T00:00+23:59", "2025-12-31T00:01:00.000Z"],
    ["2026-01-01T00:00-2359", "2026-01-01T23:59:00.000Z"],
    ["2026-01-01T00:00+24:00", undefined],
    ["2026-01-01T00:00+23:60", undefined],
    ["2026-01-01T00:00+08:0", undefined],
    ["2026-01-01T00:00+08-00", undefined],
    ["2026-01-01T00:00+08:000", undefined],
    ["2026-01-01T00:00+", undefined],
    ["2026-01-01T00:00*08:00", undefined],
    ["2026-01-01T24:00Z", undefined],
    ["2026-01-01T23:60Z", undefined],
    ["2026-01-01T23:59:60Z", undefined],
    ["2026-01-00T00:00Z", undefined],
    ["2026-00-01T00:00Z", undefined],
    ["2026-13-01T00:00Z", undefined],
    ["2026-02-29T00:00Z", undefined],
    ["2026/01-01T00:00Z", undefined],
    ["2026-01/01T00:00Z", undefined],
    ["2026-01-01T00.00Z", undefined],
    ["2026-01-01T00:00:0/Z", undefined],
    ["2026-01-01T00:00:0:Z", undefined],
    ["2026-01-01T00:00:00.0/Z", undefined],
    ["2026-01-01T00:00:00.:Z", undefined],
    ["2026-01-01T00:00ZZ", undefined],
    ["2026-01-01T00:00", undefined],
  ])("%s is read", (text, iso) => {
    const instant = readInstant(text);
    expect(instant === undefined ? undefined : formatInstant(instant)).toBe(iso);
  });
});

describe("the moment that a call is about", () => {
  test.each([
    [0, undefined, undefined],
    [1, "INVALID_INSTANT", "A spreadsheet counts days from 1899-12-30: give dates as text"],
    [99_999, "INVALID_INSTANT", "A spreadsheet counts days from 1899-12-30: give dates as text"],
    [100_000, "INVALID_INSTANT", "These look like seconds: multiply them by 1000"],
    [99_999_999_999, "INVALID_INSTANT", "These look like seconds: multiply them by 1000"],
    [100_000_000_000, undefined, undefined],
    [-99_999_999_999, "INVALID_INSTANT", "A spreadsheet counts days from 1899-12-30: give dates as text"],
    [-100_000_000_000, undefined, undefined],
  ])("the number %i", (instant, code, hint) => {
    expect(codeOf(() => parseMoment(instant))).toBe(code);
    if (code === undefined) return;
    expect(faultOf(() => parseMoment(instant))).toMatchObject({ path: [], hint });
    expect(faultOf(() => parseMoment(instant, { path: ["asOf"] })).path).toEqual(["asOf"]);
  });

  test("is said with its day", () => {
    expect(faultOf(() => parseMoment(1_772_323_200)).received).toBe("1772323200, which would be 1970-01-21");
    expect(formatInstant(parseMoment(new Date(1)))).toBe("1970-01-01T00:00:00.001Z");
  });

  test("is early before 1990", () => {
    expect([Date.UTC(1990, 0, 1) - 1, Date.UTC(1990, 0, 1)].map(isEarly)).toEqual([true, false]);
  });
});

describe("formats of time", () => {
  test.each([
    ["M/d/yyyy", "4/1/2026", "2026-04-01"],
    ["M/d/yyyy", " 4/1/2026 ", "2026-04-01"],
    ["M/d/yy", "4/1/26", "2026-04-01"],
    ["M/d/yy", "4/1/49", "2049-04-01"],
    ["M/d/yy", "4/1/50", "1950-04-01"],
    ["M/d/yyyy", "4/1/1000", "1000-04-01"],
    ["M/d/yyyy", "4/1/0999", undefined],
    ["M/d/yyyy", "4/1/9999", "9999-04-01"],
    ["M/d/yyyy", "4/1/10000", undefined],
    ["M/d/yyyy", "13/1/2026", undefined],
    ["M/d/yyyy H:mm", "4/1/2026 8:05", "2026-04-01T08:05:00.000"],
    ["yyyy-MM-dd HH:mm xx", "2026-04-01 08:00 +0800", "2026-04-01T00:00:00.000Z"],
    ["t", "1775001600", "2026-04-01T00:00:00.000Z"],
    ["T", "1775001600000", "2026-04-01T00:00:00.000Z"],
  ])("%s reads %j", (format, text, iso) => {
    expect(timeFormat(format)?.read(text)).toBe(iso);
  });

  test.each([
    ["yyyy-MM-dd", "day"],
    ["uuuu-LL-dd", "day"],
    ["d 'of' MMMM yyyy", "day"],
    ["yyyy-MM-dd S", "local-time"],
    ["yyyy-MM-dd K a", "local-time"],
    ["yyyy-MM-dd G", undefined],
    ["yyyy-MM-dd X", "instant"],
    ["T", "instant"],
    ["yyyy-MM-dd T", undefined],
    ["yyyy-MM", undefined],
    ["MM-dd", undefined],
    ["yyyy-dd", undefined],
    ["yyyy-MM-dd 'at", undefined],
    ["YYYY-MM-DD", undefined],
  ])("%s shows %s", (format, shows) => {
    expect(timeFormat(format)?.shows).toBe(shows);
  });
});

describe("zones and windows", () => {
  test.each(["+15:59", "-15:59", "+00:00"])("the offset %s is taken", (zone) => {
    expect(zoneOf(zone).timeZone).toBe(zone);
  });

  test.each(["+16:00", "-16:00", "+08:60", "x+08:00", "+08:00x", "Mars/Base"])("the zone %s is refused", (zone) => {
    expect(faultOf(() => zoneOf(zone))).toMatchObject({
      code: "INVALID_TIME_ZONE",
      path: ["timeZone"],
      hint: 'Write "UTC" where days need no zone; the machine\'s own is never used',
    });
  });

  test("years before Christ are years below one", () => {
    const wall = -62_198_755_200_000; // -0001-01-01
    expect(zoneOf("Asia/Shanghai").dayAt(wall)).toBe(dayNumberOf(-1, 1, 1));
  });

  const utc = zoneOf("UTC");
  const asOf = parseInstant("2026-04-15T10:00Z");
  const days = (window: { readonly start: number; readonly end: number }): readonly string[] =>
    [window.start, window.end].map((instant) => formatInstant(instant).replace(":00.000Z", ""));

  test.each([
    [{ last: { days: 7 } }, "2026-04-08T10:00", "2026-04-15T10:00"],
    [{ last: { days: 14 }, until: { days: 7 } }, "2026-04-01T10:00", "2026-04-08T10:00"],
  ])("%j ends at asOf or before", (window, start, end) => {
    expect(days(rollingWindow(asOf, window, utc))).toEqual([start, end]);
  });

  test.each([
    [{ period: "month", offset: 0, count: 1 }, "2026-04-01T00:00", "2026-05-01T00:00"],
    [{ period: "month", offset: -1, count: 1 }, "2026-03-01T00:00", "2026-04-01T00:00"],
    [{ period: "week", offset: 0, count: 2 }, "2026-04-13T00:00", "2026-04-27T00:00"],
    [{ period: "week", offset: 0, count: 1, weekStartsOn: 7 }, "2026-04-12T00:00", "2026-04-19T00:00"],
  ] as const)("%j is whole periods", (window, start, end) => {
    expect(days(calendarWindow(asOf, window, utc))).toEqual([start, end]);
  });

  test("faults say which argument", () => {
    const month = { period: "month", offset: 0, count: 1 } as const;
    expect(faultOf(() => calendarWindow(Number.NaN, month, utc)).path).toEqual(["asOf"]);
    expect(faultOf(() => calendarWindow(asOf, {} as never, utc)).path).toEqual(["window"]);
    expect(faultOf(() => calendarWindow(asOf, month, {} as never)).path).toEqual(["zone"]);
    expect(faultOf(() => rollingWindow(asOf, {} as never, utc)).path).toEqual(["window"]);
  });
});
