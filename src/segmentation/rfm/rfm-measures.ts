import { parseInstant, zoneOf } from "../../core/index.js";
import type { CustomerBase } from "../../history/index.js";

/** What RFM scores: one entry per customer of the base, or per customer with a purchase. */
export interface RfmMeasures {
  /** Positions in the base of the customers with a purchase. */
  readonly buyers: Uint32Array;
  readonly daysSinceLast: Float64Array;
  readonly orders: Float64Array;
  readonly netMinor: Float64Array;
}

/** Reads the three measures of every customer with a purchase that still stands. */
export function rfmMeasures(base: CustomerBase): RfmMeasures {
  const { lastDay, orders, netMinor } = base.columns;
  const today = zoneOf(base.timeZone).dayAt(parseInstant(base.asOf));
  const buyers = new Uint32Array(base.size);
  let count = 0;
  for (let i = 0; i < base.size; i++) if (lastDay.known[i] === 1) buyers[count++] = i;
  const measures = {
    buyers: buyers.subarray(0, count),
    daysSinceLast: new Float64Array(count),
    orders: new Float64Array(count),
    netMinor: new Float64Array(count),
  };
  for (let row = 0; row < count; row++) {
    const i = buyers[row]!;
    measures.daysSinceLast[row] = today - lastDay.values[i]!;
    measures.orders[row] = orders[i]!;
    measures.netMinor[row] = netMinor[i]!;
  }
  return measures;
}
