import { sortIds } from "./sort-ids.js";
import { textIndex } from "./text-index.js";

/** Stands for guests, before customers have their positions. */
export const GUEST = -1;

/** Gives every customer id a code, in the order of first sight. */
export interface CustomerDictionary {
  codeOf(customerId: string): number;
  /** The code of an id that was seen; undefined for another. */
  find(customerId: string): number | undefined;
  idOf(code: number): string;
  finish(): SortedCustomers;
}

/** The ids ascending by code unit, each once, and the position of each code among them; -1 for a code that no record uses. */
export interface SortedCustomers {
  readonly customerIds: readonly string[];
  readonly positions: Int32Array;
}

export function customerDictionary(): CustomerDictionary {
  const index = textIndex();
  return {
    codeOf: index.numberOf,
    find: index.find,
    idOf: (code) => index.texts[code] as string,
    finish: () => sortCustomers(index.texts, undefined),
  };
}

/** Sorts the ids that are used (all, where nothing is said); several codes may have one id. */
export function sortCustomers(ids: readonly string[], used: Uint8Array | undefined): SortedCustomers {
  // A few new orders may come with the dictionary of a whole shop: only the words they use are looked at.
  const codes = used === undefined ? undefined : codesInUse(used);
  const words = codes === undefined ? ids : Array.from(codes, (code) => ids[code] as string);
  const order = sortIds(words);
  const positions = new Int32Array(ids.length).fill(-1);
  const customerIds: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = order === undefined ? i : (order[i] as number);
    const id = words[word] as string;
    if (customerIds[customerIds.length - 1] !== id) customerIds.push(id);
    positions[codes === undefined ? word : (codes[word] as number)] = customerIds.length - 1;
  }
  return { customerIds: customerIds.length === ids.length && order === undefined ? ids : customerIds, positions };
}

function codesInUse(used: Uint8Array): Int32Array | undefined {
  let count = 0;
  for (let code = 0; code < used.length; code++) count += used[code] as number;
  if (count === used.length) return undefined;
  const codes = new Int32Array(count);
  for (let code = 0, next = 0; code < used.length; code++) if (used[code] === 1) codes[next++] = code;
  return codes;
}
