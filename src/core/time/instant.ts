import { refusal } from "../errors/refusal.js";
import { DAY_MS, dayNumberOf, daysFromCivil, daysInMonth, digits, readDay } from "./day.js";
import { zoneOf } from "./zone.js";

/**
 * A point in time: ISO 8601 with offset or `Z`, a day, a `Date`, epoch milliseconds, or anything with `epochMilliseconds`.
 * @category Time
 */
export type InstantInput = string | number | Date | { readonly epochMilliseconds: number };

/** How {@link parseInstant} reads a bare day, and where an error says the value stood. */
export interface ParseInstantOptions {
  /** The zone of a bare day; default `"UTC"`. */
  readonly timeZone?: string | undefined;
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
 * Reads a point in time into epoch milliseconds. Digits past the millisecond are cut. A date with a time but no offset is refused:
 * nobody knows which instant it is.
 * @throws INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { parseInstant } from "clientele/core";
 * parseInstant("2026-04-01T08:00:00+08:00"); // => 1775001600000
 * parseInstant("2026-04-01", { dayAs: "end" }); // => 1775087999999
 * @category Time
 */
export function parseInstant(input: InstantInput, options: ParseInstantOptions = {}): number {
  const instant = typeof input === "string" ? textToInstant(input, options) : boxedInstant(input);
  if (instant !== undefined && instant >= EARLIEST && instant <= LATEST) return instant;
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
  if (typeof instant === "number" && Math.abs(instant) <= FARTHEST) return new Date(instant).toISOString();
  throw refusal("INVALID_INSTANT", [], "epoch milliseconds", instant, "parseInstant reads all that say an instant");
}

/** Epoch milliseconds of `YYYY-MM-DDTHH:MM[:SS[.fff]]` with `Z` or an offset; undefined for anything else. */
export function readInstant(text: string): number | undefined {
  const length = text.length;
  if (length < 17 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58)
    return undefined;
  const separator = text.charCodeAt(10) | 32;
  if (separator !== 116) return undefined; // T or t
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  if (!(month >= 1 && month <= 12 && day >= 1 && year >= 0 && hour <= 23 && minute <= 59)) return undefined;
  if (day > daysInMonth(year, month)) return undefined;
  let at = 16;
  let second = 0;
  let millisecond = 0;
  if (text.charCodeAt(at) === 58) {
    second = digits(text, 17, 19);
    if (!(second <= 59) || length < 19) return undefined;
    at = 19;
    const dot = text.charCodeAt(at);
    if (dot === 46 || dot === 44) {
      const from = ++at;
      while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
      if (at === from || at - from > 9) return undefined;
      const kept = Math.min(at - from, 3);
      millisecond = digits(text, from, from + kept) * (kept === 3 ? 1 : kept === 2 ? 10 : 100);
    }
  }
  const offset = readOffset(text, at);
  if (offset === undefined) return undefined;
  return (
    daysFromCivil(year, month, day) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond - offset
  );
}

/** Milliseconds of `Z`, `+HH`, `+HHMM` or `+HH:MM` standing at the end of the text. */
function readOffset(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at);
  if ((sign | 32) === 122) return at + 1 === text.length ? 0 : undefined;
  if (sign !== 43 && sign !== 45) return undefined;
  const rest = text.length - at;
  if (rest !== 3 && rest !== 5 && !(rest === 6 && text.charCodeAt(at + 3) === 58)) return undefined;
  const hours = digits(text, at + 1, at + 3);
  const minutes = rest === 3 ? 0 : digits(text, text.length - 2, text.length);
  if (!(hours <= 23 && minutes <= 59)) return undefined;
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function textToInstant(text: string, { timeZone = "UTC", dayAs = "start" }: ParseInstantOptions): number | undefined {
  if (text.length !== 10) return readInstant(text);
  const day = readDay(text);
  if (day === undefined) return undefined;
  const zone = zoneOf(timeZone);
  return dayAs === "start" ? zone.startOfDay(day) : zone.startOfDay(day + 1) - 1;
}

function boxedInstant(input: Exclude<InstantInput, string>): number | undefined {
  if (typeof input === "number") return Number.isInteger(input) ? input : undefined;
  if (input instanceof Date) return Number.isNaN(input.getTime()) ? undefined : input.getTime();
  if (typeof input !== "object" || input === null) return undefined;
  const milliseconds = input.epochMilliseconds;
  return typeof milliseconds === "number" && Number.isInteger(milliseconds) ? milliseconds : undefined;
}

function hintFor(input: InstantInput): string | undefined {
  if (typeof input !== "string") return undefined;
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?$/.test(input)) {
    return 'Say which clock it was read from: append "Z" or an offset such as "+08:00"';
  }
  if (/^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}/.test(input)) return "Write the day as YYYY-MM-DD";
  return undefined;
}
