import { describe, expect, it } from "vitest";
import {
  addDuration,
  addDurationToDay,
  type Duration,
  formatDay,
  formatInstant,
  monthsBetween,
  parseDay,
  parseDuration,
  parseInstant,
  yearsBetween,
  zoneOf,
} from "../../src/core/index.js";

describe("parseDuration", () => {
  it.each([
    {},
    { days: 1, months: 1 },
    { days: -1 },
    { days: 1.5 },
    { days: Number.NaN },
    { day: 1 },
    { days: "1" },
    null,
    90,
    "P90D",
  ])("refuses %j", (duration) => {
    expect(() => parseDuration(duration as unknown as Duration)).toThrowError(
      /INVALID_DURATION: expected exactly one of hours, days/,
    );
  });

  it("takes a unit that is undefined as left out", () => {
    expect(parseDuration({ days: 3, months: undefined } as unknown as Duration)).toEqual({ unit: "days", count: 3 });
  });
});

describe("addDuration", () => {
  it.each<[from: string, duration: Duration, sign: 1 | -1, zone: string, to: string]>([
    ["2026-03-31T10:00Z", { months: 1 }, -1, "UTC", "2026-02-28T10:00:00.000Z"],
    ["2024-02-29T10:00Z", { years: 1 }, -1, "UTC", "2023-02-28T10:00:00.000Z"],
    ["2026-11-01T12:00-05:00", { days: 1 }, -1, "America/New_York", "2026-10-31T16:00:00.000Z"],
    ["2026-11-01T12:00-05:00", { hours: 24 }, -1, "America/New_York", "2026-10-31T17:00:00.000Z"],
    ["2018-11-03T00:30-03:00", { days: 1 }, 1, "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["2011-12-29T12:00-10:00", { days: 1 }, 1, "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["2026-10-31T01:30-04:00", { days: 1 }, 1, "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-05-31T00:00Z", { quarters: 1 }, -1, "UTC", "2026-02-28T00:00:00.000Z"],
    ["2026-05-31T00:00Z", { weeks: 2 }, 1, "UTC", "2026-06-14T00:00:00.000Z"],
  ])("moves %s by %j (%d) in %s", (from, duration, sign, zone, to) => {
    expect(formatInstant(addDuration(parseInstant(from), duration, zoneOf(zone), sign))).toBe(to);
  });

  it("moves days without hours", () => {
    expect(formatDay(addDurationToDay(parseDay("2024-01-31"), { months: 1 }))).toBe("2024-02-29");
    expect(() => addDurationToDay(0, { hours: 24 })).toThrowError(/INVALID_DURATION: expected days or a longer unit/);
  });
});

describe("monthsBetween and yearsBetween", () => {
  it.each([
    ["2026-01-31", "2026-02-27", 0],
    ["2026-01-31", "2026-02-28", 1],
    ["2026-01-15", "2026-04-14", 2],
    ["2026-01-15", "2026-04-15", 3],
    ["2026-04-15", "2026-01-15", -3],
    ["2026-04-15", "2026-04-14", 0],
  ])("%s to %s is %d months", (from, to, months) => {
    expect(monthsBetween(parseDay(from), parseDay(to))).toBe(months);
  });

  it.each([
    ["1990-06-15", "2026-06-14", 35],
    ["1990-06-15", "2026-06-15", 36],
    ["2026-06-15", "2026-06-15", 0],
  ])("%s to %s is %d years", (from, to, years) => {
    expect(yearsBetween(parseDay(from), parseDay(to))).toBe(years);
  });
});
