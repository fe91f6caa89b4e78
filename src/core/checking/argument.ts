import type { Issue } from "../errors/clientele-error.js";
import { refusal } from "../errors/refusal.js";

type Name = string | Issue["path"];

/**
 * Refuses an argument without these properties, or with null in one: what is null, misspelt or from a file where a value of this library is wanted.
 * As in `requireShape(table, "table", "a table of facts", "customerIds", "schema")`.
 * @throws INVALID_ARGUMENT
 */
export function requireShape(value: unknown, name: Name, expected: string, ...properties: readonly string[]): void {
  const shape = Object(value);
  for (const property of properties) if (shape[property] == null) refuseArgument(name, expected, value);
}

/** Refuses what is not walked. A text is, letter by letter, but never means a list. @throws INVALID_ARGUMENT */
export function requireList(value: unknown, name: Name, expected = "a list"): void {
  if (typeof value === "string" || typeof Object(value)[Symbol.iterator] !== "function") {
    refuseArgument(name, expected, value);
  }
}

/** The items of a list, each of them with these properties; not copied, for lists have millions. @throws INVALID_ARGUMENT */
export function itemsOf<T>(list: Iterable<T>, name: string, expected: string, ...properties: string[]): readonly T[] {
  requireList(list, name);
  const items: readonly T[] = Array.isArray(list) ? list : Array.from(list);
  for (let index = 0; index < items.length; index++) {
    const item = Object(items[index]);
    for (const property of properties) {
      if (item[property] === undefined) refuseArgument([name, index], expected, items[index]);
    }
  }
  return items;
}

/** @throws INVALID_ARGUMENT */
export function requireFunction(value: unknown, name: Name): void {
  if (typeof value !== "function") refuseArgument(name, "a function", value);
}

function refuseArgument(name: Name, expected: string, value: unknown): never {
  throw refusal("INVALID_ARGUMENT", typeof name === "string" ? [name] : name, expected, value);
}
