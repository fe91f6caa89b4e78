import { textHash } from "./text-hash.js";
import { textPool } from "./text-pool.js";

/** Numbers texts in the order of first sight. */
export interface TextIndex {
  readonly size: number;
  /** The number of a text; a new one, equal to the size so far, where it was not seen before. */
  numberOf(text: string): number;
  /** The number of a text that was seen; undefined for another. Who has its `textHash` at hand may give it. */
  find(text: string, hash?: number): number | undefined;
  /** The texts by number. */
  readonly texts: readonly string[];
}

const FIRST_SLOTS = 128;
// Texts made to collide would make every look-up long: behind so many steps a Map takes over, whose hash nobody can foresee.
const LONGEST_WALK = 64;

/**
 * An open-addressing table of (hash, place) pairs over a pool of the texts: two fetches from far memory where a `Map` of strings takes several,
 * and a text compared with the string first seen, which lies wherever its row lies, four.
 */
export function textIndex(): TextIndex {
  const texts: string[] = [];
  const pool = textPool();
  const crowded = new Map<string, number>(); // the place of a text
  let mask = FIRST_SLOTS - 1;
  let table = new Int32Array(2 * FIRST_SLOTS);

  /** Where the text stands, or the empty slot where it would; -1 where the walk is too long. Without a text the next empty slot. */
  const slotOf = (hash: number, text?: string): number => {
    let slot = hash & mask;
    for (let step = 0; step < LONGEST_WALK; step++) {
      const place = (table[2 * slot + 1] as number) - 1; // one more than the place; 0: empty
      if (place < 0 || (text !== undefined && table[2 * slot] === hash && pool.holds(place, text))) return slot;
      slot = (slot + 1) & mask;
    }
    return -1;
  };
  const find = (text: string, hash: number, slot: number = slotOf(hash, text)): number | undefined => {
    const place = slot < 0 ? (crowded.get(text) ?? -1) : (table[2 * slot + 1] as number) - 1;
    return place < 0 ? undefined : pool.numberAt(place);
  };
  const put = (slot: number, hash: number, place: number): void => {
    if (slot < 0) crowded.set(texts[pool.numberAt(place)] as string, place);
    else {
      table[2 * slot] = hash;
      table[2 * slot + 1] = place + 1;
    }
  };
  const grow = (): void => {
    const before = table;
    const waiting = [...crowded];
    table = new Int32Array(2 * before.length);
    mask = table.length / 2 - 1;
    crowded.clear();
    for (let at = 0; at < before.length; at += 2) {
      const place = (before[at + 1] as number) - 1;
      if (place >= 0) put(slotOf(before[at] as number), before[at] as number, place);
    }
    // In the wider table there may be room for them, and then they are looked for there.
    for (const [text, place] of waiting) put(slotOf(textHash(text)), textHash(text), place);
  };

  return {
    texts,
    get size() {
      return texts.length;
    },
    numberOf(text) {
      const hash = textHash(text);
      const slot = slotOf(hash, text);
      const known = find(text, hash, slot);
      if (known !== undefined) return known;
      const number = texts.length;
      texts.push(text);
      put(slot, hash, pool.add(text, number));
      if (2 * number > mask) grow();
      return number;
    },
    find: (text, hash = textHash(text)) => find(text, hash),
  };
}
