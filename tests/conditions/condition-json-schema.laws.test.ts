import Ajv2020 from "ajv/dist/2020.js";
import { conditionJsonSchema, validateCondition } from "clientele/conditions";
import type { Issue } from "clientele/core";
import { customerSchema } from "clientele/model";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { arbitraryLeaf, moments, schema, treeOf } from "./support/arbitrary.js";
import { broken, byKey, operands } from "./support/broken-conditions.js";
import { nearbyConditions } from "./support/nearby-conditions.js";
import { workedExamples } from "./support/worked-examples.js";

const ajv = new Ajv2020.default({ strict: false });
const accepts = ajv.compile(conditionJsonSchema(schema));

const acceptsOwn = new Map<unknown, typeof accepts>();
for (const [, , own] of workedExamples) {
  if (!acceptsOwn.has(own)) acceptsOwn.set(own, ajv.compile(conditionJsonSchema(own)));
}

const condition = fc.constantFrom(...moments).chain((moment) => treeOf(arbitraryLeaf(moment), { depth: 2 }));
const breaks = fc.array(fc.record({ at: fc.noBias(fc.nat()), by: fc.noBias(fc.nat()) }), {
  minLength: 1,
  maxLength: 20,
});

/** What the docstring promises to refuse: names that are not known, keys that have no meaning, words that are none. */
function isPromised({ code, path, received, expected }: Issue): boolean {
  if (code === "CONDITION_UNKNOWN_FIELD") return path.at(-1) === "field";
  if (code === "CONDITION_UNKNOWN_COLLECTION") return true;
  const key = path.at(-1);
  return code === "CONDITION_SHAPE" && (received === `"${key}"` || (key === "type" && expected.includes(", ")));
}

const seen = new Map<string, number>();

/** What the schema refuses has faults; what it takes has none but those beyond it. */
function agree(input: unknown): void {
  const issues = validateCondition(input, schema);
  for (const { code } of issues) seen.set(code, (seen.get(code) ?? 0) + 1);
  const isAccepted = accepts(input);
  const contradicting = isAccepted ? issues.filter(isPromised) : [];
  if (contradicting.length > 0 || (!isAccepted && issues.length === 0)) {
    expect.fail(`the schema ${isAccepted ? "takes" : "refuses"} ${JSON.stringify(input)}: ${JSON.stringify(issues)}`);
  }
}

const compare = (subject: object, test: object): object => ({ type: "compare", subject, ...test });

describe("the JSON Schema of a fact schema", () => {
  test("takes every sound condition, alone and in an envelope", () => {
    fc.assert(
      fc.property(condition, (when) => {
        expect(accepts(when), ajv.errorsText(accepts.errors)).toBe(true);
        expect(accepts({ language: 1, id: "x", version: 1, when })).toBe(true);
      }),
    );
  });

  // Planted bugs, each seen to fail in one of the next two: fields of another collection; a key of another form of test.
  test("and the validator agree on every field with every operand", () => {
    const parts = [undefined, ...(byKey.part as readonly unknown[])];
    const subjects = Object.keys(schema.attributes).flatMap((field) =>
      parts.map((part) => ({ type: "attribute", field, ...(part === undefined ? {} : { part }) })),
    );
    const sound = subjects.filter(
      (subject) => validateCondition(compare(subject, { op: "exists" }), schema).length === 0,
    );
    expect(sound.length).toBeGreaterThan(40);
    for (const subject of subjects) agree(compare(subject, { op: "exists" }));
    for (const subject of sound) {
      for (const op of byKey.op as readonly string[]) agree(compare(subject, { op, value: true }));
      for (const value of operands) for (const op of ["eq", "lt"]) agree(compare(subject, { op, value }));
      for (const values of byKey.values as readonly unknown[]) {
        for (const op of ["in", "hasAll"]) agree(compare(subject, { op, values }));
      }
      for (const window of byKey.window as readonly unknown[]) agree(compare(subject, { op: "within", window }));
    }
  });

  test("and the validator refuse the same broken ones", () => {
    fc.assert(
      fc.property(condition, breaks, (sound, breaks) => {
        for (const one of breaks) agree(broken(sound, one));
        for (const nearby of nearbyConditions(sound).slice(0, 5)) agree(nearby);
      }),
    );
  });
});

describe("the JSON Schema of a schema's conditions", () => {
  test.each(workedExamples)("takes the worked example of %s, by its own schema", (_, example, own) => {
    expect(acceptsOwn.get(own)?.(example)).toBe(true);
  });

  test.each([
    ["a version that is not known", { language: 2, when: { type: "constant", value: true } }],
    ["an envelope with another key", { language: 1, until: 1, when: { type: "constant", value: true } }],
    ["a scope that is no collection", { language: 1, scope: "line", when: { type: "constant", value: true } }],
  ])("refuses %s, and so does the validator", (_, input) => {
    expect(accepts(input)).toBe(false);
    expect(validateCondition(input, schema)).not.toEqual([]);
  });
});

describe("the schema of the ready customer", () => {
  const ready = conditionJsonSchema(customerSchema("EUR"));
  const text = JSON.stringify(ready);
  test("is small enough to be compiled while someone waits", () => {
    expect(text.length).toBeLessThan(150_000);
    expect(() => new Ajv2020.default({ strict: false }).compile(ready)).not.toThrow();
  });
  test.each([
    ["alone", { type: "compare", subject: { type: "attribute", field: "contry" }, op: "eq", value: "DE" }],
    [
      "deep",
      {
        type: "all",
        of: [
          {
            type: "some",
            over: { collection: "order" },
            where: { type: "not", of: { type: "compare", subject: { type: "item", field: "contry" }, op: "exists" } },
          },
        ],
      },
    ],
  ])("names a misspelt field among few errors: %s", (_, input) => {
    const validate = new Ajv2020.default({ strict: false, allErrors: true }).compile(ready);
    expect(validate(input)).toBe(false);
    expect(validate.errors?.length).toBeLessThanOrEqual(10);
    expect(validate.errors?.some(({ instancePath }) => instancePath.endsWith("/field"))).toBe(true);
  });
});

afterAll(() => {
  for (const code of ["SHAPE", "UNKNOWN_FIELD", "OPERATOR", "OPERAND", "SCOPE", "WINDOW", "EMPTY_LIST"]) {
    expect(seen.get(`CONDITION_${code}`) ?? 0, code).toBeGreaterThan(0);
  }
});
