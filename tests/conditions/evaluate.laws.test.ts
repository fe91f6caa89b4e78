import { compileCondition, type Truth, validateCondition } from "clientele/conditions";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryAttributeCase,
  arbitraryCase,
  arbitraryItemsCase,
  type Case,
  references,
  schema,
} from "./support/arbitrary.js";
import { naiveJudge } from "./support/naive-interpreter.js";

function agree({ moment, condition, facts }: Case): Truth {
  expect(validateCondition(condition, schema, { references })).toEqual([]);
  const frame = { ...moment, references };
  const expected = naiveJudge(condition, schema, facts, frame);
  const compiled = compileCondition(condition, schema, frame);
  expect(compiled.evaluate(facts as never)).toBe(expected);
  expect(compiled.matches(facts as never)).toBe(expected === true);
  return expected;
}

// Planted bugs that these laws caught: a rolling window closed at its start, a `ne` that is true of missing values, a sum of doubles
// that depends on the order of items (in 3,000 cases), an absence counted before its deadline. An average rounded to minor units needs
// the example in evaluate.test.ts.
describe("a compiled condition says what the naive interpreter says", () => {
  test("of trees", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryCase, (drawn) => {
        seen.add(`${drawn.moment.timeZone} ${agree(drawn)}`);
      }),
    );
    // Every zone, and all three answers.
    for (const truth of ["true", "false", "unknown"]) {
      expect([...seen].filter((key) => key.endsWith(truth)).length).toBeGreaterThanOrEqual(4);
    }
  });

  test("of items", () => {
    const types = new Set<string>();
    fc.assert(
      fc.property(arbitraryItemsCase, (drawn) => {
        const { condition } = drawn;
        const subject = condition.type === "compare" ? condition.subject : undefined;
        types.add(subject?.type === "aggregate" ? subject.fn : condition.type);
        agree(drawn);
      }),
    );
    expect(types.size).toBeGreaterThanOrEqual(10);
  });

  test("of attributes", () => {
    fc.assert(
      fc.property(arbitraryAttributeCase, (drawn) => {
        agree(drawn);
      }),
    );
  });
});
