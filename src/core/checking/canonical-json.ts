import type { ClienteleError } from "../errors/clientele-error.js";
import { inWords, refusal } from "../errors/refusal.js";
import { showValue } from "../errors/show-value.js";

/** Deeper input is refused; a value that contains itself is met here too. */
const DEEPEST = 64;

/**
 * The one JSON text of a value, whatever the order of its keys: what two equal pieces of data share.
 *
 * Keys are sorted by UTF-16 code units, numbers and strings written as `JSON.stringify` does (RFC 8785, JSON Canonicalization Scheme);
 * anything with `toJSON` (a `Date`) is written as that says, a property that is undefined is left out.
 * What JSON would lose is refused instead: NaN, infinities, functions, symbols, bigints, `Map` and other instances, cycles.
 * @throws NOT_JSON
 * @example
 * import { canonicalJson } from "clientele/core";
 * canonicalJson({ b: 1, a: ["x", null] }); // => '{"a":["x",null],"b":1}'
 * @category Definitions
 */
export function canonicalJson(value: unknown): string {
  return write(value, [], undefined);
}

/** Says what a value means before it is written: equal meanings give equal text. Undefined leaves a property out. */
export type Meaning = (value: unknown) => unknown;

/** The canonical JSON text of what a value means. @throws NOT_JSON */
export function canonicalText(value: unknown, meaning: Meaning): string {
  return write(value, [], meaning);
}

/** A copy of plain JSON data that shares nothing with it; what JSON would lose or change is refused. @throws NOT_JSON */
export function jsonCopy<T>(value: T, path: readonly (string | number)[] = []): T {
  return copy(value, [...path]) as T;
}

function copy(value: unknown, path: (string | number)[]): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return value;
  if (typeof value !== "object" || path.length > DEEPEST) throw notJson(value, path);
  const inside = (member: unknown, step: string | number): unknown => {
    path.push(step);
    const found = copy(member, path);
    path.pop();
    return found;
  };
  // By index: a hole is nothing that JSON could keep.
  if (Array.isArray(value)) return Array.from(value, inside);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(value, path);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inside(member, name)]));
}

/** `path` is the way to the value, shared by the whole walk: its length is the depth. */
function write(given: unknown, path: (string | number)[], meaning: Meaning | undefined): string {
  const value = meaning === undefined ? given : meaning(given);
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== "object" || path.length > DEEPEST) throw notJson(value, path);
  if (Array.isArray(value)) return writeArray(value, path, meaning);
  if ("toJSON" in value && typeof value.toJSON === "function") {
    return write(value.toJSON(), path, meaning);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(value, path);
  return writeRecord(value as Readonly<Record<string, unknown>>, path, meaning);
}

function writeArray(items: readonly unknown[], path: (string | number)[], meaning: Meaning | undefined): string {
  let text = "";
  for (let index = 0; index < items.length; index++) {
    path.push(index);
    text += `${index === 0 ? "" : ","}${write(items[index], path, meaning)}`;
    path.pop();
  }
  return `[${text}]`;
}

function writeRecord(
  record: Readonly<Record<string, unknown>>,
  path: (string | number)[],
  meaning: Meaning | undefined,
): string {
  let text = "";
  for (const name of Object.keys(record).sort()) {
    const member = record[name];
    if (member === undefined || (meaning !== undefined && meaning(member) === undefined)) continue;
    path.push(name);
    text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${write(member, path, meaning)}`;
    path.pop();
  }
  return `{${text}}`;
}

function notJson(value: unknown, path: readonly (string | number)[]): ClienteleError {
  const tooDeep = path.length > DEEPEST;
  return refusal(
    "NOT_JSON",
    tooDeep ? path.slice(0, 3) : [...path],
    tooDeep ? `plain JSON data at most ${DEEPEST} levels deep` : "plain JSON data",
    inWords(tooDeep ? "something deeper, or a cycle" : showValue(value)),
  );
}
