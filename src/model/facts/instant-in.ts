import type { Zone } from "../../core/index.js";
import { isFactGap } from "./fact-gap.js";
import { readPoint } from "./fact-reader.js";

/** Reads an instant; Infinity where it cannot be read. */
export function instantIn(raw: unknown, zone: Zone): number {
  // Most are milliseconds of our days: the items of every subject pass here.
  if (typeof raw === "number" && raw >= 1e11 && raw < 6e13 && Number.isInteger(raw)) return raw;
  const at = readPoint(raw, zone);
  return isFactGap(at) ? Number.POSITIVE_INFINITY : at;
}
