import type { Zone } from "../../core/index.js";
import { isOtherClock } from "../../core/shared.js";
import { isFactGap } from "./fact-gap.js";
import { readPoint } from "./fact-reader.js";

/** Reads an instant; Infinity where it cannot be read. */
export function instantIn(raw: unknown, zone: Zone): number {
  // Most are milliseconds of our days.
  if (typeof raw === "number" && Number.isSafeInteger(raw) && Math.abs(raw) < 6e13 && !isOtherClock(raw)) return raw;
  const at = readPoint(raw, zone);
  return isFactGap(at) ? Number.POSITIVE_INFINITY : at;
}
