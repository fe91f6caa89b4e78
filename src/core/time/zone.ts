import { refusal } from "../errors/refusal.js";
import { DAY_MS, type DayNumber } from "./day.js";
import { type OffsetSegment, offsetSegments } from "./offset-segments.js";

/**
 * The clock of one place. A *wall* is a local clock reading, counted in milliseconds as if it were UTC.
 * @category Time
 */
export interface Zone {
  readonly timeZone: string;
  /** Local minus UTC at an instant, in milliseconds. */
  offsetAt(instant: number): number;
  /** The local day of an instant. */
  dayAt(instant: number): DayNumber;
  /** The first instant of a local day; of a day that was skipped whole, the first instant after the gap. */
  startOfDay(day: DayNumber): number;
  /** The instant of a wall reading: the earlier one where clocks went back, the first after the gap where they went forward. */
  instantAt(wall: number): number;
}

// Offsets lie between -16 h and +16 h, local mean times of the 19th century included.
const WIDEST_OFFSET_MS = 16 * 3_600_000;

// A cache of tz data, which is the same for every caller: it holds no setting and changes no result.
const zones = new Map<string, Zone>();

/**
 * The clock of an IANA zone, made once and cached: `dayAt` costs tens of nanoseconds, `Intl` is asked once per zone and stretch of time.
 * `"UTC"` and fixed offsets such as `"+08:00"` need no `Intl`.
 * @throws INVALID_TIME_ZONE
 * @example
 * import { formatDay, formatInstant, parseDay, zoneOf } from "clientele/core";
 * const saoPaulo = zoneOf("America/Sao_Paulo");
 * formatInstant(saoPaulo.startOfDay(parseDay("2018-11-04"))); // => "2018-11-04T03:00:00.000Z"
 * formatDay(saoPaulo.dayAt(Date.UTC(2018, 10, 4, 2, 59))); // => "2018-11-03"
 * @category Time
 */
export function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = makeZone(timeZone);
    zones.set(timeZone, zone);
  }
  return zone;
}

function makeZone(timeZone: string): Zone {
  const segmentAt = segmentsOf(timeZone);
  let last: OffsetSegment = { start: 0, end: 0, offset: 0 };
  const offsetAt = (instant: number): number => {
    if (!(instant >= last.start && instant < last.end)) last = segmentAt(instant);
    return last.offset;
  };
  const instantAt = (wall: number): number => {
    let segment = segmentAt(wall - WIDEST_OFFSET_MS);
    while (wall - segment.offset >= segment.end) segment = segmentAt(segment.end);
    return Math.max(wall - segment.offset, segment.start);
  };
  return {
    timeZone,
    offsetAt,
    dayAt: (instant) => Math.floor((instant + offsetAt(instant)) / DAY_MS),
    startOfDay: (day) => instantAt(day * DAY_MS),
    instantAt,
  };
}

/** `+HH:MM` or `-HH:MM`, within {@link WIDEST_OFFSET_MS}. */
const FIXED = /^([+-])(0\d|1[0-5]):([0-5]\d)$/;

function segmentsOf(timeZone: string): (instant: number) => OffsetSegment {
  const fixed = fixedOffset(timeZone);
  if (fixed !== undefined) {
    const always = { start: -Infinity, end: Infinity, offset: fixed };
    return () => always;
  }
  try {
    return offsetSegments(timeZone);
  } catch {
    const hint =
      typeof Intl === "undefined"
        ? 'There is no Intl here to know named zones: write "UTC" or the offset, such as "+08:00"'
        : 'Write "UTC" where days need no zone; the machine\'s own is never used';
    const expected = 'an IANA time zone such as "Asia/Shanghai", or an offset such as "+08:00"';
    throw refusal("INVALID_TIME_ZONE", ["timeZone"], expected, timeZone, hint);
  }
}

function fixedOffset(timeZone: string): number | undefined {
  if (timeZone === "UTC") return 0;
  const [, sign, hours, minutes] = FIXED.exec(String(timeZone)) ?? [];
  if (sign === undefined) return undefined;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
