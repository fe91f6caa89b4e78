import type { FactColumn } from "../../model/index.js";
import { allOpen, blocksOf, type ColumnJudge } from "./planes.js";

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
