import type { Zone } from "../../core/index.js";
import { isFactGap } from "./fact-gap.js";
import { readPoint } from "./fact-reader.js";

/** Reads an instant; Infinity where it cannot be read. */
export function instantIn(raw: unknown, zone: Zone): number {
  const at = readPoint(raw, zone);
  return isFactGap(at) ? Number.POSITIVE_INFINITY : at;
}
