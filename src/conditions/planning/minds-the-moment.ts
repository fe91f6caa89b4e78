import type { Collections, FactSchema } from "../../model/index.js";

const clockedParts: readonly unknown[] = ["age", "daysSince", "daysUntil"];
const clockedTypes: readonly unknown[] = ["rolling", "calendar", "upcoming", "now"];

/** Whether sound conditions can answer otherwise at another moment: by windows, ages, days since, or events, none of which is read after asOf. */
export function mindsTheMoment(json: unknown, schema: FactSchema): boolean {
  const timed = new Set(timedNames(schema.collections));
  const minds = (part: unknown): boolean => {
    if (typeof part !== "object" || part === null) return false;
    const { type, part: name, op, collection } = part as Record<string, unknown>;
    return (
      clockedTypes.includes(type) ||
      clockedParts.includes(name) ||
      op === "anniversary" ||
      timed.has(collection) ||
      Object.values(part).some(minds)
    );
  };
  return minds(json);
}

/** The names of collections with a clock, however deep; a name that two of them share counts if either has one. */
const timedNames = (collections: Collections): readonly unknown[] =>
  Object.entries(collections).flatMap(([name, { timed, collections: inner = {} }]) => [
    ...(timed ? [name] : []),
    ...timedNames(inner),
  ]);
