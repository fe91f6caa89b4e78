import { readdirSync, readFileSync } from "node:fs";
import { defineSchema } from "clientele/model";
import {
  type DecisionTable,
  decideByTable,
  type Scorecard,
  scoreSubject,
  validateDecisionTable,
  validateScorecard,
} from "clientele/scorecards";
import { expect, test } from "vitest";

// Definitions as each released version wrote them, kept for ever: whoever stored one must be able to go on.
const folder = new URL("./fixtures/", import.meta.url);
const files = (kind: string): readonly string[] => readdirSync(folder).filter((file) => file.startsWith(`${kind}-0`));
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

const schema = defineSchema({
  attributes: {
    daysSinceLast: { type: "number" },
    plan: { type: "string", values: ["monthly", "yearly"] },
    contractActive: { type: "boolean" },
  },
  collections: { order: { timed: true, fields: {} } },
});
const facts = {
  attributes: { daysSinceLast: 70, plan: "yearly", contractActive: false },
  collections: { order: [{ at: "2025-12-01T10:00:00Z" }, { at: "2026-01-21T10:00:00Z" }] },
} as const;
const frame = { schema, asOf: "2026-04-01" };

test.each(files("scorecard"))("%s is sound and scores as it did", (file) => {
  const card = read(file);
  expect(validateScorecard(card, schema)).toEqual([]);
  expect(scoreSubject(facts, card as Scorecard<string>, frame)).toMatchObject({
    status: "known",
    value: {
      score: 3,
      maxScore: 7,
      band: "low",
      confidence: 1,
      contributions: [
        { ruleId: "quiet", points: 3 },
        { ruleId: "plan", points: 0, bin: 1 },
      ],
      reasons: [{ code: "churn.quiet", params: { daysSinceLast: 70, points: 3 } }],
    },
  });
});

test.each(files("decision-table"))("%s is sound and decides as it did", (file) => {
  const table = read(file);
  expect(validateDecisionTable(table, schema)).toEqual([]);
  expect(decideByTable(facts, table as DecisionTable, frame)).toMatchObject({
    status: "known",
    value: { output: { action: "phone-follow-up", budget: 20, personal: true }, rows: [0] },
  });
});

test("there are stored definitions of every kind", () => {
  expect([files("scorecard").length, files("decision-table").length]).toEqual([1, 1]);
});
