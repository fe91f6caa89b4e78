import { refusal } from "../errors/refusal.js";
import { DAY_MS, dayNumberOf, readDay } from "./day.js";
import { readInstant, readLocalTime } from "./read-instant.js";
import { zoneOf } from "./zone.js";

/**
 * A point in time: ISO 8601 with offset or `Z`, a day, a `Date`, epoch milliseconds, or anything with `epochMilliseconds`.
 * Seconds and the days of a spreadsheet would be January 1970: a bare number so small is refused where a call is about that moment (`asOf`, a
 * command's `at`), and unknown as a fact; among transactions, numbers before 1990 are refused where all are so.
 * @category Time
 */
export type InstantInput = string | number | Date | { readonly epochMilliseconds: number };

/**
 * What becomes of a text with a time of day but no offset, such as `2026-01-05 10:00`: it is refused (default), since nobody knows which
 * instant it is, or it is the wall clock of `timeZone`. Where that clock was turned, as "compatible" in Temporal: the earlier of two equal
 * readings; a reading that was skipped is as late after the change as it says before.
 * @category Time
 */
export type LocalTimes = "refuse" | "in-zone";

/** How {@link parseInstant} reads bare days and local times, and where an error says the value stood. */
export interface ParseInstantOptions {
  /** The zone of bare days and local times; default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** Default `"refuse"`. */
  readonly localTimes?: LocalTimes | undefined;
  /** A bare day is the start of that local day (default: an event or a lower bound) or its last millisecond (`asOf`, an upper bound). */
  readonly dayAs?: "start" | "end" | undefined;
  readonly path?: readonly (string | number)[] | undefined;
}

/** As far as a `Date` reaches. */
const FARTHEST = 8.64e15;

/** The instants that ISO strings with four-digit years can write. */
const EARLIEST = dayNumberOf(0, 1, 1) * DAY_MS;
const LATEST = dayNumberOf(10_000, 1, 1) * DAY_MS - 1;

/**
 * Reads a point in time into epoch milliseconds. Of texts, day and time may be parted by `T` or a blank, seconds may have one to nine decimals
 * (digits past the millisecond are cut), and the offset is `Z`, ` UTC`, `+08:00`, `+0800` or `+08`, after a blank or not. A date with a time
 * but no offset is refused unless `localTimes` says otherwise.
 * @throws INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { parseInstant } from "clientele/core";
 * parseInstant("2026-04-01T08:00:00+08:00"); // => 1775001600000
 * parseInstant("2026-04-01", { dayAs: "end" }); // => 1775087999999
 * parseInstant("2026-04-01 08:00", { localTimes: "in-zone", timeZone: "Asia/Shanghai" }); // => 1775001600000
 * @category Time
 */
export function parseInstant(input: InstantInput, options: ParseInstantOptions = {}): number {
  if (options === null) throw refusal("INVALID_OPTIONS", ["options"], "an object", options);
  const instant = typeof input === "string" ? inRange(textToInstant(input, options)) : readBoxedInstant(input);
  if (instant !== undefined) return instant;
  throw refusal(
    "INVALID_INSTANT",
    options.path ?? [],
    "an ISO 8601 date and time with offset, a day, a Date or epoch milliseconds, in the years 0000 to 9999",
    input,
    hintFor(input),
  );
}

/**
 * An instant as ISO 8601 in UTC with milliseconds.
 * @throws INVALID_INSTANT for what is no number, or farther than a `Date` reaches
 * @example
 * import { formatInstant } from "clientele/core";
 * formatInstant(0); // => "1970-01-01T00:00:00.000Z"
 * @category Time
 */
export function formatInstant(instant: number): string {
  checkInstant(instant, []);
  return new Date(instant).toISOString();
}

/** @throws INVALID_INSTANT for what is not epoch milliseconds of a `Date` */
export function checkInstant(instant: number, path: readonly string[]): void {
  if (typeof instant === "number" && Math.abs(instant) <= FARTHEST) return;
  throw refusal("INVALID_INSTANT", path, "epoch milliseconds", instant, "parseInstant reads all that say an instant");
}

function textToInstant(text: string, options: ParseInstantOptions): number | undefined {
  const { timeZone = "UTC", dayAs = "start", localTimes } = options;
  if (text.length !== 10) {
    return readInstant(text) ?? (localTimes === "in-zone" ? readLocalTime(text, zoneOf(timeZone)) : undefined);
  }
  const day = readDay(text);
  if (day === undefined) return undefined;
  const zone = zoneOf(timeZone);
  return dayAs === "start" ? zone.startOfDay(day) : zone.startOfDay(day + 1) - 1;
}

/** Epoch milliseconds of a number, a `Date` or what has `epochMilliseconds`; undefined for anything else. */
export function readBoxedInstant(input: unknown): number | undefined {
  if (typeof input === "number") return inRange(input);
  return inRange(input instanceof Date ? input.getTime() : Object(input).epochMilliseconds);
}

function inRange(instant: unknown): number | undefined {
  return Number.isInteger(instant) && (instant as number) >= EARLIEST && (instant as number) <= LATEST
    ? (instant as number)
    : undefined;
}

function hintFor(input: InstantInput): string | undefined {
  if (typeof input !== "string") return undefined;
  if (readLocalTime(input, zoneOf("UTC")) !== undefined) {
    return 'Say which clock it was read from: append "Z" or an offset such as "+08:00"';
  }
  if (/^\d+([/.]\d+)*([ T]|$)/.test(input)) return "Write the day as YYYY-MM-DD";
  return undefined;
}
