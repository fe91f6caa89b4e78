/**
 * Values by name, never changed in place, the latest note under a name in force: shelves of shrinking size as in the answers of a ledger
 * (Bentley and Saxe 1980), so that a new note copies few and the state before stays valid. Plain JSON.
 */
export type Notes<V> = readonly Shelf<V>[];
type Shelf<V> = readonly (readonly [name: string, value: V])[];

/** A shelf shorter than this is read through, a longer one gets an index. */
const SHORT = 32;

/** The notes and one more. */
export function noted<V>(notes: Notes<V>, name: string, value: V): Notes<V> {
  let kept = notes.length;
  let shelf: Shelf<V> = [[name, value]];
  for (; kept > 0 && (notes[kept - 1] as Shelf<V>).length <= shelf.length; kept--) {
    shelf = (notes[kept - 1] as Shelf<V>).concat(shelf);
  }
  return [...notes.slice(0, kept), shelf];
}

/** The latest value under a name. */
export function noteOf<V>(notes: Notes<V>, name: string): V | undefined {
  for (let at = notes.length - 1; at >= 0; at--) {
    const shelf = notes[at] as Shelf<V>;
    if (shelf.length >= SHORT) {
      const index = indexOf(shelf);
      if (index.has(name)) return index.get(name) as V;
      continue;
    }
    for (let place = shelf.length - 1; place >= 0; place--) {
      const [own, value] = shelf[place] as readonly [string, V];
      if (own === name) return value;
    }
  }
  return undefined;
}

/** Every name with its latest value, in the order in which the names first came. */
export const latestNotes = <V>(notes: Notes<V>): ReadonlyMap<string, V> => new Map(notes.flat());

/** Notes of these values. */
export function notesOf<V>(entries: Iterable<readonly [string, V]>): Notes<V> {
  let notes: Notes<V> = [];
  for (const [name, value] of entries) notes = noted(notes, name, value);
  return notes;
}

// Folding never asks, so a shelf is indexed when it is first asked for. A cache of pure data: it changes no result.
const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>();

function indexOf<V>(shelf: Shelf<V>): ReadonlyMap<string, V> {
  const made = indexes.get(shelf);
  if (made !== undefined) return made as ReadonlyMap<string, V>;
  const index = new Map(shelf);
  indexes.set(shelf, index);
  return index;
}
