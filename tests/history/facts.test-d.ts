import {
  type CustomerBase,
  type CustomerFactParts,
  customerFacts,
  percentileEdges,
  withFacts,
  withPercentile,
  withRank,
} from "clientele/history";
import { customerSchema, defineSchema, type FactTable, type NumberField } from "clientele/model";
import { expectTypeOf, test } from "vitest";

declare const base: CustomerBase;
const schema = defineSchema({
  attributes: { country: { type: "string", values: ["DE", "FR"] }, net: { type: "money", currency: "EUR" } },
  collections: { order: { timed: true, fields: { amount: { type: "money", currency: "EUR" } } } },
});
type Parts = CustomerFactParts<typeof schema>;

test("a frame is the base's or stated", () => {
  expectTypeOf<{ base: CustomerBase }>().toExtend<Parts>();
  expectTypeOf<{ asOf: string }>().toExtend<Parts>();
  // @ts-expect-error neither a base nor an asOf
  customerFacts(schema, {});
});

test("records and items have the schema's names and values", () => {
  customerFacts(schema, {
    base,
    customers: [
      { id: "ann", country: "DE" },
      { id: "ben", since: "2026-01-01", attributes: { country: "XX" } },
    ],
  });
  customerFacts(schema, { base, collections: { order: [{ customerId: "ann", at: "2026-01-01", amount: "1.00" }] } });
  // @ts-expect-error not one of the declared values
  customerFacts(schema, { base, customers: [{ id: "ann", country: "XX" }] });
  // @ts-expect-error an event needs its moment
  customerFacts(schema, { base, collections: { order: [{ customerId: "ann", amount: "1.00" }] } });
  // @ts-expect-error unknown collection
  customerFacts(schema, { base, collections: { orders: [] } });
});

test("joined facts are in the type", () => {
  const facts = customerFacts(schema, { base });
  const richer = withFacts(facts, { clv: { type: "number" } }, { clv: [1] });
  expectTypeOf(richer.at(0).attributes.clv).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(richer.at(0).attributes.country).toEqualTypeOf<"DE" | "FR" | null | undefined>();
  // @ts-expect-error no column for the field
  withFacts(facts, { clv: { type: "number" } }, {});
  // @ts-expect-error no such type
  withFacts(facts, { clv: { type: "figure" } }, { clv: [1] });
});

test("ranks and percentiles have names made of their field's", () => {
  const facts: FactTable<typeof schema> = customerFacts(schema, { base });
  const ranked = withPercentile(withRank(facts, "net"), percentileEdges(facts, "net"));
  expectTypeOf(ranked.schema.attributes["net.rank"]).toEqualTypeOf<NumberField>();
  expectTypeOf(ranked.schema.attributes["net.percentile"]).toEqualTypeOf<NumberField>();
  // @ts-expect-error misspelt field
  withRank(facts, "nett");
  // @ts-expect-error edges of a fact that the table does not have
  withPercentile(facts, percentileEdges(customerFacts(customerSchema("EUR"), { base }), "orders"));
});
