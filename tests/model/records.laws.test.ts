import { type RecordKind, type RejectedRow, recordJsonSchema } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { brokenRows } from "./support/broken-rows.js";
import { records } from "./support/record-arbitraries.js";
import { recordKinds } from "./support/record-kinds.js";

const hasRecordsWithin: ReadonlySet<RecordKind> = new Set([
  "customer",
  "transaction",
  "feedback",
  "case",
  "contract",
  "partner",
]);

type Parsed = { readonly rejected: readonly RejectedRow[] } & { readonly [plural: string]: readonly unknown[] };

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** All that JSON may change in a record: Dates are texts, zero has no sign (and `toEqual` lets undefined fields be gone). */
function asText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, asText(entry)]));
}

describe.each(recordKinds)("%s records", (kind, schema, parse, plural) => {
  const right = records[kind];
  const rows = fc.array(fc.oneof(right, brokenRows(right)), { maxLength: 8 });

  // Seen to fail with `sentiment` missing from the feedback schema, and with a birthday's rule on `since`.
  test("survive JSON: what is right stays right, and says the same", () => {
    fc.assert(
      fc.property(right, (record) => {
        expect(schema.safeParse(record).error).toBeUndefined();
        const read = throughJson(record);
        expect(schema.safeParse(read).error).toBeUndefined();
        expect(read).toEqual(asText(record));
      }),
    );
  });

  // An independent reader of the JSON Schema: zod builds a schema from it. Seen to fail with `required` naming another field.
  test("fit their JSON Schema, and a record with a field too few or too many does not", () => {
    const byJsonSchema = z.fromJSONSchema(throughJson(recordJsonSchema(kind)) as z.core.JSONSchema.JSONSchema);
    const required = recordJsonSchema(kind).required as readonly string[];
    expect(required.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(right, fc.constantFrom(...required), (record, name) => {
        const read = throughJson(record) as Record<string, unknown>;
        expect(byJsonSchema.safeParse(read).error).toBeUndefined();
        expect(byJsonSchema.safeParse({ ...read, colour: "red" }).success).toBe(false);
        delete read[name];
        expect(byJsonSchema.safeParse(read).success).toBe(false);
      }),
    );
  });

  // zod walks the record by itself. Seen to fail with lists not looked into, and with the rules between fields looked at too early.
  test("have their issues where zod finds them, in the same order", () => {
    let nested = 0;
    fc.assert(
      fc.property(brokenRows(right), (row) => {
        const { rejected } = parse([row]) as unknown as Parsed;
        const found = rejected.flatMap(({ issues }) => issues.map(({ path }) => path));
        const byZod = schema.safeParse(row).error?.issues ?? [];
        expect(found).toEqual(
          byZod.flatMap((issue) =>
            issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
          ),
        );
        if (found.some((path) => path.length > 1)) nested++;
      }),
      { numRuns: 1000 },
    );
    expect(nested).toBeGreaterThan(hasRecordsWithin.has(kind) ? 5 : -1);
  });

  // Seen to fail with an early return at the first bad row.
  test("are read past the bad rows: every row is kept as it is, in order, or rejected with issues", () => {
    let kept = 0;
    let lost = 0;
    fc.assert(
      fc.property(rows, fc.nat(5), (given, firstIndex) => {
        const distinct = [...new Set(given)];
        const { rejected, [plural]: right = [] } = parse(new Set(given), { firstIndex }) as unknown as Parsed;
        const wrong = rejected.map(({ index }) => distinct[index - firstIndex]);
        expect(right).toEqual(distinct.filter((row) => schema.safeParse(row).success));
        expect(wrong).toEqual(distinct.filter((row) => !schema.safeParse(row).success));
        for (const { issues } of rejected) expect(issues.length).toBeGreaterThan(0);
        kept += right.length;
        lost += wrong.length;
      }),
    );
    expect(Math.min(kept, lost)).toBeGreaterThan(20);
  });
});
