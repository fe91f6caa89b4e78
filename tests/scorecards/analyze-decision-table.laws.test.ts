import type { Test } from "clientele/conditions";
import { defineSchema } from "clientele/model";
import { analyzeDecisionTable, type HitPolicy } from "clientele/scorecards";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

const schema = defineSchema({
  attributes: {
    spend: { type: "number" },
    stage: { type: "string", values: ["new", "active", "lost"] },
    vip: { type: "boolean" },
    city: { type: "string" },
  },
  collections: { order: { timed: true, fields: {} } },
});
const spend = { type: "attribute", field: "spend" } as const;
const orders = { type: "aggregate", fn: "count", over: { collection: "order" } } as const;
const stage = { type: "attribute", field: "stage" } as const;
const city = { type: "attribute", field: "city" } as const;

// Every value that the tests below can tell apart, and none that they cannot.
const domains: ReadonlyMap<unknown, readonly unknown[]> = new Map<unknown, readonly unknown[]>([
  [spend, [-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4]],
  [orders, [0, 1, 2, 3, 4]],
  [stage, ["new", "active", "lost"]],
  [city, ["Kiel", "Jena", "elsewhere"]],
]);
const named = fc.integer({ min: 0, max: 3 });
const numberTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ op: fc.constantFrom("eq", "ne", "gt", "gte", "lt", "lte"), value: named }),
  fc
    .record({ from: named, to: named, bounds: fc.constantFrom("[]", "[)", "(]", "()") })
    .map(({ from, to, bounds }): Test => ({ op: "between", from: Math.min(from, to), to: Math.max(from, to), bounds })),
  fc.record({ op: fc.constantFrom("in", "notIn"), values: fc.array(named, { minLength: 1, maxLength: 2 }) }),
);
const textTest = (words: readonly string[]): fc.Arbitrary<Test> =>
  fc.oneof(
    fc.record({ op: fc.constantFrom("eq", "ne"), value: fc.constantFrom(...words) }),
    fc.record({
      op: fc.constantFrom("in", "notIn"),
      values: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }),
    }),
  );
const cellOf = new Map<unknown, fc.Arbitrary<Test>>([
  [spend, numberTest],
  [orders, numberTest],
  [stage, textTest(["new", "active", "lost"])],
  [city, textTest(["Kiel", "Jena"])],
]);
const table = fc
  .uniqueArray(fc.constantFrom(spend, orders, stage, city), { minLength: 1, maxLength: 3 })
  .chain((inputs) =>
    fc.record({
      inputs: fc.constant(inputs),
      hitPolicy: fc.constantFrom<HitPolicy>("first", "unique", "collect"),
      rows: fc.array(
        fc.record({
          cells: fc.tuple(...inputs.map((input) => fc.option(cellOf.get(input) as fc.Arbitrary<Test>, { freq: 3 }))),
          output: fc.constant({}),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  );

/** The meaning of a test, written once more and as plainly as can be. */
function meets(test: Test | null, value: never): boolean {
  if (test === null) return true;
  switch (test.op) {
    case "eq":
      return value === test.value;
    case "ne":
      return value !== test.value;
    case "gt":
      return value > (test.value as number);
    case "gte":
      return value >= (test.value as number);
    case "lt":
      return value < (test.value as number);
    case "lte":
      return value <= (test.value as number);
    case "in":
      return (test.values as readonly unknown[]).includes(value);
    case "notIn":
      return !(test.values as readonly unknown[]).includes(value);
    case "between": {
      const [low, high] = [test.from as number, test.to as number];
      const above = test.bounds?.[0] === "(" ? value > low : value >= low;
      return above && (test.bounds?.[1] === ")" ? value < high : value <= high);
    }
    default:
      throw new Error(`not drawn: ${test.op}`);
  }
}

const seen = { gaps: 0, noGaps: 0, overlaps: 0, unreachable: 0, empty: 0, joint: 0 };
afterAll(() => {
  for (const [what, count] of Object.entries(seen)) expect(count, `tables with ${what}`).toBeGreaterThan(0);
});

// Seen to fail with numbers cut like whole numbers, with a lower bound always read as "[", and with rows compared by their first column only.
test("law: gaps, overlaps and unreachable rows are what trying every case finds", () => {
  fc.assert(
    fc.property(table, ({ inputs, hitPolicy, rows }) => {
      const cases = inputs.reduce<readonly (readonly unknown[])[]>(
        (heads, input) => heads.flatMap((head) => (domains.get(input) ?? []).map((value) => [...head, value])),
        [[]],
      );
      const matching = (values: readonly unknown[]): readonly number[] =>
        rows.flatMap(({ cells }, row) => (cells.every((cell, at) => meets(cell, values[at] as never)) ? [row] : []));
      const hits = cases.map(matching);
      const pairs = new Set(
        hits.flatMap((found) => found.flatMap((a, at) => found.slice(at + 1).map((b) => `${a},${b}`))),
      );
      const deciding = new Set(hits.flatMap((found) => (hitPolicy === "collect" ? found : found.slice(0, 1))));

      const { gaps, overlaps, unreachable, openCells, complete } = analyzeDecisionTable(schema, {
        hitPolicy,
        inputs,
        rows,
      });
      expect({ openCells, complete }).toEqual({ openCells: [], complete: true });
      expect(gaps.length > 0).toBe(hits.some((found) => found.length === 0));
      for (const { example } of gaps) expect(matching(example)).toEqual([]);
      expect(new Set(overlaps.map(({ rows }) => `${rows}`))).toEqual(pairs);
      for (const { rows, example } of overlaps) expect(matching(example)).toEqual(expect.arrayContaining([...rows]));
      expect(unreachable.map(({ row }) => row)).toEqual([...rows.keys()].filter((row) => !deciding.has(row)));
      for (const { row, coveredBy } of unreachable) {
        const taken = cases.map(matching).filter((found) => found.includes(row));
        expect(taken.every((found) => found.some((other) => coveredBy.includes(other)))).toBe(true);
        if (coveredBy.length === 0) seen.empty++;
        if (coveredBy.length > 1) seen.joint++;
      }
      seen[gaps.length > 0 ? "gaps" : "noGaps"]++;
      if (overlaps.length > 0) seen.overlaps++;
      if (unreachable.length > 0) seen.unreachable++;
    }),
  );
});
