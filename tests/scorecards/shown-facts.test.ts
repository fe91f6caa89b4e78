import { describeReasons } from "clientele/core";
import { defineSchema, factTable } from "clientele/model";
import { applyScorecard, defineScorecard, type ScorecardInput, scoreSubject } from "clientele/scorecards";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const schema = defineSchema({
  attributes: {
    "churn.daysSinceLast": { type: "number" },
    "churn.usualGap": { type: "number" },
    lastSpend: { type: "money", currency: "EUR" },
    lastDay: { type: "day" },
    tags: { type: "strings" },
    contract: { type: "boolean" },
    born: { type: "birthday" },
  },
});
const days = { type: "attribute", field: "churn.daysSinceLast" } as const;
const written = {
  id: "churn",
  version: 1,
  rules: [
    {
      id: "overdue",
      when: { type: "compare", subject: days, op: "gte", value: 60 },
      points: 4,
      reason: "shop.overdue",
      show: ["churn.usualGap", "lastSpend", "lastDay", "tags"],
    },
  ],
  attributes: [
    {
      attribute: "contract",
      subject: { type: "attribute", field: "contract" },
      unknown: 0,
      reason: "shop.contract",
      show: ["lastDay"],
      bins: [
        { points: -1, test: { op: "eq", value: true } },
        { points: 0, test: { op: "eq", value: false } },
      ],
    },
  ],
  bands: [
    { id: "low", min: -1 },
    { id: "high", min: 4 },
  ],
  overrides: [
    {
      id: "gone",
      when: { type: "compare", subject: days, op: "gte", value: 365 },
      band: "high",
      reason: "shop.gone",
      show: ["lastDay"],
    },
  ],
} satisfies ScorecardInput<"scorecard">;
const card = defineScorecard(written, schema);
const known = {
  "churn.daysSinceLast": 61,
  "churn.usualGap": 23,
  lastSpend: "12.5",
  lastDay: "2026-01-30",
  tags: ["tea", "vip"],
  contract: true,
} as const;
const reasonsOf = (attributes: object) => {
  const facts = { attributes };
  const { reasons } = scoreSubject(facts, card, { schema, asOf: "2026-04-01" });
  const table = applyScorecard(factTable(schema, [{ customerId: "ann", ...facts }], { asOf: "2026-04-01" }), card);
  expect(table.at(0).result.reasons).toEqual(reasons);
  return reasons;
};

test("reasons carry the facts that the definition names, as they are shown", () => {
  expect(reasonsOf(known)).toEqual([
    {
      code: "shop.overdue",
      params: {
        "churn.daysSinceLast": 61,
        "churn.usualGap": 23,
        lastSpend: { amount: "12.50", currency: "EUR" },
        lastDay: "2026-01-30",
        tags: ["tea", "vip"],
        points: 4,
      },
    },
    { code: "shop.contract", params: { contract: true, lastDay: "2026-01-30", points: -1 } },
  ]);
  const words = {
    "shop.overdue":
      "Usually every {churn.usualGap} days, now {churn.daysSinceLast} ({churn.usualGap.1}); last {lastSpend}",
    "shop.contract": "{lastDay}",
  };
  expect(describeReasons(reasonsOf(known), words)).toEqual([
    "Usually every 23 days, now 61 (23.0); last 12.50 EUR",
    "2026-01-30",
  ]);
});

test("a named fact that is not known is shown as ?, and moves neither score nor confidence", () => {
  const { "churn.usualGap": _, ...without } = known;
  expect(reasonsOf(without)[0]?.params).toMatchObject({ "churn.usualGap": "?", "churn.daysSinceLast": 61 });
  expect(scoreSubject({ attributes: without }, card, { schema, asOf: "2026-04-01" })).toMatchObject({
    value: { confidence: 1, missing: [] },
  });
});

test("an override shows its facts too", () => {
  expect(reasonsOf({ ...known, "churn.daysSinceLast": 400 })[0]).toEqual({
    code: "shop.gone",
    params: { "churn.daysSinceLast": 400, lastDay: "2026-01-30" },
  });
});

test("only attributes that words can show may be named", () => {
  const show = ["usualGap", "born"] as const;
  const { issues = [] } = faultOf(() =>
    defineScorecard({ ...written, rules: [{ ...(written.rules[0] as (typeof written.rules)[0]), show }] }, schema),
  );
  expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
    ["INVALID_SCORECARD", "rules.0.show.0"],
    ["INVALID_SCORECARD", "rules.0.show.1"],
  ]);
});
