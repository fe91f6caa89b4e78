import type { Column } from "../../core/index.js";
import { anything, checkOptions } from "../../core/shared.js";
import { refuse } from "../checks.js";
import { sortedPositions, type TieBreak } from "./sorted-positions.js";

/**
 * What tied values share: of the places 2, 3 and 4 the `average` 3, the `lowest` 2, the `highest` 4, or, `dense`, the
 * count of different values so far (no place is skipped after a tie).
 */
export type SharedRank = "average" | "lowest" | "highest" | "dense";

/** Ties share a rank ({@link SharedRank}, by default `average`), or a tie-break gives every value a rank of its own. */
export type RanksOptions =
  | { readonly ties?: SharedRank | undefined; readonly tieBreak?: undefined }
  | { readonly tieBreak: TieBreak; readonly ties?: undefined };

/**
 * The rank of each value among all, from 1 for the least; equal values share a rank unless a tie-break is given.
 *
 * `average` ranks are the mid-ranks of rank statistics, so they may end in .5. By `lowest`, rank - 1 is the number of
 * smaller values; by `highest`, rank is the number of values not above. An empty column has no ranks.
 * @throws NOT_A_FINITE_NUMBER, LENGTHS_DIFFER, INVALID_OPTIONS
 * @example
 * import { ranks } from "clientele/math";
 * ranks([20, 10, 20]); // => [2.5, 1, 2.5]
 * ranks([20, 10, 20], { ties: "lowest" }); // => [2, 1, 2]
 * ranks([20, 10, 20], { tieBreak: ["eve", "ben", "ann"] }); // => [3, 1, 2]
 * @category Order statistics
 */
export function ranks(values: Column, options: RanksOptions = {}): Float64Array {
  checkOptions<RanksOptions>(options, { ties: anything, tieBreak: anything });
  const order = sortedPositions(values, { tieBreak: options.tieBreak });
  const result = new Float64Array(order.length);
  const shares = options.tieBreak === undefined;
  const shared = sharedRank(options.ties ?? "average");
  let different = 0;
  for (let from = 0, to = 1; from < order.length; from = to, to++) {
    while (shares && to < order.length && values[order[to]!] === values[order[from]!]) to++;
    different++;
    const rank = shared(from + 1, to, different);
    for (let i = from; i < to; i++) result[order[i]!] = rank;
  }
  return result;
}

/** The rank shared by the values on the places `first` to `last`, the `different`-th value from below. */
function sharedRank(ties: SharedRank): (first: number, last: number, different: number) => number {
  switch (ties) {
    case "average":
      return (first, last) => (first + last) / 2;
    case "lowest":
      return (first) => first;
    case "highest":
      return (_, last) => last;
    case "dense":
      return (_, __, different) => different;
    default:
      return refuse("INVALID_OPTIONS", ["ties"], '"average", "lowest", "highest" or "dense"', ties satisfies never);
  }
}
