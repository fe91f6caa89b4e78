import { type Condition, canonicalizeCondition, describeCondition, validateCondition } from "clientele/conditions";
import { type Catalogue, canonicalJson } from "clientele/core";
import { en, zhCN } from "clientele/labels";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { arbitraryLeaf, moments, schema, treeOf } from "./support/arbitrary.js";
import { nearbyConditions } from "./support/nearby-conditions.js";

const languages: readonly (readonly [string, Catalogue])[] = [
  ["en", en],
  ["zh-CN", zhCN],
];
const condition = fc.constantFrom(...moments).chain((moment) => treeOf(arbitraryLeaf(moment)));
const canonical = (condition: Condition): string => canonicalJson(canonicalizeCondition(condition, { schema }));
const words = (condition: Condition, catalogue: Catalogue): string => describeCondition(condition, schema, catalogue);

const seen = { types: new Set<string>() };

describe.each(languages)("the words in %s", (_, catalogue) => {
  // Planted bugs, each seen to fail here: brackets dropped around a compound `where`; `bounds` not told; quotation marks not escaped.
  const bySentence = new Map<string, string>();

  // Planted bugs, each seen to fail here: no brackets around a compound `where`; `bounds` not told; quotation marks not escaped.
  test("tell every condition from all others, those that differ in a single piece included", () => {
    fc.assert(
      fc.property(condition, (drawn) => {
        for (const one of [drawn, ...nearbyConditions(drawn)]) {
          if (validateCondition(one, schema).length > 0) continue;
          for (const type of JSON.stringify(one).matchAll(/"(?:type|op|fn|part)":"(\w+)"/g))
            seen.types.add(type[1] ?? "");
          const sentence = words(one, catalogue);
          const earlier = bySentence.get(sentence);
          if (earlier === undefined) bySentence.set(sentence, canonical(one));
          else expect(canonical(one), sentence).toBe(earlier);
        }
      }),
      { numRuns: 30 }, // some hundred neighbours of each
    );
    expect(bySentence.size).toBeGreaterThan(1000);
  });

  test("leave no slot open and no code without words", () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(words(one, catalogue)).not.toMatch(/[{}|]|conditions\.|undefined|\s\s|^\s|\s$/);
      }),
    );
  });

  test("do not depend on how a condition is spelt or named", () => {
    fc.assert(
      fc.property(condition, (one) => {
        const sentence = words(one, catalogue);
        expect(words({ ...one, ...(one.type === "reference" ? {} : { id: "a-name" }) }, catalogue)).toBe(sentence);
        expect(words(JSON.parse(canonicalJson(one)), catalogue)).toBe(sentence);
      }),
    );
  });
});

afterAll(() => {
  for (const type of ["sequence", "reference", "assume", "atLeast", "every", "scaled", "calendar", "after", "notIn"]) {
    expect(seen.types).toContain(type);
  }
});
