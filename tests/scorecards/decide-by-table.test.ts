import { defineSchema, type Facts, factTable } from "clientele/model";
import { applyDecisionTable, type DecisionTable, decideByTable, defineDecisionTable } from "clientele/scorecards";
import { describe, expect, test } from "vitest";

const schema = defineSchema({
  attributes: {
    valueClass: { type: "string", values: ["high", "potential", "ordinary"] },
    age: { type: "number" },
    riskReason: { type: "string", values: ["frequency-drop", "complaint", "price"] },
  },
});
type Customer = Facts<typeof schema>["attributes"];
const frame = { schema, asOf: "2026-04-01" };
const valueClass = { type: "attribute", field: "valueClass" } as const;
const age = { type: "attribute", field: "age" } as const;
const texts = { type: "string" } as const;

// 对高价值客户提供专属优惠和礼品,对潜力客户进行重点推广,对普通客户进行广泛宣传: one treatment per class.
const treatments = defineDecisionTable(
  {
    id: "treatments",
    version: 1,
    hitPolicy: "unique",
    inputs: [valueClass],
    outputs: { treatment: { type: "string", values: ["exclusive-gift", "focused-promotion", "broad-publicity"] } },
    rows: [
      { id: "high", cells: [{ op: "eq", value: "high" }], output: { treatment: "exclusive-gift" } },
      { id: "potential", cells: [{ op: "eq", value: "potential" }], output: { treatment: "focused-promotion" } },
      { id: "ordinary", cells: [{ op: "eq", value: "ordinary" }], output: { treatment: "broad-publicity" } },
    ],
  },
  schema,
);
// 年轻人群体,可以选择社交媒体和电商平台…老年人群体,可以选择实体店和社区营销: every channel that suits.
const channels = defineDecisionTable(
  {
    id: "channels",
    version: 1,
    hitPolicy: "collect",
    inputs: [age, valueClass],
    outputs: { channel: texts },
    rows: [
      { cells: [{ op: "lt", value: 35 }, null], output: { channel: "social-media" } },
      { cells: [{ op: "lt", value: 35 }, null], output: { channel: "online-shop" } },
      { cells: [{ op: "gte", value: 60 }, null], output: { channel: "store" } },
      {
        cells: [
          { op: "gte", value: 60 },
          { op: "eq", value: "high" },
        ],
        output: { channel: "home-visit" },
      },
    ],
  },
  schema,
);
const offers = defineDecisionTable(
  {
    id: "offers",
    version: 1,
    hitPolicy: "first",
    inputs: [age, valueClass],
    outputs: { offer: texts, budget: { type: "number" } },
    rows: [
      { cells: [{ op: "lt", value: 18 }, null], output: { offer: "none", budget: 0 } },
      { cells: [null, { op: "eq", value: "high" }], output: { offer: "call", budget: 50 } },
      { cells: [{ op: "gte", value: 60 }, null], output: { offer: "call", budget: 50 } },
      { cells: [null, null], output: { offer: "newsletter", budget: 1 } },
    ],
  },
  schema,
);

describe("unique", () => {
  const decide = (attributes: Customer) => decideByTable({ attributes }, treatments, frame);

  test("gives what the one row gives", () => {
    const decided = decide({ valueClass: "potential" });
    const treatment: "exclusive-gift" | "focused-promotion" | "broad-publicity" | undefined =
      decided.status === "known" ? decided.value.output?.treatment : undefined;
    expect(treatment).toBe("focused-promotion");
  });

  test("explains why the others do not match", () => {
    const decided = decide({ valueClass: "high" });
    expect(decided.status === "known" && decided.value).toMatchObject({
      rows: [0],
      undecided: [],
      explanation: [
        { row: 0, id: "high", result: true, cells: [{ input: 0, result: true, facts: { valueClass: "high" } }] },
        { row: 1, id: "potential", result: false, cells: [{ input: 0, result: false, facts: { valueClass: "high" } }] },
        { row: 2, id: "ordinary", result: false },
      ],
    });
  });

  test("is unknown where the input is", () => {
    expect(decide({})).toEqual({
      status: "unknown",
      missing: ["valueClass"],
      reasons: [{ code: "scorecards.rows-undecided", params: { rows: ["0", "1", "2"] } }],
    });
  });

  test("reports a conflict that no definition could foresee", () => {
    const risky = defineSchema({ attributes: { note: { type: "string" } } });
    const table = defineDecisionTable(
      {
        id: "notes",
        version: 1,
        hitPolicy: "unique",
        inputs: [{ type: "attribute", field: "note" }],
        outputs: { to: texts },
        rows: [
          { cells: [{ op: "contains", value: "refund" }], output: { to: "finance" } },
          { cells: [{ op: "contains", value: "angry" }], output: { to: "care" } },
        ],
      },
      risky,
    );
    const decide = (note: string) =>
      decideByTable({ attributes: { note } }, table, { schema: risky, asOf: "2026-04-01" });
    expect(decide("angry about a refund")).toEqual({
      status: "unknown",
      missing: [],
      reasons: [{ code: "scorecards.rows-conflict", params: { rows: ["0", "1"] } }],
    });
    expect(decide("thank you")).toMatchObject({ status: "known", value: { outputs: [], rows: [] } });
  });
});

