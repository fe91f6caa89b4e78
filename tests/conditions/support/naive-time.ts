import type { Duration } from "clientele/core";

// The calendar by Date.UTC and Intl alone, one slow question each: shares nothing with src.

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const walls = new Map<string, number>();

/** The local clock of an instant, as if it were UTC. */
export function wallOf(instant: number, timeZone: string): number {
  if (timeZone === "UTC") return instant;
  const second = Math.floor(instant / 1000) * 1000;
  const key = `${second} ${timeZone}`;
  let wall = walls.get(key);
  if (wall === undefined) {
    let format = formats.get(timeZone);
    if (format === undefined) {
      const numeric = "numeric";
      format = new Intl.DateTimeFormat("en-GB", {
        timeZone,
        hourCycle: "h23",
        ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
      });
      formats.set(timeZone, format);
    }
    const parts = new Map(format.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) as number;
    wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
    walls.set(key, wall);
  }
  return wall + (instant - second);
}

/** The earliest instant whose local clock shows `wall` or, where no clock ever does, more. */
function instantOfWall(wall: number, timeZone: string): number {
  if (timeZone === "UTC") return wall;
  const offsets = [-2, -1, 0, 1, 2].map((days) => wallOf(wall + days * DAY, timeZone) - (wall + days * DAY));
  const exact = offsets.map((offset) => wall - offset).filter((instant) => wallOf(instant, timeZone) === wall);
  if (exact.length > 0) return Math.min(...exact);
  let before = wall - 2 * DAY;
  let after = wall + 2 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallOf(middle, timeZone) >= wall) after = middle;
    else before = middle;
  }
  return after;
}

export const dayOf = (instant: number, timeZone: string): number => Math.floor(wallOf(instant, timeZone) / DAY);
export const startOfDay = (day: number, timeZone: string): number => instantOfWall(day * DAY, timeZone);

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
export function civil(day: number): Civil {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
export const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;
export const weekday = (day: number): number => ((new Date(day * DAY).getUTCDay() + 6) % 7) + 1;

function plusMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = civil(day);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastDay)) / DAY;
}

export function moveDay(day: number, duration: Duration, sign: number): number {
  const [unit, count] = Object.entries(duration)[0] as [string, number];
  const perUnit: Record<string, number> = { months: 1, quarters: 3, years: 12 };
  if (unit in perUnit) return plusMonths(day, sign * count * (perUnit[unit] as number));
  return day + sign * count * (unit === "weeks" ? 7 : 1);
}

export function move(instant: number, duration: Duration, timeZone: string, sign: number): number {
  if ("hours" in duration) return instant + sign * (duration.hours as number) * 3_600_000;
  const wall = wallOf(instant, timeZone);
  const day = Math.floor(wall / DAY);
  return instantOfWall(moveDay(day, duration, sign) * DAY + (wall - day * DAY), timeZone);
}

export function startOfPeriod(day: number, period: string, weekStartsOn: number): number {
  const { year, month } = civil(day);
  switch (period) {
    case "week": {
      let start = day;
      while (weekday(start) !== weekStartsOn) start--;
      return start;
    }
    case "month":
      return dayNumber(year, month, 1);
    case "quarter":
      return dayNumber(year, month - ((month - 1) % 3), 1);
    case "year":
      return dayNumber(year, 1, 1);
    default:
      return day;
  }
}

export function plusPeriods(day: number, period: string, count: number): number {
  const perPeriod: Record<string, number> = { month: 1, quarter: 3, year: 12 };
  if (period in perPeriod) return plusMonths(day, count * (perPeriod[period] as number));
  return day + count * (period === "week" ? 7 : 1);
}
