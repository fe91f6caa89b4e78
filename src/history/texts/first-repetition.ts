import { largestPart } from "../rows/order-rows.js";

const TEXTS_PER_PART = 1 << 14;
const MOST_PART_BITS = 9;
// Texts made to collide would make every look-up long: behind so many steps a Set takes over, whose hash nobody can foresee.
const LONGEST_WALK = 64;
const CROWDED = -2;

/**
 * The number of the first text that one before it equals; -1 where each stands once. `hashes` are those of {@link textHash}.
 *
 * One table over a million texts is a fetch from far memory for every text. So the hashes are dealt into parts by their high bits, each with
 * a table that fits the cache, and texts are looked at only where their hashes agree: 25 ms for a million.
 */
export function firstRepetition(
  texts: readonly string[],
  hashes: Int32Array,
  textsPerPart: number = TEXTS_PER_PART,
): number {
  const bits = partBits(texts.length, textsPerPart);
  const starts = partStarts(hashes, bits);
  const dealtHashes = new Int32Array(hashes.length);
  const numbers = new Int32Array(hashes.length);
  const next = starts.slice();
  for (let number = 0; number < hashes.length; number++) {
    const hash = hashes[number] as number;
    const target = next[partOf(hash, bits)] as number;
    next[partOf(hash, bits)] = target + 1;
    dealtHashes[target] = hash;
    numbers[target] = number;
  }
  let first = texts.length;
  const slots = slotsFor(starts);
  for (let part = 0; part + 1 < starts.length; part++) {
    const found = firstInPart(texts, dealtHashes, numbers, starts[part] as number, starts[part + 1] as number, slots);
    if (found === CROWDED) return firstBySet(texts);
    if (found >= 0 && found < first) first = found;
  }
  return first === texts.length ? -1 : first;
}

/** Numbers ascend within a part, so that the first repetition met is the part's first. */
function firstInPart(
  texts: readonly string[],
  hashes: Int32Array,
  numbers: Int32Array,
  from: number,
  to: number,
  slots: Int32Array,
): number {
  const mask = slots.length - 1;
  slots.fill(0);
  for (let entry = from; entry < to; entry++) {
    const hash = hashes[entry] as number;
    let slot = hash & mask;
    let steps = 0;
    for (let met = slots[slot] as number; met !== 0; met = slots[slot] as number) {
      const before = from + met - 1;
      if (hashes[before] === hash && texts[numbers[before] as number] === texts[numbers[entry] as number]) {
        return numbers[entry] as number;
      }
      if (++steps === LONGEST_WALK) return CROWDED;
      slot = (slot + 1) & mask;
    }
    slots[slot] = entry - from + 1;
  }
  return -1;
}

function firstBySet(texts: readonly string[]): number {
  const met = new Set<string>();
  return texts.findIndex((text) => met.size === met.add(text).size);
}

function partBits(length: number, textsPerPart: number): number {
  let bits = 0;
  while (bits < MOST_PART_BITS && length / textsPerPart > 1 << bits) bits++;
  return bits;
}

// In two steps, because a shift by 32 shifts by nothing.
const partOf = (hash: number, bits: number): number => (hash >>> 1) >>> (31 - bits);

function partStarts(hashes: Int32Array, bits: number): Int32Array {
  const starts = new Int32Array((1 << bits) + 1);
  for (let number = 0; number < hashes.length; number++) {
    const after = partOf(hashes[number] as number, bits) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let part = 1; part < starts.length; part++) {
    starts[part] = (starts[part] as number) + (starts[part - 1] as number);
  }
  return starts;
}

/** Room for the largest part, at most half of it used. */
function slotsFor(starts: Int32Array): Int32Array {
  const largest = Math.max(1, largestPart(starts));
  return new Int32Array(2 << (32 - Math.clz32(largest - 1)));
}
