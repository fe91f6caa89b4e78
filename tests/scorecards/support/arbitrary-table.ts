import type { Test, Value } from "clientele/conditions";
import { defineSchema, type FactSchema } from "clientele/model";
import type { DecisionRow, HitPolicy, OutputFields } from "clientele/scorecards";
import fc from "fast-check";

/** What the drawn tables look at. */
export const schema: FactSchema = defineSchema({
  attributes: {
    spend: { type: "number" },
    stage: { type: "string", values: ["new", "active", "lost"] },
    city: { type: "string" },
  },
  collections: { order: { timed: true, fields: {} } },
});
const spend = { type: "attribute", field: "spend" } as const;
const orders = { type: "aggregate", fn: "count", over: { collection: "order" } } as const;
const stage = { type: "attribute", field: "stage" } as const;
const city = { type: "attribute", field: "city" } as const;

/** Every value that the drawn cells can tell apart, by input. */
export const domains: ReadonlyMap<Value, readonly unknown[]> = new Map<Value, readonly unknown[]>([
  [spend, [-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7]],
  [orders, [0, 1, 2, 3, 4, 5, 6, 7]],
  [stage, ["new", "active", "lost"]],
  [city, ["Kiel", "Jena", "elsewhere"]],
]);
const named = fc.integer({ min: 0, max: 3 });
const numberTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ op: fc.constantFrom("eq", "ne", "gt", "gte", "lt", "lte"), value: named }),
  fc
    .record({ from: named, width: fc.integer({ min: 1, max: 3 }), bounds: fc.constantFrom("[]", "[)", "(]", "()") })
    .map(({ from, width, bounds }): Test => ({ op: "between", from, to: from + width, bounds })),
  named.map((value): Test => ({ op: "between", from: value, to: value })),
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
const cellOf = new Map<Value, fc.Arbitrary<Test>>([
  [spend, numberTest],
  [orders, numberTest],
  [stage, textTest(["new", "active", "lost"])],
  [city, textTest(["Kiel", "Jena"])],
]);
/** The parts of a table that decide; gaps, overlaps and unreachable rows and all. */
export interface DrawnTable {
  readonly inputs: readonly Value[];
  readonly hitPolicy: HitPolicy;
  readonly rows: readonly DecisionRow<{ readonly to: string }>[];
}
/** What the drawn rows give, the best first. */
export const outputs: OutputFields = { to: { type: "string", values: ["x", "y"] } };
export const arbitraryTable: fc.Arbitrary<DrawnTable> = fc
  .uniqueArray(fc.constantFrom<Value[]>(spend, orders, stage, city), { minLength: 1, maxLength: 3 })
  .chain((inputs) =>
    fc.record({
      inputs: fc.constant(inputs),
      hitPolicy: fc.constantFrom<HitPolicy>("first", "unique", "any", "priority", "collect"),
      rows: fc.array(
        fc.record({
          cells: fc.tuple(...inputs.map((input) => fc.option(cellOf.get(input) as fc.Arbitrary<Test>, { freq: 3 }))),
          output: fc.record({ to: fc.constantFrom("x", "y") }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  );

/** The meaning of a test, written once more and as plainly as can be. */
export function meets(test: Test | null, value: never): boolean {
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
