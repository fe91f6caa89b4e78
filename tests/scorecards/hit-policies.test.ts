import { defineSchema, type Facts, factTable } from "clientele/model";
import {
  analyzeDecisionTable,
  applyDecisionTable,
  type DecisionTable,
  type DecisionTableInput,
  decideByTable,
  defineDecisionTable,
  type OutputFields,
  validateDecisionTable,
} from "clientele/scorecards";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const schema = defineSchema({
  attributes: {
    age: { type: "number" },
    risk: { type: "string", values: ["High", "Low", "Medium"] },
    affordable: { type: "boolean" },
    years: { type: "number" },
  },
});
type Applicant = Facts<typeof schema>["attributes"];
const [age, risk, affordable, years] = (["age", "risk", "affordable", "years"] as const).map(
  (field) => ({ type: "attribute", field }) as const,
) as [{ type: "attribute"; field: string }, never, never, never];
const adult = { op: "gte", value: 18 } as const;
const minor = { op: "lt", value: 18 } as const;
const yes = { op: "eq", value: true } as const;
const no = { op: "eq", value: false } as const;
const riskIs = (...values: readonly string[]) => ({ op: "in", values }) as const;
const frame = { schema, asOf: "2026-04-01" };

/** Decides alone and in a table, which must agree. */
function decide(table: DecisionTable, attributes: Applicant) {
  const alone = decideByTable({ attributes }, table, frame);
  const many = applyDecisionTable(factTable(schema, [{ customerId: "ann", attributes }], { asOf: frame.asOf }), table);
  expect(many.at(0).result).toEqual(alone);
  const aggregated = alone.status === "known" ? alone.value.aggregated : undefined;
  if (table.aggregation !== undefined) {
    expect(many.columns.aggregated?.known[0]).toBe(typeof aggregated === "number" ? 1 : 0);
    if (typeof aggregated === "number") expect(many.columns.aggregated?.values[0]).toBe(aggregated);
  } else expect(many.columns.aggregated).toBeUndefined();
  return alone.status === "known" ? alone.value : alone;
}

const status = { type: "string", values: ["Approved", "Declined"] } as const;
const approved = { status: "Approved" } as const;
const declined = { status: "Declined" } as const;
const approvals = (
  hitPolicy: "any" | "priority",
  rows: DecisionTableInput<{ status: typeof status }, string>["rows"],
) =>
  defineDecisionTable(
    { id: "approvals", version: 1, hitPolicy, inputs: [age, risk, affordable], outputs: { status }, rows },
    schema,
  );

