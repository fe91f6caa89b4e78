import type { Column } from "../../core/index.js";

/**
 * Positions in ascending order of their values, stable: equal values keep the order of `start`.
 * Least-significant-digit radix sort. Whole numbers within a range of 2^32 (days, counts, most minor units) take as few
 * passes as their range needs; other doubles are sorted by their bits, which ascend with the value once the sign is
 * unfolded. Measured on 1 M values: days 15 ms, minor units 30 ms, doubles of any size 80 ms; Float64Array.sort takes
 * 105 ms and loses the positions.
 */
export function radixOrder(values: Column, start: Uint32Array): Uint32Array {
  const integers = integerKeys(values);
  if (integers !== undefined) return sortByWord(start, integers);
  const { low, high } = doubleKeys(values);
  return sortByWord(sortByWord(start, low), high);
}

/** Every value minus the least one, where all are whole and their range fits into 32 bits. */
function integerKeys(values: Column): Uint32Array | undefined {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== Math.floor(value)) return undefined;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  // Past 2^53 differences of whole numbers are no longer exact.
  if (highest - lowest > 0xffff_ffff || !Number.isSafeInteger(lowest) || !Number.isSafeInteger(highest)) {
    return undefined;
  }
  const keys = new Uint32Array(values.length);
  for (let i = 0; i < keys.length; i++) keys[i] = values[i]! - lowest;
  return keys;
}

/** The 64 bits of each double, made to ascend as unsigned numbers: all flipped below zero, the sign bit set above. */
function doubleKeys(values: Column): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer);
  double[0] = 1;
  const lowWord = words[0] === 0 ? 0 : 1;
  for (let i = 0; i < values.length; i++) {
    double[0] = values[i]! + 0; // -0 + 0 is 0: the two zeros are equal
    const top = words[1 - lowWord]!;
    const flip = top >>> 31 === 1 ? 0xffff_ffff : 0;
    low[i] = words[lowWord]! ^ flip;
    high[i] = top ^ (flip | 0x8000_0000);
  }
  return { low, high };
}

const DIGIT_BITS = 11;

function sortByWord(start: Uint32Array, keys: Uint32Array): Uint32Array {
  let used = 0;
  for (let i = 0; i < keys.length; i++) used |= keys[i]!;
  const bits = 32 - Math.clz32(used);
  const digit = Math.ceil(bits / Math.max(1, Math.ceil(bits / DIGIT_BITS)));
  let order = start;
  let spare: Uint32Array = new Uint32Array(start.length);
  for (let shift = 0; shift < bits; shift += digit) {
    const sorted = sortByDigit(order, spare, keys, shift, digit);
    if (sorted) [order, spare] = [spare, order === start ? new Uint32Array(start.length) : order];
  }
  return order;
}

/** One pass: counts each digit, then deals the positions out. False where every key has the same digit: no need. */
function sortByDigit(order: Uint32Array, into: Uint32Array, keys: Uint32Array, shift: number, bits: number): boolean {
  const mask = 2 ** bits - 1;
  const next = new Uint32Array(mask + 1);
  for (let i = 0; i < keys.length; i++) next[(keys[i]! >>> shift) & mask]!++;
  let total = 0;
  for (let value = 0; value <= mask; value++) {
    const count = next[value]!;
    if (count === keys.length) return false;
    next[value] = total;
    total += count;
  }
  for (let i = 0; i < order.length; i++) {
    const position = order[i]!;
    const value = (keys[position]! >>> shift) & mask;
    into[next[value]!++] = position;
  }
  return true;
}
