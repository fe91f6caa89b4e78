import type { ClienteleError } from "../../core/index.js";
import { refusal } from "../../core/shared.js";
import { idRule } from "../../model/shared.js";
import type { Aliases } from "../purchases/summarize-options.js";

/** The surviving id of an id: chains are followed to their end. */
export type Survivor = (customerId: string) => string;

/** Reads aliases once, so that every look-up is one step; undefined without any. */
export function survivorOf(aliases: Aliases | undefined): Survivor | undefined {
  if (aliases === undefined) return undefined;
  requireAliases(aliases);
  const direct = new Map<string, string>(isMap(aliases) ? aliases : Object.entries(aliases));
  if (direct.size === 0) return undefined;
  const survivors = new Map<string, string>();
  for (const id of direct.keys()) survivors.set(id, endOfChain(id, direct));
  return (customerId) => survivors.get(customerId) ?? customerId;
}

/** Ids by id, in an object or a map; a list is neither. */
export function requireAliases(aliases: unknown): void {
  if (typeof aliases === "object" && aliases !== null && !Array.isArray(aliases)) return;
  throw aliasError([], "INVALID_OPTIONS", "surviving ids by merged id", aliases);
}

function endOfChain(from: string, direct: ReadonlyMap<string, string>): string {
  const seen = new Set([from]);
  let id = from;
  for (let next = direct.get(id); next !== undefined && next !== id; next = direct.get(id)) {
    if (!idRule.accepts(next)) throw aliasError([id], "INVALID_OPTIONS", "a customer id", next);
    if (seen.has(next))
      throw aliasError([from], "CIRCULAR_ALIAS", "aliases that end in a surviving id", [...seen, next]);
    seen.add(next);
    id = next;
  }
  return id;
}

const isMap = (aliases: Aliases): aliases is ReadonlyMap<string, string> =>
  typeof (aliases as ReadonlyMap<string, string>).entries === "function" && Symbol.iterator in aliases;

function aliasError(path: readonly string[], code: string, expected: string, received: unknown): ClienteleError {
  return refusal(code, ["aliases", ...path], expected, received);
}