// The conformance cases of the DMN Technology Compatibility Kit (compliance level 2) for these policies, retold: the tables, the
// applicants and the results are the kit's, by the numbers in front.
describe("the published conformance cases", () => {
  const applicants: readonly [Applicant, "Approved" | "Declined"][] = [
    [{ age: 18, risk: "Medium", affordable: true }, "Approved"],
    [{ age: 17, risk: "Medium", affordable: true }, "Declined"],
    [{ age: 18, risk: "High", affordable: true }, "Declined"],
  ];
  const rows = [
    { cells: [adult, riskIs("Medium", "Low"), yes], output: approved },
    { cells: [minor, null, null], output: declined },
    { cells: [null, riskIs("High"), null], output: declined },
    { cells: [null, null, no], output: declined },
  ];

  test.each([
    ["0005 any", approvals("any", rows)],
    ["0006 priority", approvals("priority", rows)],
    [
      "0007 priority over a row for everybody",
      approvals("priority", [rows[0]!, { cells: [null, null, null], output: declined }]),
    ],
  ])("%s", (_, table) => {
    for (const [applicant, wanted] of applicants)
      expect(decide(table, applicant)).toMatchObject({ output: { status: wanted } });
  });

  test("0117 any, two outputs", () => {
    const rate = { type: "string", values: ["Best", "Standard"] } as const;
    const best = { ...approved, rate: "Best" } as const;
    const standard = { ...declined, rate: "Standard" } as const;
    const table = defineDecisionTable(
      {
        id: "rates",
        version: 1,
        hitPolicy: "any",
        inputs: [age, risk, affordable],
        outputs: { status, rate },
        rows: [
          { cells: [adult, riskIs("Low"), yes], output: best },
          { cells: [adult, riskIs("Medium"), yes], output: { ...approved, rate: "Standard" } },
          { cells: [minor, riskIs("Medium", "Low"), yes], output: standard },
          { cells: [null, riskIs("High"), yes], output: standard },
          { cells: [null, null, no], output: standard },
          { cells: [{ op: "gte", value: 19 }, riskIs("Low"), yes], output: best },
        ],
      },
      schema,
    );
    expect(decide(table, { age: 19, affordable: true, risk: "Low" })).toMatchObject({ output: best, rows: [0, 5] });
    expect(decide(table, { age: 17, affordable: true, risk: "High" })).toMatchObject({ output: standard });
    expect(decide(table, { age: 19, affordable: true, risk: "Medium" })).toMatchObject({
      output: { status: "Approved", rate: "Standard" },
    });
  });

  // The kit's 0118 and 0119 are one table, of which the first gives the best and the second all.
  const twoOutputs = (hitPolicy: "priority" | "collect") =>
    defineDecisionTable(
      {
        id: "rates",
        version: 1,
        hitPolicy,
        gaps: "allowed",
        inputs: [age, risk, affordable],
        outputs: { status, rate: { type: "string" } },
        rows: [
          { cells: [adult, riskIs("Medium", "Low"), yes], output: { ...approved, rate: "Basic" } },
          { cells: [minor, null, null], output: { ...declined, rate: "Standard" } },
          { cells: [null, riskIs("High"), null], output: { ...approved, rate: "Standard" } },
        ],
      },
      schema,
    );
  const [young, grown, child] = [
    { age: 17, risk: "High", affordable: true },
    { age: 19, risk: "Low", affordable: true },
    { age: 10, risk: "Low", affordable: true },
  ] as const;

  test("0118 priority, two outputs", () => {
    const table = twoOutputs("priority");
    expect(decide(table, young)).toMatchObject({ output: { status: "Approved", rate: "Standard" }, rows: [2] });
    expect(decide(table, grown)).toMatchObject({ output: { status: "Approved", rate: "Basic" } });
    expect(decide(table, child)).toMatchObject({ output: { status: "Declined", rate: "Standard" } });
  });

  test("0119 collect, two outputs", () => {
    const table = twoOutputs("collect");
    expect(decide(table, young)).toMatchObject({
      outputs: [
        { status: "Declined", rate: "Standard" },
        { status: "Approved", rate: "Standard" },
      ],
    });
    expect(decide(table, grown)).toMatchObject({ outputs: [{ status: "Approved", rate: "Basic" }] });
    expect(decide(table, child)).toMatchObject({ outputs: [{ status: "Declined", rate: "Standard" }] });
  });

  test("0114 collect min", () => {
    const table = byYears("min", { 1: 98.83, 2: 150.21, 3: 205.43, 4: 64.32 });
    expect([5, 3, 4].map((given) => resultOf(table, { years: given }))).toEqual([64.32, 98.83, 98.83]);
  });

  test("0115 collect sum", () => {
    expect([6, 3, 2].map((given) => resultOf(byYears("sum", salaries), { years: given }))).toEqual([1100, 300, 100]);
  });

  test("0116 collect count", () => {
    expect([6, 2, 3].map((given) => resultOf(byYears("count", salaries), { years: given }))).toEqual([4, 1, 2]);
  });
});

const salaries = { 1: 100, 2: 200, 3: 300, 5: 500 };
/** A row per entry: more than so many years give so much. */
function byYears(
  aggregation: "sum" | "min" | "max" | "count",
  amounts: Readonly<Record<number, number>>,
): DecisionTable {
  const rows = Object.entries(amounts).map(([more, amount]) => ({
    cells: [{ op: "gt", value: Number(more) } as const],
    output: { amount },
  }));
  const outputs = { amount: { type: "number" } } as const;
  return defineDecisionTable(
    { id: "years", version: 1, hitPolicy: "collect", aggregation, inputs: [years], outputs, rows },
    schema,
  );
}
function resultOf(table: DecisionTable, attributes: Applicant): number | null | undefined | string {
  const decided = decide(table, attributes);
  return "aggregated" in decided ? decided.aggregated : "unknown";
}

