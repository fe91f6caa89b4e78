/** Rows that are judged at one go: two planes of them and the scratch of a tree fit the nearest cache. */
export const BLOCK_ROWS = 4096;
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
