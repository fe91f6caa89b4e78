import type { CollectionColumns } from "../../model/index.js";
import { firstFrom } from "../rows/subject.js";

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
