import { describe, expect, it } from "vitest";
import { formatInstant, isClienteleError, parseDay, zoneOf } from "../../src/core/index.js";

/** First instant of the local day, and the day of the millisecond before and after it. */
const midnights: readonly (readonly [zone: string, day: string, start: string, before: string])[] = [
  ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z", "2018-11-03"], // 00:00 was skipped
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z", "2026-09-05"], // 00:00 is skipped
  ["America/New_York", "2026-11-01", "2026-11-01T04:00:00.000Z", "2026-10-31"], // 25 hours
  ["America/New_York", "2026-11-02", "2026-11-02T05:00:00.000Z", "2026-11-01"],
  ["America/Havana", "2026-11-01", "2026-11-01T04:00:00.000Z", "2026-10-31"], // 00:00 to 00:59 twice
  ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00.000Z", "2011-12-29"], // 30 December never was
  ["Asia/Shanghai", "2026-04-01", "2026-03-31T16:00:00.000Z", "2026-03-31"],
];

describe("zoneOf", () => {
  it.each(midnights)("%s begins %s at %s", (timeZone, day, start, before) => {
    const zone = zoneOf(timeZone);
    const instant = zone.startOfDay(parseDay(day));
    expect(formatInstant(instant)).toBe(start);
    expect(zone.dayAt(instant)).toBe(parseDay(day));
    expect(zone.dayAt(instant - 1)).toBe(parseDay(before));
  });

  it("starts a day that was skipped whole at the first instant after the gap", () => {
    expect(formatInstant(zoneOf("Pacific/Apia").startOfDay(parseDay("2011-12-30")))).toBe("2011-12-30T10:00:00.000Z");
  });

  it("takes the earlier of two equal clock readings and the first instant after a missing one", () => {
    const newYork = zoneOf("America/New_York");
    expect(formatInstant(newYork.instantAt(Date.UTC(2026, 10, 1, 1, 30)))).toBe("2026-11-01T05:30:00.000Z");
    expect(formatInstant(newYork.instantAt(Date.UTC(2026, 2, 8, 2, 30)))).toBe("2026-03-08T07:00:00.000Z");
  });

  it("takes the first of two midnights where the clock went back across it (St. John's, 00:01 to 23:01)", () => {
    const stJohns = zoneOf("America/St_Johns");
    expect(formatInstant(stJohns.startOfDay(parseDay("2010-11-07")))).toBe("2010-11-07T02:30:00.000Z");
  });

  it("knows local mean time to the second", () => {
    expect(zoneOf("Asia/Shanghai").offsetAt(Date.UTC(1900, 0, 1))).toBe((8 * 3600 + 5 * 60 + 43) * 1000);
  });

  it.each([
    ["+08:00", 8 * 60],
    ["-03:30", -(3 * 60 + 30)],
    ["+15:59", 15 * 60 + 59],
    ["-00:00", 0],
    ["UTC", 0],
  ])("takes the offset %s", (timeZone, minutes) => {
    const zone = zoneOf(timeZone);
    const day = parseDay("2026-04-01");
    const start = Date.UTC(2026, 3, 1) - minutes * 60_000;
    expect(zone.offsetAt(start)).toBeCloseTo(minutes * 60_000, 9);
    expect(zone.startOfDay(day)).toBe(start);
    expect([zone.dayAt(start - 1), zone.dayAt(start)]).toEqual([day - 1, day]);
  });

  it.each(["", "Mars/Olympus", "8", "+8", "+0800", "+16:00", "+08:60", "08:00"])("refuses the zone %j", (timeZone) => {
    expect(() => zoneOf(timeZone)).toThrowError(/INVALID_TIME_ZONE at timeZone/);
  });

  it("says how to mend a wrong zone", () => {
    try {
      zoneOf("Shanghai");
      expect.unreachable();
    } catch (error) {
      expect(isClienteleError(error, "INVALID_TIME_ZONE") && error.received).toBe('"Shanghai"');
    }
  });
});