describe("collect with an aggregation", () => {
  test("max takes the greatest", () => {
    expect([6, 3, 2].map((given) => resultOf(byYears("max", salaries), { years: given }))).toEqual([500, 200, 100]);
  });

  test("no row: nothing to add up or compare, and a count of 0", () => {
    const results = (["sum", "min", "max", "count"] as const).map((kind) =>
      resultOf(byYears(kind, salaries), { years: 1 }),
    );
    expect(results).toEqual([null, null, null, 0]);
  });

  test("sums are decimals", () => {
    expect(resultOf(byYears("sum", { 0: 0.1, 1: 0.2 }), { years: 5 })).toBe(0.3);
    expect(resultOf(byYears("sum", { 0: 1e-7, 1: 2e-7, 2: 1 }), { years: 5 })).toBe(1.0000003);
    expect(resultOf(byYears("sum", { 0: 0.1, 1: 0.7, 2: -0.8 }), { years: 5 })).toBe(0);
    expect(resultOf(byYears("sum", { 0: 1e21, 1: 1e21 }), { years: 5 })).toBe(2e21);
  });

  const open = (aggregation: "sum" | "min" | "max" | "count", known: number, unknown: number) =>
    defineDecisionTable(
      {
        id: "open",
        version: 1,
        hitPolicy: "collect",
        aggregation,
        inputs: [years, age],
        outputs: { amount: { type: "number" } },
        rows: [
          { cells: [{ op: "gt", value: 1 }, null], output: { amount: known } },
          { cells: [null, adult], output: { amount: unknown } },
        ],
      },
      schema,
    );

  test.each([
    ["sum", 5, 0, 5],
    ["sum", 5, 1, "unknown"],
    ["min", 5, 4, "unknown"],
    ["min", 5, 5, 5],
    ["min", 5, 6, 5],
    ["max", 5, 4, 5],
    ["max", 5, 5, 5],
    ["max", 5, 6, "unknown"],
    ["count", 5, 5, "unknown"],
  ] as const)("%s of a row with %d, a row with %d being unknown: %s", (aggregation, known, unknown, wanted) => {
    const table = open(aggregation, known, unknown);
    expect(resultOf(table, { years: 2 })).toBe(wanted);
    if (wanted === "unknown") {
      expect(decide(table, { years: 2 })).toEqual({
        status: "unknown",
        missing: ["age"],
        reasons: [{ code: "scorecards.rows-undecided", params: { rows: ["1"] } }],
      });
    } else expect(decide(table, { years: 2 })).toMatchObject({ rows: [0], undecided: [1], missing: ["age"] });
    // A row that may be the only one decides nothing before it is known, not even with 0.
    expect(resultOf(table, { years: 1 })).toBe("unknown");
  });

  test("wants collect, one output, and numbers to add up", () => {
    const faults = (change: object) => {
      const { kind: _, ...table } = byYears("sum", salaries);
      return validateDecisionTable({ ...table, kind: "decision-table", ...change }, schema).map(({ path, code }) => [
        path.join("."),
        code,
      ]);
    };
    expect(faults({ hitPolicy: "first" })).toEqual([["aggregation", "INVALID_DECISION_TABLE"]]);
    expect(faults({ aggregation: "avg" })).toEqual([["aggregation", "INVALID_DECISION_TABLE"]]);
    const texts = { outputs: { amount: { type: "string" } }, rows: [{ cells: [null], output: { amount: "x" } }] };
    expect(faults(texts)).toEqual([["outputs.amount.type", "INVALID_DECISION_TABLE"]]);
    expect(faults({ ...texts, aggregation: "count" })).toEqual([]);
    const two = { a: { type: "number" }, b: { type: "number" } };
    expect(faults({ outputs: two, rows: [{ cells: [null], output: { a: 1, b: 2 } }] })).toEqual([
      ["outputs", "INVALID_DECISION_TABLE"],
    ]);
  });
});

describe("any", () => {
  const rows = [
    { cells: [adult, null, null], output: approved },
    { cells: [null, null, yes], output: approved },
    { cells: [minor, null, no], output: declined },
  ];
  const table = approvals("any", rows);

  test("one row that matches decides, and those that may match give the same", () => {
    expect(decide(table, { age: 30 })).toMatchObject({
      output: approved,
      rows: [0],
      undecided: [1],
      missing: ["affordable"],
    });
    expect(decide(table, { age: 30, affordable: true })).toMatchObject({ outputs: [approved, approved], rows: [0, 1] });
    expect(decide(table, { age: 10 })).toMatchObject({ status: "unknown", missing: ["affordable"] });
  });

  test("rows that meet must give the same", () => {
    const { issues = [] } = faultOf(() =>
      approvals("any", [...rows, { cells: [{ op: "gt", value: 60 }, null, null], output: declined }]),
    );
    expect(issues.map(({ code, path, expected }) => [code, path.join("."), expected])).toEqual([
      ["DECISION_TABLE_OVERLAP", "rows.3.cells", "no case of row 0, or its output"],
      ["DECISION_TABLE_OVERLAP", "rows.3.cells", "no case of row 1, or its output"],
    ]);
  });

  test("a conflict that no definition could foresee is no silent pick", () => {
    const notes = defineSchema({ attributes: { note: { type: "string" } } });
    const to = (word: string, output: "Approved" | "Declined") => ({
      cells: [{ op: "contains", value: word } as const],
      output: { status: output },
    });
    const loose = defineDecisionTable(
      {
        id: "notes",
        version: 1,
        hitPolicy: "any",
        inputs: [{ type: "attribute", field: "note" }],
        outputs: { status },
        rows: [to("good", "Approved"), to("fine", "Approved"), to("bad", "Declined")],
      },
      notes,
    );
    const decided = (note: string) =>
      decideByTable({ attributes: { note } }, loose, { schema: notes, asOf: frame.asOf });
    expect(decided("good and fine")).toMatchObject({ status: "known", value: { rows: [0, 1], output: approved } });
    expect(decided("good and bad")).toMatchObject({
      status: "unknown",
      reasons: [{ code: "scorecards.rows-conflict", params: { rows: ["0", "2"] } }],
    });
  });

  test("a gap is a fault unless it is intended", () => {
    const { issues = [] } = faultOf(() => approvals("any", rows.slice(0, 2)));
    expect(issues.map(({ code }) => code)).toContain("DECISION_TABLE_GAP");
  });
});

