import type { FactColumn } from "../../model/index.js";

/** Rows that are judged at one go: two planes of them and the scratch of a tree fit the nearest cache. */
const BLOCK_ROWS = 4096;
export const BLOCK_WORDS: number = BLOCK_ROWS / 32;

/** Answers of a block, 32 rows a word: certain is a part of possible; possible and not certain is unknown. */
export interface Planes {
  readonly certain: Int32Array;
  readonly possible: Int32Array;
}

/** Rows `start` to `end`, exclusive; `start` is a multiple of the block. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/**
 * Judges a block. Only words where `open` has a bit need an answer: the others were settled by what was asked before. The planes belong
 * to the judge and hold until it is asked again.
 */
export type ColumnJudge = (block: Block, open: Int32Array) => Planes;

/** Planes of a whole block. */
export const makePlanes = (): Planes => ({
  certain: new Int32Array(BLOCK_WORDS),
  possible: new Int32Array(BLOCK_WORDS),
});

/** Every row is open. */
export const allOpen: Int32Array = new Int32Array(BLOCK_WORDS).fill(-1);

/** The blocks of so many rows. */
export function blocksOf(size: number): readonly Block[] {
  return Array.from({ length: Math.ceil(size / BLOCK_ROWS) }, (_, index) => {
    const start = index * BLOCK_ROWS;
    const end = Math.min(start + BLOCK_ROWS, size);
    return { start, end, words: Math.ceil((end - start) / 32) };
  });
}

// A bitmap is worked out once per column, of whatever table; it holds what the column says and nothing else.
const knownBits = new WeakMap<FactColumn, Int32Array>();

/** The rows of a column that have a usable value, 32 a word. */
export function knownBitsOf(column: FactColumn): Int32Array {
  let bits = knownBits.get(column);
  if (bits === undefined) {
    const { known } = column;
    bits = new Int32Array(Math.ceil(known.length / 32));
    for (let row = 0; row < known.length; row++) {
      if (known[row] === 1) bits[row >> 5] = (bits[row >> 5] as number) | (1 << (row & 31));
    }
    knownBits.set(column, bits);
  }
  return bits;
}

/** The rows that have anything, usable or not. */
export function presentBitsOf(column: FactColumn): Int32Array {
  if (column.faults === undefined) return knownBitsOf(column);
  const bits = knownBitsOf(column).slice();
  for (const row of column.faults.keys()) bits[row >> 5] = (bits[row >> 5] as number) | (1 << (row & 31));
  return bits;
}
