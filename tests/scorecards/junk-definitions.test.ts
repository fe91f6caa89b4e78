import { defineSchema, type Facts, factTable } from "clientele/model";
import {
  analyzeDecisionTable,
  applyDecisionTable,
  applyScorecard,
  compileDecisionTable,
  compileScorecard,
  type DecisionTable,
  decideByTable,
  defineDecisionTable,
  defineScorecard,
  type Scorecard,
  scoreSubject,
  validateDecisionTable,
  validateScorecard,
} from "clientele/scorecards";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const schema = defineSchema({ attributes: { visits: { type: "number" } } });
const facts: Facts<typeof schema> = { attributes: { visits: 3 } };
const frame = { asOf: "2026-04-01" };
const table = factTable(schema, [{ customerId: "ann", ...facts }], frame);
const visits = { type: "attribute", field: "visits" } as const;

const card = defineScorecard(
  {
    id: "care",
    version: 1,
    rules: [
      { id: "often", when: { type: "compare", subject: visits, op: "gte", value: 2 }, points: 5, reason: "often" },
    ],
    bands: [{ id: "calm", min: 0 }],
  },
  schema,
);
const prices = defineDecisionTable(
  {
    id: "prices",
    version: 1,
    hitPolicy: "first",
    inputs: [visits],
    outputs: { price: { type: "string" } },
    rows: [
      { cells: [{ op: "lt", value: 10 }], output: { price: "list" } },
      { cells: [null], output: { price: "low" } },
    ],
  },
  schema,
);

const junk = [null, undefined, 5, "care", [], {}, { kind: "scorecard", rules: 5 }];

describe("scorecards that came as anything", () => {
  const doors: Readonly<Record<string, (given: Scorecard, options?: object) => unknown>> = {
    compileScorecard: (given, options) => compileScorecard(given, schema, { ...frame, ...options }),
    scoreSubject: (given, options) => scoreSubject(facts, given, { schema, ...frame, ...options }),
    applyScorecard: (given, options) => applyScorecard(table, given, options),
  };

  test.each(Object.entries(doors))("%s refuses them with all faults", (_, door) => {
    for (const given of [...junk, { ...card, rules: [null] }, { ...card, bands: [{ id: "high", min: 3 }] }]) {
      const { code, issues } = faultOf(() => door(given as never));
      expect([code, issues]).toEqual(["INVALID_DEFINITION", validateScorecard(given, schema)]);
    }
  });

  test.each(Object.entries(doors))("%s refuses options that are none", (_, door) => {
    expect(faultOf(() => door(card, { parameter: {} }))).toMatchObject({
      code: "INVALID_OPTIONS",
      path: ["parameter"],
      hint: 'Did you mean "parameters"?',
    });
  });
});

describe("decision tables that came as anything", () => {
  const doors: Readonly<Record<string, (given: DecisionTable<{ price: string }>, options?: object) => unknown>> = {
    compileDecisionTable: (given, options) => compileDecisionTable(given, schema, { ...frame, ...options }),
    decideByTable: (given, options) => decideByTable(facts, given, { schema, ...frame, ...options }),
    applyDecisionTable: (given, options) => applyDecisionTable(table, given, options),
  };

  test.each(Object.entries(doors))("%s refuses them with all faults", (_, door) => {
    for (const given of [...junk, { ...prices, rows: [null] }, { ...prices, outputs: {}, hitPolicy: "last" }]) {
      const { code, issues } = faultOf(() => door(given as never));
      expect([code, issues]).toEqual(["INVALID_DEFINITION", validateDecisionTable(given, schema)]);
    }
  });

  test.each(Object.entries(doors))("%s refuses options that are none", (_, door) => {
    expect(faultOf(() => door(prices, { parameter: {} })).code).toBe("INVALID_OPTIONS");
  });

  test("whether the rows leave a case out is asked when a table is defined, not at every run", () => {
    const gap = { ...prices, rows: prices.rows.slice(0, 1) };
    expect(validateDecisionTable(gap, schema).map(({ code }) => code)).toEqual(["DECISION_TABLE_GAP"]);
    expect(decideByTable(facts, gap, { schema, ...frame }).status).toBe("known");
  });

  test.each([
    ...junk,
    { ...prices, hitPolicy: "last" },
    { ...prices, inputs: [{}] },
    { ...prices, rows: [null] },
    { ...prices, rows: [{ cells: [] }] },
    { ...prices, rows: [{ cells: [{ op: "lt", value: "ten" }] }] },
  ])("analyzeDecisionTable refuses them: %#", (given) => {
    const { code, issues = [] } = faultOf(() => analyzeDecisionTable(given as never, schema));
    expect(code).toBe("INVALID_DEFINITION");
    expect(issues.length).toBeGreaterThan(0);
  });
});

test.each([undefined, null, 5, []])("define and validate word %j alike", (given) => {
  expect(faultOf(() => defineScorecard(given as never, schema)).issues).toEqual(validateScorecard(given, schema));
  expect(faultOf(() => defineDecisionTable(given as never, schema)).issues).toEqual(
    validateDecisionTable(given, schema),
  );
});

test.each([undefined, null, 5, "x"])("run options %j are refused", (given) => {
  expect(faultOf(() => scoreSubject(facts, card, given as never)).code).toBe("INVALID_OPTIONS");
  expect(faultOf(() => decideByTable(facts, prices, given as never)).code).toBe("INVALID_OPTIONS");
});