describe("priority", () => {
  const rows = [
    { cells: [null, null, null], output: declined },
    { cells: [adult, null, null], output: approved },
    { cells: [null, null, yes], output: approved },
  ];
  const table = approvals("priority", rows);

  test("the best output wins wherever its row stands; of equals the first row", () => {
    expect(decide(table, { age: 30, affordable: true })).toMatchObject({ output: approved, rows: [1], undecided: [] });
    expect(decide(table, { age: 10, affordable: true })).toMatchObject({ output: approved, rows: [2] });
    expect(decide(table, { age: 10, affordable: false })).toMatchObject({ output: declined, rows: [0] });
  });

  test("an unknown row matters only if it would win and give something else", () => {
    expect(decide(table, { age: 30 })).toMatchObject({ output: approved, rows: [1], undecided: [] });
    expect(decide(table, { affordable: true })).toMatchObject({
      output: approved,
      rows: [2],
      undecided: [1],
      missing: ["age"],
    });
    expect(decide(table, { age: 10 })).toEqual({
      status: "unknown",
      missing: ["affordable"],
      reasons: [{ code: "scorecards.rows-undecided", params: { rows: ["0", "2"] } }],
    });
  });

  test("a row that better ones leave nothing to never decides", () => {
    const better = { cells: [null, null, null], output: approved };
    const { issues = [] } = faultOf(() => approvals("priority", [...rows, better]));
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["DECISION_TABLE_UNREACHABLE", "rows.0.cells"],
    ]);
    expect(analyzeDecisionTable({ ...table, rows: [...rows, better] }, schema).unreachable).toEqual([
      { row: 0, coveredBy: [1, 2, 3] },
    ]);
  });

  const offer = { type: "string", values: ["gift", "call"] } as const;
  const budget = { type: "string", values: ["high", "low"] } as const;
  const ranked = (outputs: OutputFields, priority?: readonly string[]) =>
    defineDecisionTable(
      {
        id: "ranked",
        version: 1,
        hitPolicy: "priority",
        inputs: [age],
        outputs,
        ...(priority === undefined ? {} : { priority }),
        rows: [
          { cells: [null], output: { offer: "call", budget: "high" } },
          { cells: [adult], output: { offer: "gift", budget: "low" } },
        ],
      },
      schema,
    );

  test("several outputs with values are weighed in the order that the definition gives", () => {
    expect(decide(ranked({ offer, budget }, ["offer", "budget"]), { age: 30 })).toMatchObject({ rows: [1] });
    expect(() => ranked({ offer, budget }, ["budget", "offer"])).toThrow(/rows\[1\]/);
    expect(decide(ranked({ offer, budget: { type: "string" } }), { age: 30 })).toMatchObject({ rows: [1] });
  });

  test("without an order there is no ranking", () => {
    const faults = (outputs: OutputFields, priority?: readonly string[]) =>
      faultOf(() => ranked(outputs, priority)).issues?.map(({ path, hint }) => [path.join("."), hint]);
    expect(faults({ offer, budget })).toEqual([["priority", undefined]]);
    expect(faults({ offer, budget }, ["offer", "offer"])).toEqual([["priority.1", undefined]]);
    expect(faults({ offer, budget }, ["offr"])).toEqual([["priority.0", 'Did you mean "offer"?']]);
    const text = { type: "string" } as const;
    expect(faults({ offer: text, budget: text })).toEqual([
      ["outputs", "Give an output of texts its values, the best first"],
    ]);
    const { issues = [] } = faultOf(() =>
      analyzeDecisionTable({ hitPolicy: "priority", inputs: [age], rows: [] } as never, schema),
    );
    expect(issues.length).toBeGreaterThan(0);
    const { kind: _, ...first } = ranked({ offer, budget }, ["offer"]);
    expect(
      faultOf(() => defineDecisionTable({ ...first, hitPolicy: "first" } as never, schema)).issues?.[0]?.path,
    ).toEqual(["priority"]);
  });
});
