import { type Json, piecesOf, replaced } from "./nearby-conditions.js";

const list = (words: string): readonly string[] => words.split(" ");

/** Literals and values of every type, some of which do not exist or are too fine. */
export const operands: readonly unknown[] = [
  ...list("DE gold Köln 2026-03-01 2026-02-29 2024-02-29 2026-03-01T00:00Z 12:30 24:00 12-24 02-30 2026-W14"),
  ...["", true, 0, 2.5, "7"],
  ...list("10 1.001 1.5000 1e3").map((amount) => ({ amount, currency: "EUR" })),
  ...list("USD JPY eur").map((currency) => ({ amount: "1.5", currency })),
  ...list("country city tier spend credit dollars anyMoney score vip birthday joinedOn signedUpAt tags").map(
    (field) => ({
      type: "attribute",
      field,
    }),
  ),
  { type: "attribute", field: "signedUpAt", part: "localDay" },
  { type: "item", field: "amount" },
  { type: "scaled", times: "0.5", of: { type: "attribute", field: "score" } },
  { type: "scaled", times: "1e3", of: { type: "attribute", field: "score" } },
  { type: "aggregate", fn: "count", over: { collection: "order" } },
  { type: "aggregate", fn: "last", over: { collection: "order" }, of: { type: "item", field: "paid" } },
];

/** What may stand under a key in some condition: put there, it is of the right form and often of the wrong type. */
export const byKey: Readonly<Record<string, readonly unknown[]>> = {
  op: list(
    "eq ne gt gte lt lte between in notIn hasAny hasAll hasNone contains startsWith endsWith under exists missing within anniversary",
  ),
  fn: list("count countDistinct sum avg min max first last daysSinceFirst daysSinceLast medianGap"),
  field: list(
    "country city industry tier spend dollars anyMoney score vip birthday joinedOn signedUpAt tags amount sku paid dueOn at id category",
  ),
  part: [
    ...list("weekday timeOfDay hour dayOfMonth monthDay localDay localMonth age daysSince currency size"),
    { festival: "christmas" },
    { festival: "easter" },
    { festival: { calendar: "gregorian", month: 2, day: 30 } },
    { festival: { calendar: "chinese", month: 12, day: 30 } },
    { festival: { name: "618", calendar: "gregorian", month: 6, day: 18 } },
    { festival: { name: "", calendar: "gregorian", month: 6, day: 18 } },
  ],
  collection: list("order complaint line"),
  type: list(
    "all not atLeast compare some none every sequence attribute item parameter aggregate rolling calendar upcoming after",
  ),
  value: operands,
  from: operands,
  to: operands,
  values: [["DE"], ["staff"], [2.5], [true], ["2026-03-01"], [{ amount: "1.00", currency: "EUR" }], [], "DE"],
  window: [
    { type: "rolling", last: { hours: 2 } },
    { type: "rolling", last: { days: 0 } },
    { type: "rolling", last: { days: 36_526 } },
    { type: "upcoming", next: { days: 2 } },
    { type: "calendar", period: "day", offset: 1, count: 1 },
    { type: "calendar", period: "month", offset: 0, count: 1, weekStartsOn: 1 },
    { type: "between" },
    { type: "between", end: "2023-02-29" },
    { type: "after", anchor: { type: "attribute", field: "vip" }, next: { days: 2 } },
    { type: "after", anchor: { type: "attribute", field: "signedUpAt", part: "localDay" }, next: { days: 2 } },
  ],
  over: [{ collection: "order" }, { collection: "line" }, { collection: "line", of: "item" }],
};

const rubbish: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  2.5,
  99,
  "",
  "x",
  [],
  [1],
  {},
  { days: 30 },
  { type: "all" },
];
const keys = list("id orMissing absent of where window bounds part weekStartsOn until skipMissing ties extra");

/** One way to break a JSON value: at a piece of it, put another piece, or give it another key. */
export interface Break {
  readonly at: number;
  readonly by: number;
}

/** The JSON with one piece replaced by what may stand there or by rubbish, left out, or given a key that may have no meaning there. */
export function broken(json: unknown, { at, by }: Break): unknown {
  const pieces = piecesOf(json);
  const { path, value } = pieces[at % pieces.length] as (typeof pieces)[number];
  const pool = byKey[String(path.at(-1))];
  const others = pool !== undefined && by % 8 > 0 ? pool : anything(value, by);
  const piece = others[Math.floor(by / 8) % others.length];
  return JSON.parse(JSON.stringify(replaced(json, path, piece) ?? null));
}

function anything(value: unknown, by: number): readonly unknown[] {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const parts = isObject ? (value as Json) : {};
  return [
    ...rubbish,
    ...(isObject ? keys.map((key, index) => ({ ...parts, [key]: rubbish[(by + index) % rubbish.length] })) : []),
    ...Object.keys(parts).map((key) => ({ ...parts, [key]: undefined })),
    ...(Array.isArray(value) ? [[...value, ...value], value.slice(1)] : []),
  ];
}
