import { defineSchema } from "clientele/model";
import { type DecisionTable, defineDecisionTable, validateDecisionTable } from "clientele/scorecards";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const schema = defineSchema({
  attributes: {
    valueClass: { type: "string", values: ["high", "potential", "ordinary"] },
    churnScore: { type: "number" },
  },
});
const inputs = [
  { type: "attribute", field: "valueClass" },
  { type: "attribute", field: "churnScore" },
] as const;
const outputs = { treatment: { type: "string", values: ["personal-call", "newsletter"] } } as const;
const call = {
  cells: [
    { op: "eq", value: "high" },
    { op: "gte", value: 60 },
  ],
  output: { treatment: "personal-call" },
} as const;
const rest = { cells: [null, null], output: { treatment: "newsletter" } } as const;
const sound = { id: "treatments", version: 1, hitPolicy: "first", inputs, outputs, rows: [call, rest] } as const;

const faultsOf = (change: object): readonly string[] => {
  const { issues = [] } = faultOf(() => defineDecisionTable({ ...sound, ...change } as typeof sound, schema));
  return issues.map(({ path, code, received }) => `${path.join(".")}: ${code} ${received}`);
};

test("fills in what may be left out, types its outputs, and is JSON", () => {
  const table = defineDecisionTable(sound, schema);
  const treatment: "personal-call" | "newsletter" | undefined = table.rows[0]?.output.treatment;
  expect(treatment).toBe("personal-call");
  expect(table).toMatchObject({ kind: "decision-table", schemaVersion: 1, language: 1 });
  expect(validateDecisionTable(JSON.parse(JSON.stringify(table)), schema)).toEqual([]);
  const rules: DecisionTable<{ readonly treatment: string }, "treatments"> = defineDecisionTable(
    {
      ...sound,
      kind: "treatments",
    },
    schema,
  );
  expect(rules.kind).toBe("treatments");
});

test("cells are tests of their inputs, one per input", () => {
  const row = (...cells: readonly unknown[]) => ({ rows: [{ ...call, cells }, rest] });
  expect(faultsOf(row({ op: "eq", value: "hig" }, null))).toEqual(['rows.0.cells.0.value: CONDITION_OPERAND "hig"']);
  expect(faultsOf(row({ op: "contains", value: "x" }, { op: "gte", value: "60" }))).toEqual([
    'rows.0.cells.0.op: CONDITION_OPERATOR "contains"',
    'rows.0.cells.1.value: CONDITION_OPERAND "60"',
  ]);
  expect(faultsOf(row(null))).toEqual(["rows.0.cells: INVALID_DECISION_TABLE 1"]);
  expect(faultsOf(row({ op: "eq", value: "high", orMissing: true }, null))).toEqual([
    'rows.0.cells.0.orMissing: INVALID_DECISION_TABLE "orMissing"',
  ]);
});

test("rows give every declared output, of its type", () => {
  const row = (output: object) => ({ rows: [{ ...call, output }, rest] });
  expect(faultsOf(row({ treatment: "gift" }))).toEqual(['rows.0.output.treatment: DECISION_TABLE_OUTPUT "gift"']);
  expect(faultsOf(row({}))).toEqual(["rows.0.output.treatment: DECISION_TABLE_OUTPUT nothing"]);
  const expectedOf = (outputs: object, output: object): string | undefined =>
    faultOf(() => defineDecisionTable({ ...sound, outputs, rows: [{ ...call, output }] } as never, schema)).issues?.[0]
      ?.expected;
  expect(expectedOf({ to: { type: "string", values: ["a", "b"] } }, { to: "c" })).toBe("one of a, b");
  expect(expectedOf({ to: { type: "string" } }, { to: 1 })).toBe("a string");
  expect(expectedOf({ to: { type: "number" } }, { to: "1" })).toBe("a number");
  expect(faultsOf(row({ treatment: "newsletter", cost: 3 }))).toEqual([
    'rows.0.output.cost: INVALID_DECISION_TABLE "cost"',
  ]);
  expect(faultsOf({ outputs: { treatment: { type: "instant" } } })).toEqual([
    'outputs.treatment.type: INVALID_DECISION_TABLE "instant"',
  ]);
  expect(faultsOf({ outputs: { treatment: { type: "text" } } })).toEqual([
    'outputs.treatment.type: INVALID_FACT_SCHEMA "text"',
  ]);
});

test("a case that no row decides is named, unless gaps are meant", () => {
  expect(faultsOf({ rows: [call] })).toEqual([
    'rows: DECISION_TABLE_GAP ["high",59]',
    'rows: DECISION_TABLE_GAP ["potential",59]',
  ]);
  expect(defineDecisionTable({ ...sound, rows: [call], gaps: "allowed" }, schema).gaps).toBe("allowed");
  expect(defineDecisionTable({ ...sound, rows: [call], hitPolicy: "collect" }, schema).rows.length).toBe(1);
});

test("a case that two rows decide is named, where only one may", () => {
  expect(faultsOf({ hitPolicy: "unique" })).toEqual(['rows.1.cells: DECISION_TABLE_OVERLAP ["high",60]']);
});

test("a row that never decides is named, with the rows that take its cases", () => {
  expect(faultsOf({ rows: [rest, call] })).toEqual(["rows.1.cells: DECISION_TABLE_UNREACHABLE covered by rows 0"]);
  expect(
    validateDecisionTable({ ...defineDecisionTable(sound, schema), hitPolicy: "collect", rows: [rest, call] }, schema),
  ).toEqual([]);
});

test("row names stand once", () => {
  expect(
    faultsOf({
      rows: [
        { ...call, id: "a" },
        { ...rest, id: "a" },
      ],
    }),
  ).toEqual(['rows.1.id: INVALID_DECISION_TABLE "a"']);
});

test("what is misspelt is asked back", () => {
  const [issue] = validateDecisionTable({ ...defineDecisionTable(sound, schema), hitPolicy: "frist" }, schema);
  expect(issue).toMatchObject({ path: ["hitPolicy"], hint: 'Did you mean "first"?' });
  expect(validateDecisionTable([], schema).at(-1)).toMatchObject({ path: [], code: "INVALID_DECISION_TABLE" });
});
