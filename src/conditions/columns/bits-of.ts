import type { FactColumn } from "../../model/index.js";

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
