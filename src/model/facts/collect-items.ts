import type { Zone } from "../../core/index.js";
import type { FactColumn } from "./fact-column.js";
import type { Collection, CollectionColumns } from "./facts.js";
import { makeFactColumn } from "./make-fact-column.js";
import { idOfItem, ownCell, type PlainItem, sortItems } from "./sort-items.js";

/** Puts the items of many owners into columns, those of each owner sorted by (at, id), unreadable instants last. */
export function collectItems(collection: Collection, itemsByOwner: readonly unknown[], zone: Zone): CollectionColumns {
  const offsets = new Int32Array(itemsByOwner.length + 1);
  const items: PlainItem[] = [];
  const at: number[] = [];
  itemsByOwner.forEach((list, owner) => {
    const sorted = sortItems(list, collection.timed, zone);
    items.push(...sorted.items);
    at.push(...sorted.at);
    offsets[owner + 1] = items.length;
  });
  const columns: Record<string, FactColumn> = {};
  for (const [name, field] of Object.entries(collection.fields)) {
    columns[name] = makeFactColumn(
      field,
      items.map((item) => ownCell(item, name)),
      zone,
    );
  }
  const collections: Record<string, CollectionColumns> = {};
  for (const [name, inner] of Object.entries(collection.collections ?? {})) {
    collections[name] = collectItems(
      inner,
      items.map((item) => ownCell(item, name)),
      zone,
    );
  }
  return {
    offsets,
    at: collection.timed ? Float64Array.from(at) : new Float64Array(0),
    ids: items.map(idOfItem),
    columns,
    ...(itemsByOwner.some(isUnknown)
      ? {
          knownSince: Float64Array.from(itemsByOwner, (list) =>
            isUnknown(list) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
          ),
        }
      : {}),
    ...(collection.collections === undefined ? {} : { collections }),
  };
}

/** No list: nothing is known of these items. */
const isUnknown = (list: unknown): boolean => !Array.isArray(list);
