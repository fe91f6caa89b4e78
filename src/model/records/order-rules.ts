import { type InstantInput, parseInstant } from "../../core/index.js";
import type { RecordRule } from "./record-table.js";

/** `later` is not before `earlier`, where both are given. */
export function notBefore<E extends string, L extends string>(
  earlier: E,
  later: L,
): RecordRule<{ readonly [K in E | L]?: InstantInput | undefined }> {
  return {
    accepts: (record) => {
      const { [earlier]: from, [later]: to } = record as { readonly [name: string]: InstantInput | undefined };
      return from === undefined || to === undefined || canFollow(from, to);
    },
    field: later,
    code: "OUT_OF_ORDER",
    expected: `not before ${earlier}`,
  };
}

const HOUR = 3_600_000;

/** Whether the second moment may be as late as the first: days start up to 14 hours before they do in UTC and end up to 12 hours after; the zone is not known here. */
export function canFollow(from: InstantInput, to: InstantInput): boolean {
  if (isDay(from) && isDay(to)) return from <= to;
  const earliest = parseInstant(from) - (isDay(from) ? 14 * HOUR : 0);
  const latest = parseInstant(to, { dayAs: "end" }) + (isDay(to) ? 12 * HOUR : 0);
  return earliest <= latest;
}

const isDay = (instant: InstantInput): instant is string => typeof instant === "string" && instant.length === 10;
