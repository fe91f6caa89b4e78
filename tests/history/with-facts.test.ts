import { customerFacts, purchaseCadence, summarizePurchases, withFacts } from "clientele/history";
import { defineSchema, factTable } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const schema = defineSchema({
  attributes: { country: { type: "string" } },
  collections: { order: { timed: true, fields: { amount: { type: "money", currency: "EUR" } } } },
});
const facts = factTable(
  schema,
  [
    {
      customerId: "ann",
      attributes: { country: "DE" },
      collections: { order: [{ at: "2026-03-01", amount: "1.00" }] },
    },
    { customerId: "ben", attributes: {} },
  ],
  { asOf: "2026-04-01", timeZone: "Asia/Shanghai" },
);

describe("withFacts", () => {
  test("adds columns of every type, and keeps everything else", () => {
    const richer = withFacts(
      facts,
      {
        score: { type: "number" },
        stage: { type: "string", values: ["new", "active"] },
        fee: { type: "money", currency: "EUR" },
        due: { type: "day" },
        vip: { type: "boolean" },
        topics: { type: "strings" },
      },
      {
        score: { values: Float64Array.of(1.5, 0), known: Uint8Array.of(1, 0) },
        stage: ["active", "new"],
        fee: ["9.90", null],
        due: ["2026-05-01", undefined],
        vip: [true, false],
        topics: [["a"], []],
      },
    );
    expect([...richer.customerIds].map((id) => richer.get(id))).toEqual([
      {
        attributes: {
          country: "DE",
          score: 1.5,
          stage: "active",
          fee: "9.90",
          due: "2026-05-01",
          vip: true,
          topics: ["a"],
        },
        collections: facts.at(0).collections,
      },
      { attributes: { stage: "new", vip: false, topics: [] }, collections: {} },
    ]);
    expect([richer.asOf, richer.timeZone]).toEqual([facts.asOf, facts.timeZone]);
    expect(richer.schema.collections).toEqual(schema.collections);
    expect(Object.keys(facts.schema.attributes)).toEqual(["country"]);
  });

  test("is not reached by later changes of what was given", () => {
    const score = Float64Array.of(1, 2);
    const richer = withFacts(facts, { score: { type: "number" } }, { score });
    score[0] = 99;
    expect(richer.at(0).attributes.score).toBe(1);
    expect(Object.isFrozen(richer.schema.attributes)).toBe(true);
  });

  test("takes the columns of a base's measures as they are", () => {
    const order = (id: string, at: string) => ({ id, customerId: "ann", at, amount: "1.00", currency: "EUR" });
    const base = summarizePurchases([order("1", "2026-01-01"), order("2", "2026-01-11"), order("3", "2026-01-31")], {
      asOf: "2026-04-01",
    });
    const { overdueRatio } = purchaseCadence(base).columns;
    const table = withFacts(customerFacts(schema, { base }), { overdueRatio: { type: "number" } }, { overdueRatio });
    expect(table.at(0).attributes).toEqual({ overdueRatio: 4 });
  });

  test("refuses names that are taken, and columns that do not fit", () => {
    const fault = (fields: object, columns: object) => {
      const { code, path } = faultOf(() => withFacts(facts, fields as never, columns as never));
      return [code, ...path];
    };
    const score = { score: { type: "number" } };
    expect(fault({ country: { type: "string" } }, { country: ["a", "b"] })).toEqual([
      "FACT_NAME_TAKEN",
      "fields",
      "country",
    ]);
    expect(fault(score, {})).toEqual(["INVALID_FACT_COLUMN", "columns", "score"]);
    expect(fault({ toString: { type: "number" } }, {})).toEqual(["INVALID_FACT_COLUMN", "columns", "toString"]);
    expect(fault(score, { score: [1] })).toEqual(["INVALID_FACT_COLUMN", "columns", "score"]);
    expect(fault(score, { score: { values: [1, 2], known: [1] } })).toEqual([
      "INVALID_FACT_COLUMN",
      "columns",
      "score",
    ]);
    expect(fault(score, { score: [1, "2"] })).toEqual(["INVALID_FACT_COLUMN", "columns", "score", 1]);
    expect(fault(score, { score: [1, Number.NaN] })).toEqual(["INVALID_FACT_COLUMN", "columns", "score", 1]);
    expect(fault({ fee: { type: "money", currency: "EUR" } }, { fee: Float64Array.of(990, 990) })).toEqual([
      "INVALID_FACT_COLUMN",
      "columns",
      "fee",
    ]);
    expect(fault({ score: { type: "figure" } }, { score: [1, 2] })[0]).toBe("INVALID_FACT_SCHEMA");
  });
});
