import { ClienteleError, DAY_MS, type Zone } from "../../core/index.js";
import { earlyTime, isEarly, refusal } from "../../core/shared.js";
import { AFTER_AS_OF } from "./day-reader.js";
import type { Numbers } from "./read-numbers.js";

const MIXED = 0x7fff_ffff;

/** The local day of each instant, or {@link AFTER_AS_OF}. */
export function localDays(at: Numbers, zone: Zone, asOf: number): Int32Array {
  const { least, most } = rangeOf(at);
  if (at.length > 0 && isEarly(most)) throw new ClienteleError(earlyTime(["at", 0], at[0] as number));
  const days = new Int32Array(at.length);
  const offsets = offsetsByUtcDay(zone, least, Math.min(most, asOf), at.length);
  const first = Math.floor(least / DAY_MS);
  for (let i = 0; i < days.length; i++) {
    const instant = at[i] as number;
    if (instant > asOf) {
      days[i] = AFTER_AS_OF;
      continue;
    }
    const utcDay = Math.floor(instant / DAY_MS);
    const offset = offsets === undefined ? MIXED : (offsets[utcDay - first] as number);
    days[i] = offset === MIXED ? zone.dayAt(instant) : Math.floor((instant + offset) / DAY_MS);
  }
  return days;
}

function rangeOf(at: Numbers): { readonly least: number; readonly most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < at.length; i++) {
    const instant = at[i] as number;
    if (!Number.isInteger(instant))
      throw refusal("INVALID_TRANSACTION_COLUMNS", ["at", i], "epoch milliseconds", instant);
    if (instant < least) least = instant;
    if (instant > most) most = instant;
  }
  return { least, most };
}

/**
 * The offset that holds all through each UTC day, or {@link MIXED} where the clocks change on it; undefined where asking the zone row by
 * row is cheaper. A look-up takes 2 ns where the zone takes 40. No clock of the tz data ever changed twice within a day and back again,
 * so that equal ends mean a steady day.
 */
function offsetsByUtcDay(zone: Zone, least: number, most: number, rows: number): Int32Array | undefined {
  const first = Math.floor(least / DAY_MS);
  const days = Math.floor(most / DAY_MS) - first + 1;
  if (!(days > 0 && days <= rows)) return undefined;
  const offsets = new Int32Array(days);
  let atStart = zone.offsetAt(first * DAY_MS);
  for (let day = 0; day < days; day++) {
    const end = (first + day + 1) * DAY_MS;
    const atEnd = zone.offsetAt(end - 1);
    offsets[day] = atStart === atEnd ? atStart : MIXED;
    atStart = zone.offsetAt(end);
  }
  return offsets;
}
