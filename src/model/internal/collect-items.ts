import type { InstantInput, Zone } from "../../core/index.js";
import { compareCodePoints } from "../compare-code-points.js";
import type { FactColumn } from "../fact-column.js";
import { isFactGap } from "../fact-gap.js";
import { factReader } from "../fact-reader.js";
import type { Collection, CollectionColumns, Facts } from "../facts.js";
import { makeFactColumn } from "../make-fact-column.js";

/** One item of any collection, as a host writes it. */
export type PlainItem = Readonly<Record<string, unknown>>;

const nothing: PlainItem = Object.freeze({});

/** Puts the items of many owners into columns, those of each owner sorted by (at, id), unreadable instants last. */
export function collectItems(collection: Collection, itemsByOwner: readonly unknown[], zone: Zone): CollectionColumns {
  const offsets = new Int32Array(itemsByOwner.length + 1);
  const items: PlainItem[] = [];
  const at: number[] = [];
  itemsByOwner.forEach((list, owner) => {
    for (const dated of sortedItems(list, collection.timed, zone)) {
      items.push(dated.item);
      at.push(dated.at);
    }
    offsets[owner + 1] = items.length;
  });
  const columns: Record<string, FactColumn> = {};
  for (const [name, field] of Object.entries(collection.fields)) {
    columns[name] = makeFactColumn(
      field,
      items.map((item) => own(item, name)),
      zone,
    );
  }
  const collections: Record<string, CollectionColumns> = {};
  for (const [name, inner] of Object.entries(collection.collections ?? {})) {
    collections[name] = collectItems(
      inner,
      items.map((item) => own(item, name)),
      zone,
    );
  }
  return {
    offsets,
    at: collection.timed ? Float64Array.from(at) : new Float64Array(0),
    ids: items.map(idOf),
    columns,
    ...(collection.collections === undefined ? {} : { collections }),
  };
}

/** An item and its instant; Infinity where that cannot be read. */
export interface DatedItem {
  readonly item: PlainItem;
  readonly at: number;
}

const instantReaders = new WeakMap<Zone, (raw: unknown) => number>();

function instantReader(zone: Zone): (raw: unknown) => number {
  let reader = instantReaders.get(zone);
  if (reader === undefined) {
    const read = factReader({ type: "instant" }, zone);
    reader = (raw) => {
      const at = read(raw);
      return isFactGap(at) ? Number.POSITIVE_INFINITY : (at as number);
    };
    instantReaders.set(zone, reader);
  }
  return reader;
}

/** The items of one owner by (at, id in code points), then as given. Anything that is no list has none. */
export function sortedItems(list: unknown, timed: boolean, zone: Zone): readonly DatedItem[] {
  if (!Array.isArray(list)) return [];
  const read = instantReader(zone);
  const dated = list.map((entry): DatedItem => {
    const item = typeof entry === "object" && entry !== null ? (entry as PlainItem) : nothing;
    return { item, at: timed ? read(own(item, "at")) : 0 };
  });
  if (!timed) return dated;
  return dated.sort((a, b) => (a.at === b.at ? compareCodePoints(idOf(a.item), idOf(b.item)) : a.at < b.at ? -1 : 1));
}

/** The id of an item; one without is the empty text. */
export function idOf(item: PlainItem): string {
  const id = own(item, "id");
  return typeof id === "string" ? id : "";
}

const own = (item: PlainItem, name: string): unknown => (Object.hasOwn(item, name) ? item[name] : undefined);

/** Since when a subject's history of a collection is known; -Infinity where it is complete, Infinity where nothing can be trusted. */
export function knownSinceOf(facts: Facts, collection: string, zone: Zone): number {
  const list = facts.collections?.[collection];
  if (list !== undefined && list !== null && !Array.isArray(list)) return Number.POSITIVE_INFINITY;
  const { knownSince } = facts;
  if (knownSince === undefined || knownSince === null) return Number.NEGATIVE_INFINITY;
  const single = typeof knownSince !== "object" || knownSince instanceof Date || "epochMilliseconds" in knownSince;
  const since = single ? knownSince : own(knownSince as PlainItem, collection);
  if (since === undefined || since === null) return Number.NEGATIVE_INFINITY;
  return instantReader(zone)(since as InstantInput);
}
