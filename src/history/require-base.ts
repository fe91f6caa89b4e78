import { frameOf } from "./base/parts-of.js";
import type { CustomerBase } from "./customer-base.js";

/**
 * Refuses what is no base, at the door of every function that takes one: what went through JSON, or was copied, looks like a base but has
 * lost its rows.
 * @throws INVALID_BASE
 * @example
 * import { dehydrateBase, hydrateBase, requireBase, summarizePurchases } from "clientele/history";
 * const base = summarizePurchases([], { asOf: "2026-04-01" });
 * requireBase(base); // => undefined
 * requireBase(hydrateBase(JSON.parse(JSON.stringify(dehydrateBase(base))))); // => undefined
 * @category Customer base
 */
export function requireBase(base: unknown): asserts base is CustomerBase {
  frameOf(base as CustomerBase);
}
