import { withFacts } from "clientele/history";
import { defineSchema, factTable } from "clientele/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const joined = (values: Float64Array | readonly number[], known: readonly number[]): unknown => {
  const schema = defineSchema({ attributes: {} });
  const customers = Array.from(values, (_, index) => ({ customerId: `c${index}`, attributes: {} }));
  const facts = factTable(schema, customers, { asOf: "2026-04-01" });
  const join = () =>
    withFacts(facts, { score: { type: "number" } }, { score: { values, known: Uint8Array.from(known) } });
  return values.some((value, index) => known[index] !== 0 && !Number.isFinite(value))
    ? faultOf(join)
    : join().column("score");
};

// Seen to fail where an unknown row of a typed array was copied as known.
test("numbers of a typed array are joined as the same numbers of a list are", () => {
  const cell = fc.tuple(fc.double(), fc.constantFrom(0, 1, 1));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      const [values, known] = [cells.map(([value]) => value), cells.map(([, isKnown]) => isKnown)];
      expect(joined(Float64Array.from(values), known)).toEqual(joined(values, known));
    }),
  );
});
