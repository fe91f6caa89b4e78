import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
  civilOf,
  DAY_MS,
  dayNumberOf,
  daysInMonth,
  formatDay,
  parseDay,
  readDay,
  weekdayOf,
} from "../../src/core/index.js";

// Each law was seen to fail on a bug planted for it: 1900 as a leap year, the era of negative years, weeks starting on Sunday.
describe("days", () => {
  const firstDay = dayNumberOf(0, 1, 1);
  const lastDay = dayNumberOf(9999, 12, 31);
  const seen = { leapDay: 0, monthEnd: 0, before1970: 0 };
  const dayNumbers = fc.oneof(
    fc.integer({ min: firstDay, max: lastDay }),
    fc
      .tuple(fc.constantFrom(1600, 1700, 1900, 1970, 2000, 2024, 2100, 2400), fc.constantFrom(0, 58, 59, 60, 364, 365))
      .map(([year, day]) => dayNumberOf(year, 1, 1) + day),
  );

  it("are those of Date in UTC, with its weekdays", () => {
    fc.assert(
      fc.property(dayNumbers, (dayNumber) => {
        const date = new Date(dayNumber * DAY_MS);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        if (civil.month === 2 && civil.day === 29) seen.leapDay++;
        if (civil.day === daysInMonth(civil.year, civil.month)) seen.monthEnd++;
        if (dayNumber < 0) seen.before1970++;
        expect(civilOf(dayNumber)).toEqual(civil);
        expect(dayNumberOf(civil.year, civil.month, civil.day)).toBe(dayNumber);
        expect(weekdayOf(dayNumber)).toBe(date.getUTCDay() || 7);
        expect(formatDay(dayNumber)).toBe(date.toISOString().slice(0, 10));
        expect(parseDay(formatDay(dayNumber))).toBe(dayNumber);
      }),
    );
  });

  it("exist exactly where Date does not carry them over", () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          const date = new Date(0);
          date.setUTCFullYear(year, month - 1, day);
          const exists =
            date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(readDay(text)).toBe(exists ? date.getTime() / DAY_MS : undefined);
        },
      ),
    );
  });

  it("of a month are as many as Date counts", () => {
    for (let year = 1896; year <= 2104; year++) {
      for (let month = 1; month <= 12; month++) {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }
    }
  });

  afterAll(() => {
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(2);
  });
});