describe("collect", () => {
  const decide = (attributes: Customer) => {
    const decided = decideByTable({ attributes }, channels, frame);
    if (decided.status === "unknown") return decided.missing;
    return [decided.value.outputs.map(({ channel }) => channel), decided.value.undecided, decided.value.missing];
  };

  test("gives every row that matches, in order", () => {
    expect(decide({ age: 24 })).toEqual([["social-media", "online-shop"], [], []]);
    expect(decide({ age: 70, valueClass: "high" })).toEqual([["store", "home-visit"], [], []]);
    expect(decide({ age: 45 })).toEqual([[], [], []]);
  });

  test("names the rows that may match too, and what would tell", () => {
    expect(decide({ age: 70 })).toEqual([["store"], [3], ["valueClass"]]);
    expect(decide({})).toEqual(["age", "valueClass"]);
  });
});

describe("first", () => {
  const decide = (attributes: Customer) => decideByTable({ attributes }, offers, frame);

  test("the first row that matches decides", () => {
    expect(decide({ age: 17, valueClass: "high" })).toMatchObject({
      value: { output: { offer: "none", budget: 0 }, rows: [0] },
    });
    expect(decide({ age: 65, valueClass: "high" })).toMatchObject({ value: { output: { offer: "call" }, rows: [1] } });
    expect(decide({ age: 40, valueClass: "ordinary" })).toMatchObject({ value: { rows: [3] } });
  });

  test("an unknown row before it matters only if it gives something else", () => {
    // Whoever is 65 gets the call anyway, be the class high or not.
    expect(decide({ age: 65 })).toMatchObject({
      status: "known",
      value: { output: { offer: "call", budget: 50 }, rows: [2], undecided: [1], missing: ["valueClass"] },
    });
    expect(decide({ age: 40 })).toEqual({
      status: "unknown",
      missing: ["valueClass"],
      reasons: [{ code: "scorecards.rows-undecided", params: { rows: ["1", "3"] } }],
    });
    expect(decide({ valueClass: "high" })).toMatchObject({ status: "unknown", missing: ["age"] });
  });
});

describe("many at once", () => {
  const rows = [
    { customerId: "ann", attributes: { age: 40, valueClass: "high" } },
    { customerId: "ben", attributes: { age: 40 } },
    { customerId: "cem", attributes: { age: 45, valueClass: "ordinary" } },
  ] as const;
  const facts = factTable(schema, rows, { asOf: "2026-04-01" });

  test("stand in columns, unknown where no row decides", () => {
    const { columns, definition } = applyDecisionTable(facts, offers);
    expect([...columns.row.known]).toEqual([1, 0, 1]);
    expect([columns.row.values[0], columns.row.values[2]]).toEqual([1, 3]);
    expect([columns.outputs.offer.values[0], columns.outputs.budget.values[2]]).toEqual(["call", 1]);
    expect(definition).toEqual({ kind: "decision-table", id: "offers", version: 1 });
    expect([...applyDecisionTable(facts, channels).columns.row.known]).toEqual([0, 0, 0]);
  });

  test("are the same as one by one", () => {
    const tables: readonly DecisionTable[] = [offers, channels, treatments];
    for (const table of tables) {
      const decided = applyDecisionTable(facts, table);
      for (const { customerId, attributes } of rows) {
        expect(decided.get(customerId)?.result).toEqual(decideByTable({ attributes }, table, frame));
      }
    }
  });

  test("may be none", () => {
    expect(applyDecisionTable(factTable(schema, [], { asOf: "2026-04-01" }), offers).size).toBe(0);
  });
});
