import type { Column } from "../../core/index.js";
import { checkInteger } from "../checks.js";
import { sortedPositions, type TieBreak } from "./sorted-positions.js";

/** How {@link ntiles} settles ties. */
export interface NtilesOptions {
  /** A column as long as the values. Where it ties too, or is not given, the earlier position comes first. */
  readonly tieBreak?: TieBreak | undefined;
}

/**
 * Splits a column into bins of equal size by rank, as SQL's `NTILE(bins) OVER (ORDER BY value, tieBreak)`: the bin of
 * each value, from 1 for the least.
 *
 * Where the count is no multiple of `bins`, the first bins hold one value more. Equal values may fall into different
 * bins, decided by the tie-break; where they must not, cut by value instead ({@link quantiles}). With fewer values than
 * bins the last bins stay empty.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, LENGTHS_DIFFER
 * @example
 * import { ntiles } from "clientele/math";
 * ntiles([50, 10, 40, 20, 30], 2); // => [2, 1, 2, 1, 1]
 * @category Order statistics
 */
export function ntiles(values: Column, bins: number, options: NtilesOptions = {}): Int32Array {
  checkInteger(bins, 1, 2 ** 31 - 1, ["bins"]);
  const order = sortedPositions(values, options);
  const result = new Int32Array(order.length);
  const size = Math.floor(order.length / bins);
  const larger = order.length % bins;
  const places = larger * (size + 1);
  for (let place = 0; place < order.length; place++) {
    const bin = place < places ? Math.floor(place / (size + 1)) : larger + Math.floor((place - places) / size);
    result[order[place]!] = bin + 1;
  }
  return result;
}
