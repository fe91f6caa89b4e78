import { profileQuality, type QualitySpec } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const text = fc.constantFrom("a", "b", "c", " ", "");
const customer = fc.record(
  {
    id: fc.constantFrom("1", "2", "3", "4", "5", "6"),
    name: text,
    birthday: fc.constantFrom("1990-05-17", "1990-02-30"),
    address: fc.record({ city: text }, { requiredKeys: [] }),
    since: fc.constantFrom("2026-03-31", "2026-01-01", "2026-05-01", "soon"),
  },
  { requiredKeys: [] },
);
const spec: QualitySpec = {
  asOf: "2026-04-01",
  fields: {
    id: { unique: true },
    name: { unique: true, pattern: "[ab]" },
    birthday: {},
    "address.city": { values: ["a", "c"], expected: false },
    since: { freshFor: { days: 30 } },
  },
  examples: 100,
};
const dimensions = ["completeness", "validity", "uniqueness", "timeliness"] as const;

describe("profileQuality", () => {
  // Seen to fail with the share taken of one customer more, and with one example too few.
  test("adds up: the fields' counts make the overall ones, and who did not pass is named", () => {
    let shared = 0;
    fc.assert(
      fc.property(fc.array(customer, { maxLength: 8 }), (customers) => {
        const profile = profileQuality(customers, spec);
        for (const dimension of dimensions) {
          const parts = Object.values(profile.fields).flatMap((field) => {
            const measure = field[dimension];
            return measure.status === "known" ? [measure.value] : [];
          });
          const [judged, passed] = [0, 0].map((_, which) =>
            parts.reduce((sum, part) => sum + (which === 0 ? part.judged : part.passed), 0),
          ) as [number, number];
          const overall = profile[dimension];
          expect(overall.status).toBe(judged === 0 ? "unknown" : "known");
          if (overall.status === "unknown") continue;
          expect(overall.value).toMatchObject({ judged, passed, share: passed / judged });
          expect(overall.value.examples).toHaveLength(judged - passed);
          if (dimension === "uniqueness" && passed < judged) shared++;
        }
      }),
    );
    expect(shared).toBeGreaterThan(20);
  });

  // Seen to fail with the last customer left out of the count of holders.
  test("does not depend on the order of the customers", () => {
    const told = (customers: readonly object[]): unknown => {
      const { fields } = profileQuality(customers, { ...spec, examples: 0 });
      return fields;
    };
    fc.assert(
      fc.property(fc.array(customer, { maxLength: 8 }), (customers) => {
        expect(told([...customers].reverse())).toEqual(told(customers));
      }),
    );
  });
});
