import { compileCondition, conditions, evaluateTable } from "clientele/conditions";
import { defineSchema, factTable } from "clientele/model";
import { describe, expect, it } from "vitest";

const asOf = "2026-04-01";
const schema = defineSchema({
  attributes: { visits: { type: "number" }, net: { type: "money", currency: "EUR" } },
  collections: { order: { timed: true, fields: { amount: { type: "number" } } } },
});
const { attr } = conditions(schema);
const rule = compileCondition(attr("visits").gte(5), schema, { asOf });

describe("evaluateTable", () => {
  it("refuses a table in which a field has another type, instead of taking a text for a number", () => {
    const other = defineSchema({ attributes: { visits: { type: "string" }, net: { type: "money", currency: "USD" } } });
    const table = factTable(other, [{ customerId: "ann", attributes: { visits: "7" } }], { asOf });
    expect(() => evaluateTable(table as never, rule)).toThrowError(
      /^SCHEMA_MISMATCH at table\.attributes\.visits: expected number, .*received string.*\n.*net: expected money in EUR/,
    );
  });

  it("takes a table that has more fields, as judgements add them", () => {
    const richer = defineSchema({ ...schema, attributes: { ...schema.attributes, score: { type: "number" } } });
    const table = factTable(richer, [{ customerId: "ann", attributes: { visits: 7, score: 1 } }], { asOf });
    expect([...evaluateTable(table as never, rule)]).toEqual([1]);
  });

  it("refuses a table of another moment or zone", () => {
    const rows = [{ customerId: "ann", attributes: { visits: 7 } }];
    expect(() => evaluateTable(factTable(schema, rows, { asOf: "2026-04-02" }), rule)).toThrowError(/^FRAME_MISMATCH/);
    const elsewhere = factTable(schema, rows, { asOf, timeZone: "Asia/Shanghai" });
    expect(() => evaluateTable(elsewhere, rule)).toThrowError(/^FRAME_MISMATCH/);
  });
});

describe("compileCondition", () => {
  it.each([undefined, { asOf, timezone: "UTC" }, "2026-04-01"])("refuses the frame %j", (frame) => {
    expect(() => compileCondition(attr("visits").gte(5), schema, frame as never)).toThrowError(
      /^INVALID_OPTIONS at frame/,
    );
  });
});
