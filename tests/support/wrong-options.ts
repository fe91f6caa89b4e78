import { isClienteleError } from "clientele/core";

/** A call by its options, and options that it takes. */
export type CallByOptions = readonly [call: (options: never) => unknown, options: object];

/** What stands in the place of an option where JSON, a form or plain JavaScript went wrong. */
const wrong: readonly unknown[] = [
  ...[null, 0, -1, 0.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, "", " ", "x", "__proto__", true, 10n],
  ...[[], {}, [null], ["x"], [-1], [[]], [{}], { days: -1 }, { days: 1e9 }, { a: 1 }, { length: 4 }],
  ...[new Map([["ann", Number.NaN]]), new Map([["ann", "x"]]), () => 1, new Date(Number.NaN)],
];

function holdsNaN(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null || depth > 6) return Number.isNaN(value);
  const isList = ArrayBuffer.isView(value) || typeof (value as never)[Symbol.iterator] === "function";
  const parts = isList ? Array.from(value as Iterable<unknown>) : Object.values(value);
  return parts.some((part) => holdsNaN(part, depth + 1));
}

/** What calls do that they must not when one option is wrong: a raw error, or a number that is none. */
export function misdeeds(calls: Readonly<Record<string, CallByOptions>>): readonly string[] {
  const found = new Set<string>();
  for (const [name, [call, options]] of Object.entries(calls)) {
    call(options as never);
    for (const option of Object.keys(options)) {
      for (const value of wrong) {
        try {
          if (holdsNaN(call({ ...options, [option]: value } as never))) found.add(`${name}.${option} gives NaN`);
        } catch (error) {
          if (!isClienteleError(error)) found.add(`${name}.${option}: ${error}`);
        }
      }
    }
  }
  return [...found];
}
