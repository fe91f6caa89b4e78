import type { Zone } from "../../core/index.js";
import type { Facts } from "./facts.js";
import { instantIn } from "./instant-in.js";
import { ownCell, type PlainItem } from "./sort-items.js";

/**
 * Since when a subject's history of a collection is known, in epoch milliseconds: -Infinity where it is complete, Infinity where
 * nothing is known (no items were given, items that are not a list, an instant that cannot be read). Items without a clock have no history to cut: they are
 * known whole or not at all.
 */
export function knownSince(facts: Facts, collection: string, timed: boolean, zone: Zone): number {
  const list = facts.collections === undefined ? undefined : ownCell(facts.collections, collection);
  if (!Array.isArray(list)) return Number.POSITIVE_INFINITY;
  const stated = facts.knownSince;
  if (stated === undefined || stated === null) return Number.NEGATIVE_INFINITY;
  const isSingle = typeof stated !== "object" || stated instanceof Date || "epochMilliseconds" in stated;
  const since = isSingle ? stated : ownCell(stated as PlainItem, collection);
  const instant = since === undefined || since === null ? Number.NEGATIVE_INFINITY : instantIn(since, zone);
  return timed || instant === Number.POSITIVE_INFINITY ? instant : Number.NEGATIVE_INFINITY;
}
