import { DAY_MS } from "./day.js";
import { digits, leadingDay } from "./read-day.js";
import type { Zone } from "./zone.js";

const BLANK = 32;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const LOWER_T = 116;
const LOWER_U = 117;
const LOWER_Z = 122;

/**
 * Epoch milliseconds of a day, `T` or a blank, `HH:MM[:SS[.fff]]`, and `Z`, ` UTC` or an offset (`+08:00`, `+0800`, `+08`, after a blank or
 * not); undefined for anything else. Digits past the millisecond are cut; there may be nine.
 * @category Time
 */
export function readInstant(text: string): number | undefined {
  if (typeof text !== "string") return undefined;
  const end = clockEnd(text);
  const offset = readOffset(text, end);
  if (offset === undefined) return undefined;
  const wall = readWall(text, end);
  return wall === undefined ? undefined : wall - offset;
}

/**
 * Epoch milliseconds of a day and a time without offset, as the clock of the zone shows it; undefined for anything else. As "compatible" in
 * Temporal: the earlier instant where the clock shows it twice, and in a gap as late after the change as it says before.
 */
export function readLocalTime(text: string, zone: Zone): number | undefined {
  const end = clockEnd(text);
  const wall = end === text.length ? readWall(text, end) : undefined;
  if (wall === undefined) return undefined;
  const instant = zone.instantAt(wall);
  const isInGap = instant + zone.offsetAt(instant) !== wall;
  return isInGap ? wall - zone.offsetAt(instant - 1) : instant;
}

/** Where `YYYY-MM-DDTHH:MM[:SS[.fff]]` ends, if the text begins with it. */
function clockEnd(text: string): number {
  if (text.charCodeAt(16) !== COLON) return 16;
  const mark = text.charCodeAt(19);
  if (mark !== POINT && mark !== COMMA) return 19;
  let at = 20;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return at;
}

/** What the clock shows, counted as if it were UTC. */
function readWall(text: string, end: number): number | undefined {
  const day = leadingDay(text);
  if (day === undefined || text.charCodeAt(13) !== COLON) return undefined;
  const between = text.charCodeAt(10);
  if (between !== BLANK && (between | 32) !== LOWER_T) return undefined;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  if (hour > 23 || minute > 59) return undefined;
  const second = end > 16 ? digits(text, 17, 19) : 0;
  if (second > 59) return undefined;
  const millisecond = end > 19 ? readFraction(text, end) : 0;
  if (millisecond === undefined) return undefined;
  return day * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond;
}

/** Milliseconds of one to nine decimals. */
function readFraction(text: string, end: number): number | undefined {
  const decimals = end - 20;
  if (decimals < 1 || decimals > 9) return undefined;
  const kept = Math.min(decimals, 3);
  return digits(text, 20, 20 + kept) * (kept === 3 ? 1 : kept === 2 ? 10 : 100);
}

/** Milliseconds of `Z`, `UTC`, `+HH`, `+HHMM` or `+HH:MM` standing at the end of the text, after a blank or not. */
function readOffset(text: string, end: number): number | undefined {
  const at = text.charCodeAt(end) === BLANK ? end + 1 : end;
  const sign = text.charCodeAt(at);
  const rest = text.length - at;
  if ((sign | 32) === LOWER_Z) return rest === 1 ? 0 : undefined;
  if ((sign | 32) === LOWER_U) return text.slice(at).toUpperCase() === "UTC" ? 0 : undefined;
  if (sign !== PLUS && sign !== MINUS) return undefined;
  if (rest !== 3 && rest !== 5 && !(rest === 6 && text.charCodeAt(at + 3) === COLON)) return undefined;
  const hours = digits(text, at + 1, at + 3);
  const minutes = rest === 3 ? 0 : digits(text, text.length - 2, text.length);
  if (hours > 23 || minutes > 59) return undefined;
  return (sign === MINUS ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
