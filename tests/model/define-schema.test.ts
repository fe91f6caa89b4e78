import { ClienteleError } from "clientele/core";
import { customerSchema, defineSchema, orderSchema } from "clientele/model";
import { expect, test } from "vitest";

const faultsOf = (schema: unknown): readonly string[] => {
  try {
    defineSchema(schema as never);
  } catch (error) {
    if (error instanceof ClienteleError)
      return (error.issues ?? []).map(({ code, path }) => `${code} ${path.join("/")}`);
    throw error;
  }
  return [];
};

test("a schema is copied, frozen and plain JSON", () => {
  const attributes = { country: { type: "string", values: ["DE"] } } as const;
  const schema = defineSchema({ attributes });
  expect(schema).toEqual({ attributes, collections: {} });
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  expect(Object.isFrozen(schema.attributes.country)).toBe(true);
  expect(schema.attributes).not.toBe(attributes);
});

test("the ready schemas are sound in any currency and refuse a word", () => {
  expect(customerSchema("JPY").attributes.net).toEqual({ type: "money", currency: "JPY" });
  expect(orderSchema("*").collections.line.fields.net).toEqual({ type: "money", currency: "*" });
  expect(() => customerSchema("euro")).toThrow("INVALID_FACT_SCHEMA");
});

test("all faults are found at once, each at its path", () => {
  const faults = faultsOf({
    attributes: {
      "1st": { type: "string" },
      constructor: { type: "string" },
      size: { type: "nmber" },
      tier: { type: "string", ordered: true },
      kind: { type: "string", values: ["a", "a"] },
      code: { type: "string", hierarchy: { separator: "" } },
      net: { type: "money", currency: "euro", scale: 99 },
      flag: { type: "boolean", values: ["x"], required: "yes" },
    },
    collections: {
      order: {
        timed: "yes",
        fields: { at: { type: "instant" }, line: { type: "string" } },
        collections: {
          line: { timed: false, fields: {}, collections: { part: { timed: false, fields: {} } } },
        },
      },
      empty: null,
    },
    colections: {},
  });
  expect(faults).toEqual([
    "INVALID_FACT_SCHEMA colections",
    "INVALID_FACT_SCHEMA attributes/1st",
    "INVALID_FACT_SCHEMA attributes/constructor",
    "INVALID_FACT_SCHEMA attributes/size/type",
    "INVALID_FACT_SCHEMA attributes/tier/values",
    "INVALID_FACT_SCHEMA attributes/kind/values",
    "INVALID_FACT_SCHEMA attributes/code/hierarchy/separator",
    "INVALID_FACT_SCHEMA attributes/net/currency",
    "INVALID_FACT_SCHEMA attributes/net/scale",
    "INVALID_FACT_SCHEMA attributes/flag/values",
    "INVALID_FACT_SCHEMA attributes/flag/required",
    "INVALID_FACT_SCHEMA collections/order/timed",
    "INVALID_FACT_SCHEMA collections/order/fields/at",
    "INVALID_FACT_SCHEMA collections/order/fields/line",
    "INVALID_FACT_SCHEMA collections/order/collections/line/collections",
    "INVALID_FACT_SCHEMA collections/empty",
  ]);
});

test("a name that is nearly right is suggested", () => {
  expect(() => defineSchema({ attributes: { a: { type: "nmber" } } } as never)).toThrow('Did you mean "number"?');
});
