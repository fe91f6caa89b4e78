import { CONDITION_LANGUAGE, migrateCondition } from "clientele/conditions";
import { expect, test } from "vitest";
import { type LanguageStep, languageSteps, migrateThrough } from "../../src/conditions/rewriting/migrate-condition.js";

const envelope = { language: 1, id: "all", when: { type: "constant", value: true } } as const;

test("an envelope of today's version stays the very same", () => {
  expect(migrateCondition(envelope)).toBe(envelope);
});

test("there is one step for each version after the first", () => {
  expect(languageSteps).toHaveLength(CONDITION_LANGUAGE - 1);
});

test.each([[{ ...envelope, language: 2 }], [{ ...envelope, language: 0 }], [{ when: envelope.when }], [null], ["1"]])(
  "%j is refused",
  (input) => {
    expect(() => migrateCondition(input)).toThrow(expect.objectContaining({ code: "CONDITION_VERSION" }));
  },
);

test("a chain takes each step from an envelope's version on, and raises the version itself", () => {
  const steps: readonly LanguageStep[] = ["a", "b", "c"].map((letter) => (before) => ({
    ...before,
    way: `${(before as { way?: string }).way ?? ""}${letter}`,
  }));
  expect(migrateThrough(steps, { language: 1 })).toEqual({ language: 4, way: "abc" });
  expect(migrateThrough(steps, { language: 3 })).toEqual({ language: 4, way: "c" });
  expect(migrateThrough(steps, { language: 4 })).toEqual({ language: 4 });
});
