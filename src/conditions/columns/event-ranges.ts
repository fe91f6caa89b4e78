import type { CollectionColumns, FactColumn } from "../../model/index.js";
import { firstFrom } from "../rows/subject.js";
import { allOpen, blocksOf, type ColumnJudge } from "./planes.js";

/** Which items of each customer lie in a window: from `low`, to before `high`, in the columns of the collection. */
export interface EventRanges {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** 1 where a customer has to be judged alone; undefined where nobody has to. */
  readonly irregular: Uint8Array | undefined;
}

/** Finds a half-open window in the items of every customer; without `asOf` the items have no clock and all of them lie in it. */
export function eventRanges(
  size: number,
  { offsets, at, knownSince }: CollectionColumns,
  window: { readonly from: number; readonly to: number },
  asOf: number | undefined,
): EventRanges {
  const low = new Int32Array(size);
  const high = new Int32Array(size);
  const from = window.from;
  const to = asOf === undefined ? Number.POSITIVE_INFINITY : Math.min(window.to, asOf + 1);
  let irregular: Uint8Array | undefined;
  for (let row = 0; row < size; row++) {
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    if (asOf === undefined) {
      low[row] = start;
      high[row] = end;
    } else {
      const first = firstFrom(at, from, start, end);
      low[row] = first;
      high[row] = firstFrom(at, to, first, end);
    }
    const isUndated = asOf !== undefined && end > start && at[end - 1] === Number.POSITIVE_INFINITY;
    if (isUndated || from < Math.min(to, knownSince?.[row] ?? Number.NEGATIVE_INFINITY)) {
      irregular ??= new Uint8Array(size);
      irregular[row] = 1;
    }
  }
  return { low, high, irregular };
}

/** Whose each item is. */
export function ownersOf({ offsets, ids }: CollectionColumns): Int32Array {
  const owners = new Int32Array(ids.length);
  for (let owner = 0; owner + 1 < offsets.length; owner++) {
    owners.fill(owner, offsets[owner] as number, offsets[owner + 1] as number);
  }
  return owners;
}

/** How many items before each position certainly pass, and how many possibly. */
export interface Counts {
  readonly certain: Int32Array;
  readonly possible: Int32Array;
}

/** Counts items from the first on; without a condition all of them pass. */
export function countsOf(size: number, judge: ColumnJudge | undefined): Counts {
  const certain = new Int32Array(size + 1);
  if (judge === undefined) {
    for (let row = 0; row < size; row++) certain[row + 1] = row + 1;
    return { certain, possible: certain };
  }
  const possible = new Int32Array(size + 1);
  for (const block of blocksOf(size)) {
    const planes = judge(block, allOpen);
    for (let row = block.start; row < block.end; row++) {
      const word = (row - block.start) >> 5;
      certain[row + 1] = (certain[row] as number) + (((planes.certain[word] as number) >>> (row & 31)) & 1);
      possible[row + 1] = (possible[row] as number) + (((planes.possible[word] as number) >>> (row & 31)) & 1);
    }
  }
  return { certain, possible };
}

/** The sum of the values before each position, and how many there are, of items that certainly pass. */
export interface Sums {
  readonly sum: Float64Array;
  readonly usable: Int32Array;
}

/** Sums whole values from the first item on; undefined where they are not whole or grow past 2^53, since differences would be rounded. */
export function sumsOf(column: FactColumn, { certain }: Counts): Sums | undefined {
  const values = column.values as Float64Array;
  const { known } = column;
  const sum = new Float64Array(known.length + 1);
  const usable = new Int32Array(known.length + 1);
  for (let row = 0; row < known.length; row++) {
    const passes = (certain[row + 1] as number) > (certain[row] as number) && known[row] === 1;
    const total = (sum[row] as number) + (passes ? (values[row] as number) : 0);
    if (!Number.isSafeInteger(total)) return undefined;
    sum[row + 1] = total;
    usable[row + 1] = (usable[row] as number) + (passes ? 1 : 0);
  }
  return { sum, usable };
}
