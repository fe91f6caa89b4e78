import fc from "fast-check";

/** Values that hosts write where something else belongs. */
const strays: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(
    undefined,
    null,
    "",
    " ",
    "x",
    "12,50",
    "1,234.5",
    "-3",
    "1e3",
    "0x1f",
    "١٢",
    "true",
    "usd",
  ),
  fc.constantFrom<unknown[]>("2026-01-05T10:00", "2026-02-30", "05/01/2026", "2026-01-05T10:00:00+99:00", "refund"),
  fc.constantFrom<unknown[]>(0, -1, -0, 0.5, Number.NaN, Infinity, 8.7e15, 1n, true, false, Symbol("s"), () => 1),
  fc.constantFrom<unknown[]>(new Date(Number.NaN), new Date(0), { epochMilliseconds: 0.5 }, [], [""], [null], {}, [{}]),
  fc.constantFrom<unknown[]>("-0.01", -12.5),
  fc.constantFrom<unknown[]>({ amount: "1", currency: "USD" }, { amount: 1, currency: "USD" }, { hours: 1, days: 1 }),
  fc.anything(),
);

const strangeNames = ["customer_id", "refund_of", "Amount", "colour", "__proto__", "constructor", "toString", "0", ""];

type Row = Record<string, unknown>;
/** What can happen to a row on its way: each returns the row changed, never the one it was given. */
const accidents: readonly ((row: Row, name: string, stray: unknown) => unknown)[] = [
  (row, name, stray) => ({ ...row, [name]: stray }),
  (row, name) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== name)),
  (row, name) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key === name ? `${key}_` : key, value])),
  (row, name, stray) => owning(row, strangeNames[name.length % strangeNames.length] as string, stray),
  (row) => Object.create(row) as Row,
  (row) => Object.assign(Object.create(null) as Row, row),
  (row, name) => readingLate(row, name),
  (row) => [row],
  (row) => Object.entries(row),
  (_row, _name, stray) => stray,
];

/** The row with one more name of its own, `__proto__` included. */
function owning(row: Row, name: string, value: unknown): Row {
  return Object.defineProperty({ ...row }, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The row with a field behind a getter that a loop over names does not see. */
function readingLate(row: Row, name: string): Row {
  return Object.defineProperty({ ...row }, name, { get: () => row[name], enumerable: false });
}

/** A right row after up to two accidents, in the row itself or in one of its lists; the `often` fields are hit more often. */
export function brokenRows(right: fc.Arbitrary<object>, often: readonly string[] = []): fc.Arbitrary<unknown> {
  const accident = fc.record({
    hit: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...accidents.slice(0, 1)) }, fc.constantFrom(...accidents)),
    at: fc.nat(),
    stray: strays,
    place: fc.constantFrom("any field", "often", "within"),
  });
  return fc.tuple(right, fc.array(accident, { maxLength: 2 })).map(([row, hits]) => {
    let broken: unknown = row;
    for (const { hit, at, stray, place } of hits) {
      if (typeof broken !== "object" || broken === null) break;
      const names = place === "often" && often.length > 0 ? often : Object.keys(broken);
      const name = names[at % Math.max(names.length, 1)] ?? "id";
      const list = place === "within" ? Object.entries(broken as Row).find(isListOfRows) : undefined;
      if (list === undefined) broken = hit(broken as Row, name, stray);
      else broken = { ...broken, [list[0]]: withFirst(list[1] as Row[], (first, key) => hit(first, key, stray), at) };
    }
    return broken;
  });
}

const isListOfRows = ([, value]: [string, unknown]): boolean =>
  Array.isArray(value) && typeof value[0] === "object" && value[0] !== null;

function withFirst(
  [first, ...rest]: readonly Row[],
  change: (row: Row, key: string) => unknown,
  at: number,
): unknown[] {
  const keys = Object.keys(first ?? {});
  return [change(first ?? {}, keys[at % Math.max(keys.length, 1)] ?? "sku"), ...rest];
}
