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
    "FACT_SCHEMA_SHAPE colections",
    "FACT_SCHEMA_NAME attributes/1st",
    "FACT_SCHEMA_NAME attributes/constructor",
    "FACT_SCHEMA_FIELD attributes/size/type",
    "FACT_SCHEMA_FIELD attributes/tier/ordered",
    "FACT_SCHEMA_FIELD attributes/kind/values",
    "FACT_SCHEMA_FIELD attributes/code/hierarchy/separator",
    "FACT_SCHEMA_FIELD attributes/net/currency",
    "FACT_SCHEMA_FIELD attributes/net/scale",
    "FACT_SCHEMA_SHAPE attributes/flag/values",
    "FACT_SCHEMA_FIELD attributes/flag/required",
    "FACT_SCHEMA_SHAPE collections/order/timed",
    "FACT_SCHEMA_NAME collections/order/fields/at",
    "FACT_SCHEMA_NAME collections/order/fields/line",
    "FACT_SCHEMA_SHAPE collections/order/collections/line/collections",
    "FACT_SCHEMA_SHAPE collections/empty",
  ]);
});

test("a name that is nearly right is suggested", () => {
  expect(() => defineSchema({ attributes: { a: { type: "nmber" } } } as never)).toThrow("Did you mean number?");
});
