import type { Condition } from "clientele/conditions";

export type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

const swaps: Readonly<Record<string, readonly unknown[]>> = {
  all: ["any"],
  any: ["all"],
  some: ["none"],
  none: ["some"],
  eq: ["ne"],
  gt: ["gte", "lt"],
  lte: ["lt"],
  in: ["notIn"],
  hasAny: ["hasAll", "hasNone"],
  contains: ["startsWith", "endsWith"],
  exists: ["missing"],
  feb28: ["mar1"],
  rolling: ["upcoming"],
  month: ["week", "quarter"],
  count: ["daysSinceLast", "medianGap"],
  sum: ["avg", "min", "max", "first", "last"],
  "[)": ["[]", "(]", "()"],
  "[]": ["[)"],
  daysSince: ["daysUntil", "dayOfMonth", "month"],
  localMonth: ["localWeek"],
};
const optional = [
  "where",
  "window",
  "within",
  "ties",
  "orMissing",
  "skipMissing",
  "bounds",
  "until",
  "weekStartsOn",
  "part",
];

/** All pieces of a JSON value with their paths. */
export function piecesOf(value: unknown, path: Path = []): readonly { readonly path: Path; readonly value: unknown }[] {
  const parts = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const inner = parts.flatMap(([key, part]) => piecesOf(part, [...path, Array.isArray(value) ? Number(key) : key]));
  return [{ path, value }, ...inner];
}

/** The JSON with another piece at a path; undefined leaves the key out. */
export function replaced(value: unknown, [key, ...rest]: Path, piece: unknown): unknown {
  if (key === undefined) return piece;
  if (Array.isArray(value)) return value.map((part, index) => (index === key ? replaced(part, rest, piece) : part));
  const entries = Object.entries(value as Json).map(([name, part]) => [
    name,
    name === key ? replaced(part, rest, piece) : part,
  ]);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}

/** Other pieces that might stand in the place of one: a word or number changed, a key left out, conditions wrapped, taken out, regrouped. */
function neighboursOf(value: unknown, key: string | number | undefined): readonly unknown[] {
  const found: unknown[] = [];
  if (typeof value === "string") found.push(...(swaps[value] ?? []), `${value}, `, `${value}”`, `${value}"`);
  if (typeof value === "number") found.push(value + 1, -value);
  if (typeof value === "boolean") found.push(!value);
  if (typeof key === "string" && optional.includes(key)) found.push(undefined);
  if (Array.isArray(value) && value.every((part) => typeof part === "string") && value.length > 1) {
    found.push([value.join('", "')], [value.join("”、“")]);
  }
  if (Array.isArray(value) && value.length > 1) found.push(value.slice(1), [...value].reverse());
  const { type, of } = Object(value) as { readonly type?: string; readonly of?: unknown };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return found;
  if (
    type !== undefined &&
    (key === "of" || key === "where" || key === "holds" || typeof key === "number" || key === undefined)
  ) {
    found.push(
      { type: "not", of: value },
      { type: "assume", unknown: true, of: value },
      { type: "assume", unknown: false, of: value },
      { type: "all", of: [value] },
      { type: "any", of: [value] },
      { type: "atLeast", count: 1, of: [value] },
    );
  }
  if (type === "not" || type === "assume") found.push(of);
  if ((type === "all" || type === "any") && Array.isArray(of)) {
    found.push(...of);
    for (const other of ["all", "any"]) {
      if (of.length > 2) found.push({ type, of: [{ type: other, of: of.slice(0, 2) }, ...of.slice(2)] });
      if (of.length > 1) found.push({ type: other, of: [of[0], { type, of: of.slice(1) }] });
    }
    const [first, ...rest] = of as readonly { readonly type?: string; readonly where?: unknown }[];
    if (first?.where !== undefined)
      found.push({ type, of: [{ ...first, where: { type, of: [first.where, ...rest] } }] });
  }
  return found;
}

/** The condition with one piece changed, in every way there is; some are unsound, or the same again. */
export function nearbyConditions(condition: Condition): readonly Condition[] {
  return piecesOf(condition).flatMap(({ path, value }) =>
    neighboursOf(value, path.at(-1)).map((piece) => replaced(condition, path, piece) as Condition),
  );
}
