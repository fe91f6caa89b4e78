import { formatInstant, parseInstant, zoneOf } from "clientele/core";
import { defineSchema, factTable } from "clientele/model";
import { describe, expect, test } from "vitest";
import { compareCodePoints } from "../../src/model/facts/compare-code-points.js";
import { factReader } from "../../src/model/shared.js";

const schema = defineSchema({
  attributes: {
    tier: { type: "string", values: ["bronze", "gold"], ordered: true },
    city: { type: "string" },
    spend: { type: "money", currency: "EUR" },
    any: { type: "money", currency: "*" },
    score: { type: "number", assessed: true },
    vip: { type: "boolean" },
    joinedOn: { type: "day" },
    seenAt: { type: "instant" },
    birthday: { type: "birthday" },
    tags: { type: "strings" },
  },
  collections: {
    order: {
      timed: true,
      fields: { amount: { type: "money", currency: "EUR" } },
      collections: { line: { timed: false, fields: { sku: { type: "string" } } } },
    },
    note: { timed: false, fields: { text: { type: "string" } } },
  },
});

const ann = {
  customerId: "ann",
  attributes: {
    tier: "gold",
    city: "",
    spend: "12.30",
    any: { amount: "5", currency: "JPY" },
    score: { status: "known", value: 7, reasons: [] } as never,
    vip: false,
    joinedOn: "2026-01-31",
    seenAt: "2026-03-01T10:00:00Z",
    birthday: { calendar: "chinese", month: 8, day: 15 } as never,
    tags: ["a", "b"],
  },
  collections: {
    order: [
      { id: "3", at: "2026-02-02", amount: "3.00" },
      { id: "b", at: "2026-01-02", amount: "2.00", line: [{ sku: "x" }, { sku: "y" }] },
      { id: "a", at: "2026-01-02", amount: "1.00" },
      { id: "0", at: "some day", amount: "9.00" },
    ],
  },
  knownSince: "2025-01-01",
} as const;
const ben = { customerId: "ben", attributes: { tier: "silver", city: 3, spend: "1.234", tags: null } } as never;

describe("a fact table", () => {
  const table = factTable(schema, [ann, ben], { asOf: "2026-04-01", timeZone: "Asia/Shanghai" });

  test("keeps its moment as the last millisecond of the day in its zone", () => {
    expect(table.asOf).toBe("2026-04-01T15:59:59.999Z");
    expect([table.size, table.timeZone, [...table.customerIds]]).toEqual([2, "Asia/Shanghai", ["ann", "ben"]]);
  });

  test("holds typed columns, and keeps unusable values apart from missing ones", () => {
    expect(table.column("spend")).toMatchObject({ type: "money", currency: "EUR", scale: 2 });
    expect([...table.column("spend").known]).toEqual([1, 0]);
    expect(table.column("spend").faults?.get(1)).toBe("1.234");
    expect([...(table.column("score").values as Float64Array)]).toEqual([7, 0]);
    expect(table.column("tier")).toMatchObject({ dictionary: ["bronze", "gold"], codes: Int32Array.of(1, 0) });
    expect(table.column("city").faults?.get(1)).toBe(3);
    expect(table.column("tags").faults).toBeUndefined();
  });

  test("sorts items by instant, then id, unreadable ones last", () => {
    const order = table.collection("order");
    expect([...order.ids]).toEqual(["a", "b", "3", "0"]);
    expect(order.at[0]).toBe(parseInstant("2026-01-01T16:00:00Z"));
    expect(order.at[3]).toBe(Number.POSITIVE_INFINITY);
    expect([...order.offsets]).toEqual([0, 4, 4]);
    expect([...(order.collections?.line?.offsets ?? [])]).toEqual([0, 0, 2, 2, 2]);
    expect([...(order.knownSince ?? [])]).toEqual([parseInstant("2024-12-31T16:00:00Z"), Number.POSITIVE_INFINITY]);
  });

  test("gives back one subject as plain facts", () => {
    const facts = table.get("ann");
    expect(facts?.attributes).toEqual({
      ...ann.attributes,
      spend: "12.30",
      score: 7,
      seenAt: "2026-03-01T10:00:00.000Z",
    });
    expect(facts?.collections?.order?.map(({ id, at }) => [id, at])).toEqual([
      ["a", "2026-01-01T16:00:00.000Z"],
      ["b", "2026-01-01T16:00:00.000Z"],
      ["3", "2026-02-01T16:00:00.000Z"],
      ["0", null],
    ]);
    expect(facts?.knownSince).toEqual({ order: formatInstant(parseInstant("2024-12-31T16:00:00Z")) });
    expect(table.get("ben")).toEqual({
      attributes: { tier: "silver", city: 3, spend: "1.234" },
      collections: {},
    });
    expect(table.get("eve")).toBeUndefined();
  });

  test("refuses what it has not", () => {
    expect(() => table.at(2)).toThrow("INDEX_OUT_OF_RANGE");
    expect(() => table.column("contry" as never)).toThrow("INVALID_FACT_TABLE");
  });
});

describe("reading one value", () => {
  const utc = zoneOf("UTC");
  test.each([
    [{ type: "number" }, "7", "wrong-type"],
    [{ type: "number" }, Number.NaN, "not-finite"],
    [{ type: "string", values: ["a"] }, "", "not-declared"],
    [{ type: "money", currency: "EUR" }, { amount: "1", currency: "USD" }, "other-currency"],
    [{ type: "money", currency: "EUR" }, "1.001", "inexact"],
    [{ type: "money", currency: "EUR" }, "90071992547409.93", "out-of-range"],
    [{ type: "money", currency: "EUR" }, "fifty", "unparseable"],
    [{ type: "money", currency: "*" }, "5", "wrong-type"],
    [{ type: "day" }, "2026-02-30", "unparseable"],
    [{ type: "day" }, 3, "wrong-type"],
    [{ type: "instant" }, "2026-02-01T10:00", "unparseable"],
    [{ type: "instant" }, true, "wrong-type"],
    [{ type: "birthday" }, "2026-02-30", "unparseable"],
    [{ type: "strings" }, ["a", 1], "wrong-type"],
    [{ type: "strings", values: ["a"] }, ["b"], "not-declared"],
    [{ type: "number" }, undefined, "absent"],
    [{ type: "number" }, null, "null"],
    [
      { type: "number", assessed: true },
      { status: "unknown", missing: [], reasons: [{ code: "value.too-few" }] },
      "value.too-few",
    ],
  ] as const)("%o does not take %o: %s", (field, raw, gap) => {
    expect(factReader(field, utc)(raw)).toMatchObject({ gap });
  });

  test("orders texts by code points, not by code units", () => {
    const texts = ["\u{1F600}", "！", "b", "", "a", "ab"];
    expect([...texts].sort(compareCodePoints)).toEqual(["", "a", "ab", "b", "！", "\u{1F600}"]);
    expect([...texts].sort()).not.toEqual([...texts].sort(compareCodePoints));
  });
});
