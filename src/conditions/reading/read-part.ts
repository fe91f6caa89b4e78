import {
  ageOn,
  type Birthday,
  civilOf,
  DAY_MS,
  type DayNumber,
  dayNumberOf,
  daysToFestival,
  fromChineseDate,
  isClienteleError,
  nextBirthday,
  weekdayOf,
} from "../../core/index.js";
import type { FactValue } from "../../model/index.js";
import { type FactGap, isFactGap } from "../../model/shared.js";
import type { RunClock } from "../planning/run-clock.js";
import type { ValueType } from "../typing/value-types.js";
import type { FestivalPart, NamedPart, Part } from "../value.js";
import { type Code, codeOf, UNKNOWN } from "./compare-readings.js";
import { type Reading, readingGaps, type TaggedMoney } from "./reading.js";

/** Takes a part of a known value. */
type PartReader = (value: FactValue) => Reading;

/** How a part is taken from values of a type, in a run. */
export function partReader(part: Part, whole: ValueType, clock: RunClock): PartReader {
  switch (whole.kind) {
    case "instant":
      return typeof part === "string" ? instantPart(part, clock) : ofLocalDay(clock, festivalOf(part));
    case "day":
      return typeof part === "string" ? dayPart(part, clock) : (day) => festivalOf(part)(day as DayNumber);
    case "birthday":
      return (birthday) => ageOf(birthday as Birthday, clock);
    case "money":
      return whole.currency === "*" ? (money) => (money as TaggedMoney).currency : () => whole.currency;
    default:
      return (list) => (list as readonly string[]).length;
  }
}

function instantPart(part: NamedPart, clock: RunClock): PartReader {
  switch (part) {
    case "timeOfDay":
      return (instant) => Math.floor(clockTime(instant as number, clock) / 60_000);
    case "hour":
      return (instant) => Math.floor(clockTime(instant as number, clock) / 3_600_000);
    case "localDay":
      return ofLocalDay(clock, (day) => day);
    case "daysSince":
      return (instant) => clock.daysSince(instant as number);
    case "daysUntil":
      return (instant) => clock.daysUntil(instant as number);
    default:
      return ofLocalDay(clock, calendarPart(part));
  }
}

function dayPart(part: NamedPart, clock: RunClock): PartReader {
  switch (part) {
    case "daysSince":
      return (day) => clock.asOfDay - (day as DayNumber);
    case "daysUntil":
      return (day) => (day as DayNumber) - clock.asOfDay;
    case "age":
      return (day) => {
        const { year, month, day: dayOfMonth } = civilOf(day as DayNumber);
        return ageOf({ calendar: "gregorian", year, month, day: dayOfMonth }, clock);
      };
    default: {
      const read = calendarPart(part);
      return (day) => read(day as DayNumber);
    }
  }
}

function calendarPart(part: NamedPart): (day: DayNumber) => number | string {
  switch (part) {
    case "weekday":
      return weekdayOf;
    case "dayOfMonth":
      return (day) => civilOf(day).day;
    case "month":
      return (day) => civilOf(day).month;
    case "year":
      return (day) => civilOf(day).year;
    case "monthDay":
      return (day) => {
        const { month, day: dayOfMonth } = civilOf(day);
        return month * 100 + dayOfMonth;
      };
    case "localMonth":
      return (day) => {
        const { year, month } = civilOf(day);
        return `${digits(year, 4)}-${digits(month, 2)}`;
      };
    default:
      return isoWeek;
  }
}

/** ISO 8601 week: that of its Thursday. */
function isoWeek(day: DayNumber): string {
  const thursday = day + 4 - weekdayOf(day);
  const { year } = civilOf(thursday);
  const week = Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1;
  return `${digits(year, 4)}-W${digits(week, 2)}`;
}

const digits = (value: number, width: number): string => String(value).padStart(width, "0");

const ofLocalDay =
  (clock: RunClock, read: (day: DayNumber) => Reading): PartReader =>
  (instant) =>
    read(clock.zone.dayAt(instant as number));

const clockTime = (instant: number, { zone }: RunClock): number => {
  const wall = instant + zone.offsetAt(instant);
  return wall - Math.floor(wall / DAY_MS) * DAY_MS;
};

const festivalOf =
  ({ festival }: FestivalPart) =>
  (day: DayNumber): number | FactGap =>
    unlessOutOfRange(() => daysToFestival(day, festival));

/** The age in whole years; a birthday without its year has none, one in the future is out of range. */
function ageOf(birthday: Birthday, { asOfDay }: RunClock): Reading {
  const age = unlessOutOfRange(() => ageOn(birthday, asOfDay));
  if (isFactGap(age)) return age;
  if (age.status === "known") return age.value;
  return age.reasons.length > 0 ? readingGaps.outOfRange : readingGaps.absent;
}

/** The tables of the Chinese calendar end; what lies beyond is out of range. */
export function unlessOutOfRange<T>(read: () => T): T | FactGap {
  try {
    return read();
  } catch (error) {
    if (isClienteleError(error, "LUNAR_YEAR_OUT_OF_RANGE") || isClienteleError(error, "INVALID_DAY")) {
      return readingGaps.outOfRange;
    }
    throw error;
  }
}

/** Whether an anniversary falls on one of the days from `first` to `last`. The day of birth itself is none. */
export function fallsAnniversary(
  kept: Birthday | DayNumber,
  first: DayNumber,
  last: DayNumber,
  leapDay: "feb28" | "mar1",
): Code {
  const birthday = typeof kept === "number" ? gregorian(kept) : kept;
  const next = unlessOutOfRange(() => nextBirthday(birthday, Math.max(first, dayAfterBirth(birthday)), { leapDay }));
  return isFactGap(next) ? UNKNOWN : codeOf(next <= last);
}

const gregorian = (day: DayNumber): Birthday => ({ calendar: "gregorian", ...civilOf(day) });

function dayAfterBirth(birthday: Birthday): DayNumber {
  const { year, month, day } = birthday;
  if (year === undefined) return Number.NEGATIVE_INFINITY;
  if (birthday.calendar === "gregorian") return dayNumberOf(year, month, day) + 1;
  return fromChineseDate({ year, month, day, leapMonth: birthday.leapMonth }) + 1;
}
