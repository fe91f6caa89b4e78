import { DAY_MS, type DayNumber, type InstantInput, parseInstant, readInstant } from "../../core/index.js";
import type { ReadRules } from "./read-rules.js";

/** Stands for a moment later than `asOf`. */
export const AFTER_AS_OF = -2_147_483_648;

/** The local day of each record's moment, or {@link AFTER_AS_OF}. */
export function dayReader({
  asOf,
  zone,
}: Pick<ReadRules, "asOf" | "zone">): (at: InstantInput, row: number) => DayNumber {
  // Bare days repeat: a shop has a few thousand of them, whatever the number of its orders.
  const bareDays = new Map<string, DayNumber>();
  const dayOf = (instant: number): DayNumber => (instant > asOf ? AFTER_AS_OF : zone.dayAt(instant));
  const parsed = (at: InstantInput, row: number): number =>
    parseInstant(at, { timeZone: zone.timeZone, path: [row, "at"] });
  return (at, row) => {
    if (typeof at !== "string") return dayOf(parsed(at, row));
    if (at.length !== 10) return dayOf(readInstant(at) ?? parsed(at, row));
    let day = bareDays.get(at);
    if (day === undefined) {
      day = dayOf(parsed(at, row));
      bareDays.set(at, day);
    }
    return day;
  };
}

const HOUR_MS = 3_600_000;

/** The local hour of a moment, "00" to "23"; undefined for a bare day, which has none. */
export function localHour(at: InstantInput, { zone }: Pick<ReadRules, "zone">): string | undefined {
  if (typeof at === "string" && at.length === 10) return undefined;
  const instant = parseInstant(at);
  const wall = instant + zone.offsetAt(instant);
  const hour = Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / HOUR_MS);
  return String(hour).padStart(2, "0");
}
