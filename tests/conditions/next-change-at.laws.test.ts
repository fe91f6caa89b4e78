import {
  type Condition,
  compileCondition,
  conditions,
  last,
  nextChangeAt,
  type Truth,
  upcoming,
} from "clientele/conditions";
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
import { shop } from "./support/shop.js";

const DAY = 86_400_000;

/** The answer at a moment, and when it may change. */
function at({ moment, condition, facts }: Case, asOf: number): { truth: Truth; next: string | null } {
  const compiled = compileCondition(condition, schema, { ...moment, asOf, references });
  return { truth: compiled.evaluate(facts as never), next: nextChangeAt(facts as never, compiled) };
}

// Planted bugs that this law caught: an edge that is passed a millisecond late, events to come forgotten, deadlines of an absence.
describe("nothing changes before the next change", () => {
  test.each([
    ["of trees", arbitraryCase],
    ["of items", arbitraryItemsCase],
    ["of attributes", arbitraryAttributeCase],
  ])("%s", (_, cases) => {
    let changed = 0;
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (drawn, shares) => {
          const { asOf } = drawn.moment;
          const { truth, next } = at(drawn, asOf);
          const until = next === null ? asOf + 800 * DAY : Date.parse(next);
          expect(until).toBeGreaterThan(asOf);
          const moments = [
            asOf + 1,
            until - 1,
            ...shares.map((share) => Math.floor(asOf + share * (until - 1 - asOf))),
          ];
          for (const moment of moments) {
            if (moment <= asOf || moment >= until) continue;
            const there = compileCondition(drawn.condition, schema, { ...drawn.moment, asOf: moment, references });
            expect(there.evaluate(drawn.facts as never)).toBe(truth);
          }
          if (
            next !== null &&
            compileCondition(drawn.condition, schema, { ...drawn.moment, asOf: until, references }).evaluate(
              drawn.facts as never,
            ) !== truth
          )
            changed++;
        },
      ),
    );
    expect(changed).toBeGreaterThan(2);
  });
});

describe("by example", () => {
  const { attr, each } = conditions(shop);
  const asOf = "2026-04-01T12:00:00Z";
  const next = (condition: Condition, facts: object): string | null =>
    nextChangeAt(facts as never, compileCondition(condition, shop, { asOf }));

  test("an event leaves a window", () => {
    const facts = { attributes: {}, collections: { order: [{ at: "2026-03-25T08:00:00Z" }] } };
    expect(
      next(
        each("order")
          .within(last({ days: 30 }))
          .any(),
        facts,
      ),
    ).toBe("2026-04-24T08:00:00.000Z");
    expect(next(each("order").any(), facts)).toBeNull();
  });
  test("an event that lies ahead comes to be seen", () => {
    const facts = { attributes: {}, collections: { order: [{ at: "2026-05-01T00:00:00Z" }] } };
    expect(next(each("order").any(), facts)).toBe("2026-05-01T00:00:00.000Z");
  });
  test("a contract that ends soon", () => {
    expect(
      next(attr("contractEnd").within(upcoming({ days: 30 })), { attributes: { contractEnd: "2026-05-20" } }),
    ).toBe("2026-04-20T00:00:00.000Z");
  });
  test("what is timeless never changes", () => {
    expect(next(attr("vip").eq(true), { attributes: { vip: true } })).toBeNull();
  });
});
