/**
 * Where received data differ from what was expected, one line each: `outcome.points: expected 60, received 40`.
 *
 * Plain data. Only what is expected is compared: properties that are not named may be anything, lists must have the same length and order.
 * No differences: an empty list.
 * @example
 * import { differences } from "clientele/testing";
 * differences({ points: 60 }, { points: 40, at: "2026-05-01" }); // => ["points: expected 60, received 40"]
 * differences({ points: 40 }, { points: 40, at: "2026-05-01" }); // => []
 * @category Testing
 */
export function differences(expected: unknown, received: unknown): readonly string[] {
  const found: string[] = [];
  compare(expected, received, "", found);
  return found;
}

function compare(expected: unknown, received: unknown, path: string, found: string[]): void {
  if (Object.is(expected, received)) return;
  if (Array.isArray(expected) && Array.isArray(received)) compareLists(expected, received, path, found);
  else if (isRecord(expected) && isRecord(received)) compareRecords(expected, received, path, found);
  else found.push(`${path === "" ? "it" : path}: expected ${show(expected)}, received ${show(received)}`);
}

function compareRecords(expected: PlainRecord, received: PlainRecord, path: string, found: string[]): void {
  for (const name of Object.keys(expected)) {
    const value = Object.hasOwn(received, name) ? received[name] : undefined;
    compare(expected[name], value, path === "" ? name : `${path}.${name}`, found);
  }
}

function compareLists(expected: readonly unknown[], received: readonly unknown[], path: string, found: string[]): void {
  for (let index = 0; index < Math.min(expected.length, received.length); index++) {
    compare(expected[index], received[index], `${path}[${index}]`, found);
  }
  for (const item of expected.slice(received.length)) found.push(`${path}: missing ${show(item)}`);
  for (const item of received.slice(expected.length)) found.push(`${path}: not expected ${show(item)}`);
}

type PlainRecord = Readonly<Record<string, unknown>>;

/** Plain data only: two `Map`s have no properties to compare and would always seem equal. */
function isRecord(value: unknown): value is PlainRecord {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);
