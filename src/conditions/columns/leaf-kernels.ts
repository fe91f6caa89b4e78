import type { FactColumn } from "../../model/index.js";
import type { NumberRange } from "../reading/number-range.js";
import { type ColumnJudge, knownBitsOf, makePlanes, presentBitsOf } from "./planes.js";

// The hot loops of the room. Comparisons are written as `+(a < b)` and never branch: a branch per row that goes either way as the data
// will costs two to three times as much. Each kind of array has a closure of its own, so that its loop is compiled for that kind.

/** Sets the bits of the rows of a word that pass. */
type WordKernel = (from: number, to: number) => number;

/** A leaf over a typed column: rows without a usable value are unknown, or true where nothing is there and that is let in. */
export function columnLeaf(column: FactColumn, word: WordKernel, orMissing: boolean): ColumnJudge {
  const known = knownBitsOf(column);
  const present = orMissing ? presentBitsOf(column) : undefined;
  const { certain, possible } = makePlanes();
  const planes = { certain, possible };
  return ({ start, end, words }, open) => {
    for (let index = 0; index < words; index++) {
      if (open[index] === 0) continue;
      const from = start + (index << 5);
      const passed = word(from, Math.min(from + 32, end));
      const usable = known[from >> 5] as number;
      const letIn = present === undefined ? 0 : ~(present[from >> 5] as number);
      certain[index] = (passed & usable) | letIn;
      possible[index] = passed | ~usable;
    }
    return planes;
  };
}

/** Numbers within a closed range, or outside it. A range with one end needs one comparison. */
export function rangeKernel(values: Float64Array | Int32Array | Uint8Array, range: NumberRange): WordKernel {
  const { low, high, isOutside } = range;
  const flip = isOutside ? -1 : 0;
  if (!(values instanceof Float64Array)) return wholeKernel(values, low, high, flip);
  if (high === Number.POSITIVE_INFINITY) return atLeastKernel(values, low, flip);
  return low === Number.NEGATIVE_INFINITY ? atMostKernel(values, high, flip) : betweenKernel(values, low, high, flip);
}

// A shift counts its lowest five bits only, so a row is its own place in its word.

function atLeastKernel(values: Float64Array, low: number, flip: number): WordKernel {
  return (from, to) => {
    let bits = 0;
    for (let row = from; row < to; row++) bits |= +((values[row] as number) >= low) << row;
    return bits ^ flip;
  };
}

function atMostKernel(values: Float64Array, high: number, flip: number): WordKernel {
  return (from, to) => {
    let bits = 0;
    for (let row = from; row < to; row++) bits |= +((values[row] as number) <= high) << row;
    return bits ^ flip;
  };
}

function betweenKernel(values: Float64Array, low: number, high: number, flip: number): WordKernel {
  return (from, to) => {
    let bits = 0;
    for (let row = from; row < to; row++) {
      const value = values[row] as number;
      bits |= (+(value >= low) & +(value <= high)) << row;
    }
    return bits ^ flip;
  };
}

function wholeKernel(values: Int32Array | Uint8Array, low: number, high: number, flip: number): WordKernel {
  return (from, to) => {
    let bits = 0;
    for (let row = from; row < to; row++) {
      const value = values[row] as number;
      bits |= (+(value >= low) & +(value <= high)) << row;
    }
    return bits ^ flip;
  };
}

/** Texts by code: whether each text of the dictionary passes was asked once. */
export function codeKernel(codes: Int32Array, passes: Uint8Array): WordKernel {
  return (from, to) => {
    let bits = 0;
    for (let row = from; row < to; row++) bits |= (passes[codes[row] as number] as number) << row;
    return bits;
  };
}

/** Rows that have anything, or that have nothing. */
export function presenceLeaf(column: FactColumn, isMissing: boolean): ColumnJudge {
  const present = presentBitsOf(column);
  const flip = isMissing ? -1 : 0;
  const planes = makePlanes();
  return ({ start, words }) => {
    for (let index = 0; index < words; index++) {
      planes.certain[index] = (present[(start >> 5) + index] as number) ^ flip;
      planes.possible[index] = planes.certain[index] as number;
    }
    return planes;
  };
}
