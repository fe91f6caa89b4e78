import type { Part, Test, Value } from "clientele/conditions";
import { defineSchema } from "clientele/model";
import { analyzeDecisionTable, type DecisionTableAnalysis } from "clientele/scorecards";
import { describe, expect, test } from "vitest";

const schema = defineSchema({
  attributes: {
    net: { type: "money", currency: "EUR" },
    firstPurchase: { type: "day" },
    signedUpAt: { type: "instant" },
    tier: { type: "string", values: ["blue", "silver", "gold"], ordered: true },
    city: { type: "string" },
    tags: { type: "strings" },
    score: { type: "number" },
  },
  collections: {
    order: { timed: true, fields: { amount: { type: "money", currency: "EUR" } } },
  },
});
const attribute = (field: string): Value => ({ type: "attribute", field });
const part = (field: string, part: Part): Value => ({ type: "attribute", field, part });
const analyze = (input: Value, ...cells: readonly (Test | null)[]): DecisionTableAnalysis =>
  analyzeDecisionTable(
    {
      hitPolicy: "unique",
      inputs: [input],
      rows: cells.map((cell) => ({ cells: [cell], output: {} })),
    },
    schema,
  );
const gapsOf = (input: Value, ...cells: readonly (Test | null)[]): readonly unknown[] =>
  analyze(input, ...cells).gaps.map(({ example }) => example[0]);
const eur = (amount: string) => ({ amount, currency: "EUR" });

test("every kind of gap is listed once, up to ten of them", () => {
  const inputs = [attribute("tier"), attribute("score")];
  const gaps = (rows: readonly (readonly (Test | null)[])[]) =>
    analyzeDecisionTable({ hitPolicy: "first", inputs, rows: rows.map((cells) => ({ cells, output: {} })) }, schema)
      .gaps;
  // Blue and silver lack the scores from 5; gold lacks those below.
  const silver: Test = { op: "in", values: ["blue", "silver"] };
  expect(
    gaps([
      [silver, { op: "lt", value: 5 }],
      [
        { op: "eq", value: "gold" },
        { op: "gte", value: 5 },
      ],
    ]),
  ).toEqual([{ example: ["blue", 5] }, { example: ["gold", 4] }]);
  // Each score has a row for blue alone, so each lacks silver and gold in a way of its own.
  const byScore = (count: number) =>
    analyzeDecisionTable(
      {
        hitPolicy: "first",
        inputs: [attribute("score"), attribute("tier")],
        gaps: "allowed",
        rows: Array.from({ length: count }, (_, score) => ({
          cells: [
            { op: "eq", value: score },
            { op: "eq", value: "blue" },
          ],
          output: {},
        })),
      } as never,
      schema,
    ).gaps.length;
  // And all other scores together are one more.
  expect([8, 9, 10, 12].map(byScore)).toEqual([9, 10, 10, 10]);
});

describe("between neighbouring values there is", () => {
  test("nothing for amounts: a cent is a cent", () => {
    expect(gapsOf(attribute("net"), { op: "lt", value: eur("10.00") }, { op: "gt", value: eur("9.99") })).toEqual([]);
    const apart = gapsOf(attribute("net"), { op: "lt", value: eur("9.99") }, { op: "gt", value: eur("10.00") });
    expect(apart).toEqual([eur("9.99")]); // and 10.00, which no row tells from it
  });

  test("nothing for days, something for numbers", () => {
    const day = attribute("firstPurchase");
    expect(gapsOf(day, { op: "lte", value: "2026-02-28" }, { op: "gte", value: "2026-03-01" })).toEqual([]);
    expect(gapsOf(day, { op: "lt", value: "2026-02-28" }, { op: "gte", value: "2026-03-01" })).toEqual(["2026-02-28"]);
    expect(gapsOf(attribute("score"), { op: "lte", value: 2 }, { op: "gte", value: 3 })).toEqual([2.5]);
  });

  test("a millisecond for instants", () => {
    const at = "2026-03-01T00:00:00.000Z";
    expect(gapsOf(attribute("signedUpAt"), { op: "lt", value: at }, { op: "gt", value: at })).toEqual([at]);
  });
});

