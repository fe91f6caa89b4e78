import { compileCondition, nextChangeAt } from "clientele/conditions";
import { factTable } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeWithNextChange } from "../../src/conditions/shared.js";
import { arbitraryAttributeCase, arbitraryCase, arbitraryItemsCase, references, schema } from "./support/arbitrary.js";

// Seen to fail where the first possible change is told, whether or not it changes anything.
describe("judging rows of a table tells what asking each of them alone tells", () => {
  test.each([
    ["of trees", arbitraryCase],
    ["of items", arbitraryItemsCase],
    ["of attributes", arbitraryAttributeCase],
  ])("%s", (_, cases) => {
    let changing = 0;
    fc.assert(
      fc.property(fc.array(cases, { minLength: 1, maxLength: 5 }), (drawn) => {
        const [{ moment, condition }] = drawn as [(typeof drawn)[0]];
        const table = factTable(
          schema,
          drawn.map(({ facts }, i) => ({ customerId: `c${i}`, ...(facts as object) })) as never,
          moment as never,
        );
        const rule = compileCondition(condition, schema, { ...moment, references });
        const rows = drawn.map((_, row) => row);
        const into = { truth: new Uint8Array(table.size), nextChangeAt: rows.map((): string | null => null) };
        judgeWithNextChange(table, rule, rows, into);
        const alone = rows.map((row) => table.at(row));
        expect(into.nextChangeAt).toEqual(alone.map((facts) => nextChangeAt(facts as never, rule)));
        const truths = [false, true, "unknown"];
        expect(Array.from(into.truth, (code) => truths[code])).toEqual(
          alone.map((facts) => rule.evaluate(facts as never)),
        );
        if (into.nextChangeAt.some((next) => next !== null)) changing++;
      }),
    );
    expect(changing).toBeGreaterThan(5);
  });
});
