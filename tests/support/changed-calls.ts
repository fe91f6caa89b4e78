import { type Call, isMade } from "./recorded-calls.js";

/** Which values of a host are meant, by the name under which they stand; those that are arguments themselves have none. */
export type Wanted = (name: string, value: unknown) => boolean;

/** A recorded call with all values of one name in one argument changed, and where they stood. */
export interface ChangedCall extends Call {
  readonly place: string;
}

/** A call once for each name in each argument, with what a host wrote under that name changed. */
export function changedCalls({ fn, args }: Call, wanted: Wanted, change: (value: never) => unknown): ChangedCall[] {
  return args.flatMap((argument, place) => {
    const others = wanted("", argument)
      ? [["", change(argument as never)] as const]
      : [...namesIn(argument, wanted)].map((name) => [name, changed(argument, name, wanted, change)] as const);
    return others.map(([name, other]) => ({
      fn,
      args: [...args.slice(0, place), other, ...args.slice(place + 1)],
      place: `argument ${place} ${name}`.trim(),
    }));
  });
}

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);

function namesIn(value: unknown, wanted: Wanted, names = new Set<string>()): ReadonlySet<string> {
  if (!isPlain(value) || isMade(value)) return names;
  for (const [name, part] of Object.entries(value)) {
    if (wanted(name, part)) names.add(name);
    else namesIn(part, wanted, names);
  }
  return names;
}

function changed(value: unknown, name: string, wanted: Wanted, change: (value: never) => unknown): unknown {
  if (!isPlain(value) || isMade(value)) return value;
  const parts = Object.entries(value).map(([key, part]): [string, unknown] => [
    key,
    key === name && wanted(key, part) ? change(part as never) : changed(part, name, wanted, change),
  ]);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
