import type { Zone } from "../../core/index.js";
import { compareCodePoints } from "./compare-code-points.js";
import { instantIn } from "./instant-in.js";

/** One item of any collection, as a host writes it. */
export type PlainItem = Readonly<Record<string, unknown>>;

/** The items of one subject by (at, id in code points), then as given; those with an unreadable instant come last, at Infinity. */
export interface SortedItems {
  readonly items: readonly PlainItem[];
  /** Epoch milliseconds; 0 throughout for items without a clock. */
  readonly at: readonly number[];
}

const nothing: PlainItem = Object.freeze({});
const none: SortedItems = { items: [], at: [] };

/**
 * Sorts the items of one subject. A value that is not a list has no items; an entry that is not an object is an item of which nothing is known.
 * Items without a clock stay in their order.
 */
export function sortItems(list: unknown, timed: boolean, zone: Zone): SortedItems {
  if (!Array.isArray(list)) return none;
  // Most lists hold items alone, and come sorted. A hole is found as well, and is none.
  const isWhole = list.findIndex((entry) => !isItem(entry)) < 0;
  const items: readonly PlainItem[] = isWhole ? list : Array.from(list, (entry) => (isItem(entry) ? entry : nothing));
  const at = new Array<number>(list.length);
  let isSorted = true;
  for (let index = 0; index < list.length; index++) {
    // No plain object inherits an `at`.
    at[index] = timed ? instantIn((items[index] as PlainItem).at, zone) : 0;
    isSorted &&= index === 0 || !timed || compareItems(items, at, index - 1, index) <= 0;
  }
  if (isSorted) return { items, at };
  const order = items.map((_, index) => index).sort((a, b) => compareItems(items, at, a, b));
  return { items: order.map((index) => items[index] as PlainItem), at: order.map((index) => at[index] as number) };
}

/** The id of an item; one without is the empty text. */
export function idOfItem(item: PlainItem): string {
  const id = ownCell(item, "id");
  return typeof id === "string" ? id : "";
}

/** A cell of an item or of attributes; nothing that is inherited. */
export function ownCell(item: PlainItem, name: string): unknown {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

const isItem = (entry: unknown): entry is PlainItem =>
  typeof entry === "object" && entry !== null && !Array.isArray(entry);

function compareItems(items: readonly PlainItem[], at: readonly number[], a: number, b: number): number {
  if (at[a] !== at[b]) return (at[a] as number) < (at[b] as number) ? -1 : 1;
  return compareCodePoints(idOfItem(items[a] as PlainItem), idOfItem(items[b] as PlainItem));
}