describe("the ends of a domain are known", () => {
  const weekday = part("signedUpAt", "weekday");
  test("the last value is a case of its own", () => {
    expect(gapsOf(weekday, { op: "lt", value: 7 })).toEqual([7]);
    expect(gapsOf(weekday, { op: "gt", value: 1 })).toEqual([1]);
    expect(analyze(weekday, { op: "eq", value: 7 }, { op: "gte", value: 7 }).overlaps).toEqual([
      { rows: [0, 1], example: [7] },
    ]);
  });

  test("between one value and itself lies that value, also where days go round", () => {
    expect(gapsOf(weekday, { op: "between", from: 3, to: 3 }, { op: "lt", value: 3 })).toEqual([4]);
    expect(gapsOf(weekday, { op: "between", from: 6, to: 2 }, { op: "between", from: 3, to: 4 })).toEqual([5]);
  });

  const count: Value = { type: "aggregate", fn: "count", over: { collection: "order" } };
  test("counts begin at nought", () => {
    expect(gapsOf(count, { op: "between", from: 0, to: 2 }, { op: "gt", value: 2 })).toEqual([]);
    expect(analyze(count, { op: "lt", value: 0 }, null).unreachable).toEqual([{ row: 0, coveredBy: [] }]);
  });

  test("weeks have seven days and wrap round", () => {
    const weekday = part("signedUpAt", "weekday");
    expect(gapsOf(weekday, { op: "between", from: 6, to: 7 }, { op: "between", from: 1, to: 4 })).toEqual([5]);
    expect(gapsOf(weekday, { op: "between", from: 6, to: 1 }, { op: "between", from: 2, to: 5 })).toEqual([]);
  });

  test("a day has 24 hours", () => {
    const clock = part("signedUpAt", "timeOfDay");
    const night: Test = { op: "between", from: "22:00", to: "06:00" };
    expect(gapsOf(clock, night, { op: "between", from: "06:00", to: "22:00", bounds: "()" })).toEqual([]);
    expect(gapsOf(clock, night)).toEqual(["06:01"]);
  });

  test("declared words are all there are, open texts never", () => {
    expect(gapsOf(attribute("tier"), { op: "gte", value: "silver" })).toEqual(["blue"]);
    expect(gapsOf(attribute("tier"), { op: "eq", value: "blue" }, { op: "ne", value: "blue" })).toEqual([]);
    expect(gapsOf(attribute("city"), { op: "eq", value: "other" })).toEqual(["other…"]);
    expect(gapsOf(attribute("city"), { op: "in", values: ["Kiel"] }, { op: "notIn", values: ["Kiel"] })).toEqual([]);
  });
});

describe("nothing there", () => {
  test("is a case of its own where a cell asks for it, and no gap", () => {
    const { overlaps, gaps, unreachable } = analyze(
      attribute("score"),
      { op: "missing" },
      { op: "gte", value: 0 },
      null,
    );
    expect(gaps).toEqual([]);
    expect(unreachable).toEqual([]);
    expect(overlaps.map(({ rows, example }) => [...rows, ...example])).toEqual([
      [0, 2, "(nothing there)"],
      [1, 2, 0],
    ]);
  });
});

describe("cells that cannot be judged without a run", () => {
  test("are named, fill every gap and take no row's cases", () => {
    const within: Test = { op: "within", window: { type: "rolling", last: { days: 30 } } };
    const result = analyze(attribute("signedUpAt"), within, null, { op: "lt", value: "2026-01-01" });
    expect(result.openCells).toEqual([{ row: 0, input: 0 }]);
    expect(result.gaps).toEqual([]);
    expect(result.overlaps.map(({ rows }) => rows)).toEqual([[1, 2]]);
    expect(result.unreachable).toEqual([{ row: 2, coveredBy: [1] }]);
    expect(analyze(attribute("tags"), { op: "hasAny", values: ["vip"] }).openCells.length).toBe(1);
    expect(analyze(attribute("city"), { op: "startsWith", value: "K" }).openCells.length).toBe(1);
    expect(analyze(attribute("score"), { op: "gt", value: attribute("score") }).openCells.length).toBe(1);
  });
});

test("a table of many rows and inputs is searched to the end", () => {
  const fields = ["a", "b", "c", "d", "e", "f"];
  const wide = defineSchema({
    attributes: Object.fromEntries(fields.map((name) => [name, { type: "number" } as const])),
  });
  const rows = Array.from({ length: 40 }, (_, row) => ({
    cells: fields.map((_, column): Test | null =>
      (row + column) % 3 === 0
        ? null
        : { op: (row & (1 << column)) === 0 ? "lt" : "gte", value: (row * 7 + column) % 5 },
    ),
    output: {},
  }));
  const inputs = fields.map((field) => attribute(field));
  const closed = [...rows, { cells: fields.map(() => null), output: {} }];
  expect(analyzeDecisionTable({ hitPolicy: "first", inputs, rows: closed }, wide)).toMatchObject({
    complete: true,
    gaps: [],
  });
});
