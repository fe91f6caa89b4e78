import type { Zone } from "../../core/index.js";
import type { Collection, Facts } from "./facts.js";
import { instantIn } from "./instant-in.js";
import { ownCell, type PlainItem } from "./sort-items.js";

/** What is given as the items of a collection; nothing where nothing is. */
export function givenItems({ collections }: Facts, collection: string): unknown {
  return ownCell(collections ?? {}, collection);
}

/**
 * Since when a subject's history of a collection is known, in epoch milliseconds: -Infinity where it is complete, Infinity where
 * nothing is known (`items` that are not given or not a list, an instant that cannot be read). Items without a clock have no history to
 * cut: they are known whole or not at all.
 */
export function knownSince(
  items: unknown,
  facts: Facts,
  collection: string,
  { timed }: Collection,
  zone: Zone,
): number {
  if (!Array.isArray(items)) return Number.POSITIVE_INFINITY;
  const stated = facts.knownSince ?? undefined;
  const isByCollection = typeof stated === "object" && !(stated instanceof Date) && !("epochMilliseconds" in stated);
  const since = (isByCollection ? ownCell(stated as PlainItem, collection) : stated) ?? undefined;
  const instant = since === undefined ? Number.NEGATIVE_INFINITY : instantIn(since, zone);
  return timed || instant === Number.POSITIVE_INFINITY ? instant : Number.NEGATIVE_INFINITY;
}
