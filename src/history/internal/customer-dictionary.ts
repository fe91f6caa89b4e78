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
  const order = sortIds(ids);
  const positions = new Int32Array(ids.length).fill(-1);
  if (order === undefined && (used === undefined || !used.includes(0))) {
    for (let code = 0; code < ids.length; code++) positions[code] = code;
    return { customerIds: ids, positions };
  }
  const customerIds: string[] = [];
  let before: string | undefined;
  for (let i = 0; i < ids.length; i++) {
    const code = order === undefined ? i : (order[i] as number);
    if (used !== undefined && used[code] === 0) continue;
    const id = ids[code] as string;
    if (order === undefined || id !== before) customerIds.push(id);
    before = id;
    positions[code] = customerIds.length - 1;
  }
  return { customerIds, positions };
}
