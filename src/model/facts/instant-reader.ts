import type { Zone } from "../../core/index.js";
import { isFactGap } from "./fact-gap.js";
import { factReader } from "./fact-reader.js";

// One reader per zone: a cache of functions that hold no state.
const readers = new WeakMap<Zone, (raw: unknown) => number>();

/** Reads an instant; Infinity where it cannot be read. */
export function instantReader(zone: Zone): (raw: unknown) => number {
  let reader = readers.get(zone);
  if (reader === undefined) {
    const read = factReader({ type: "instant" }, zone);
    reader = (raw) => {
      if (typeof raw === "number" && Number.isSafeInteger(raw) && Math.abs(raw) < 6e13) return raw;
      const at = read(raw);
      return isFactGap(at) ? Number.POSITIVE_INFINITY : (at as number);
    };
    readers.set(zone, reader);
  }
  return reader;
}
