import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Condition, Test } from "clientele/conditions";
import { defineSchema, factTable } from "clientele/model";
import { applyScorecard, defineScorecard, type ScorecardRule } from "clientele/scorecards";
import { expect, test } from "vitest";
import { readCsv } from "../support/csv.js";
import { describeWithReference } from "../support/reference-data.js";

// The nine-rule point score of telco-churn/expected.json, computed there by an independent Python script.
interface ScoreRow {
  readonly score: number;
  readonly n: number;
  readonly churned: number;
}
interface Sample {
  readonly n: number;
  readonly auc: number;
  /** Stated for some samples. */
  readonly byScore?: readonly ScoreRow[] | undefined;
}
interface Expected {
  readonly churnRule: {
    readonly ruleSet: readonly { readonly when: string; readonly points: number }[];
    readonly all: Sample;
    readonly train: Sample;
    readonly test: Sample;
    readonly ruleStatsAll: readonly { readonly rule: string; readonly fires: number }[];
  };
}

const schema = defineSchema({
  attributes: {
    Contract: { type: "string", values: ["Month-to-month", "One year", "Two year"] },
    tenure: { type: "number" },
    InternetService: { type: "string" },
    OnlineSecurity: { type: "string" },
    TechSupport: { type: "string" },
    PaymentMethod: { type: "string" },
    SeniorCitizen: { type: "number" },
  },
});
type Name = keyof typeof schema.attributes;
const rule = (id: Name, test: Test, points: number, group?: string): ScorecardRule => ({
  id: group === undefined ? id : `${id} ${points}`,
  when: { type: "compare", subject: { type: "attribute", field: id }, ...test } satisfies Condition,
  points,
  reason: `telco.${id.toLowerCase()}`,
  ...(group === undefined ? {} : { group }),
});
const flat = [
  rule("Contract", { op: "eq", value: "Month-to-month" }, 3),
  rule("InternetService", { op: "eq", value: "Fiber optic" }, 2),
  rule("OnlineSecurity", { op: "eq", value: "No" }, 1),
  rule("TechSupport", { op: "eq", value: "No" }, 1),
  rule("PaymentMethod", { op: "eq", value: "Electronic check" }, 2),
  rule("SeniorCitizen", { op: "eq", value: 1 }, 1),
];
const shared = {
  id: "telco",
  version: 1,
  bands: [
    { id: "low", min: 0 },
    { id: "medium", min: 5 },
    { id: "high", min: 7 },
    { id: "severe", min: 9 },
  ],
} as const;
/** Tenure as three rules of one group … */
const grouped = defineScorecard(
  {
    ...shared,
    rules: [
      ...flat,
      rule("tenure", { op: "lte", value: 6 }, 3, "tenure"),
      rule("tenure", { op: "between", from: 6, to: 12, bounds: "(]" }, 2, "tenure"),
      rule("tenure", { op: "between", from: 12, to: 24, bounds: "(]" }, 1, "tenure"),
    ],
  },
  schema,
);
/** … and as an attribute with bins: the same score. */
const binned = defineScorecard(
  {
    ...shared,
    rules: flat,
    attributes: [
      {
        attribute: "tenure",
        subject: { type: "attribute", field: "tenure" },
        unknown: 0,
        reason: "telco.tenure",
        bins: [
          { points: 3, test: { op: "lte", value: 6 } },
          { points: 2, test: { op: "between", from: 6, to: 12, bounds: "(]" } },
          { points: 1, test: { op: "between", from: 12, to: 24, bounds: "(]" } },
          { points: 0, test: { op: "gt", value: 24 } },
        ],
      },
    ],
  },
  schema,
);

describeWithReference("the nine-rule churn score of 7,043 telco customers", "telco-churn", (folder) => {
  const expected = (JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected).churnRule;
  const rows = readCsv(join(folder, "telco.csv"));
  const facts = factTable(
    schema,
    rows.map(({ customerID = "", ...row }) => ({
      customerId: customerID,
      attributes: {
        ...(row as Partial<Record<Name, never>>),
        tenure: Number(row.tenure),
        SeniorCitizen: Number(row.SeniorCitizen),
      },
    })),
    { asOf: "2018-01-01" },
  );
  const table = applyScorecard(facts, grouped);
  const churned = rows.map((row) => row.Churn === "Yes");
  const samples: readonly (readonly [string, Sample, (index: number) => boolean])[] = [
    ["all", expected.all, () => true],
    ["train", expected.train, (index) => index % 5 !== 0],
    ["test", expected.test, (index) => index % 5 === 0],
  ];

  test("score tables are stated for all customers at least", () => {
    expect(expected.all.byScore?.length).toBe(14);
  });

  test("the stated rules are the ones defined here", () => {
    expect(expected.ruleSet.map(({ points }) => points).sort()).toEqual(
      grouped.rules.map(({ points }) => points).sort(),
    );
    expect(grouped.rules.length).toBe(9);
  });

  test.each(samples)("score table and area under the curve, %s customers", (_, sample, isIn) => {
    const byScore = new Map<number, { n: number; churned: number }>();
    for (const [index, left] of churned.entries()) {
      if (!isIn(index)) continue;
      const score = table.columns.score.values[index] as number;
      const row = byScore.get(score) ?? { n: 0, churned: 0 };
      byScore.set(score, { n: row.n + 1, churned: row.churned + (left ? 1 : 0) });
    }
    const found = [...byScore].sort(([a], [b]) => a - b).map(([score, counts]) => ({ score, ...counts }));
    const stated = sample.byScore?.map(({ score, n, churned }) => ({ score, n, churned }));
    if (stated !== undefined) expect(found).toEqual(stated);
    expect(found.reduce((sum, { n }) => sum + n, 0)).toBe(sample.n);
    expect(mannWhitney(found)).toBeCloseTo(sample.auc, 11);
  });

  test("every rule fires as often as stated", () => {
    const fires = new Map<string, number>();
    for (const { result } of table) {
      if (result.status !== "known") continue;
      for (const { ruleId } of result.value.contributions) fires.set(ruleId, (fires.get(ruleId) ?? 0) + 1);
    }
    const stated = expected.ruleStatsAll.map(({ fires }) => fires).sort((a, b) => a - b);
    expect([...fires.values()].sort((a, b) => a - b)).toEqual(stated);
  });

  test("rules of a group and bins of an attribute give the same scores and bands", () => {
    const other = applyScorecard(facts, binned);
    expect(other.columns.score.values).toEqual(table.columns.score.values);
    expect(other.columns.band.values).toEqual(table.columns.band.values);
    expect([...table.columns.confidence.values].every((confidence) => confidence === 1)).toBe(true);
  });

  test("one customer is explained", () => {
    const { result } = table.at(0); // 7590-VHVEG: one month, month-to-month, DSL, no security, no support, electronic check
    expect(result.status === "known" && result.value).toMatchObject({
      score: 10,
      minScore: 0,
      maxScore: 13,
      possible: [10, 10],
      band: "severe",
      confidence: 1,
      missing: [],
      contributions: [
        { ruleId: "Contract", points: 3 },
        { ruleId: "OnlineSecurity", points: 1 },
        { ruleId: "TechSupport", points: 1 },
        { ruleId: "PaymentMethod", points: 2 },
        { ruleId: "tenure 3", points: 3 },
      ],
    });
    expect(result.reasons.map(({ code, params }) => [code, params.points, params.tenure])).toEqual([
      ["telco.contract", 3, undefined],
      ["telco.tenure", 3, 1],
      ["telco.paymentmethod", 2, undefined],
      ["telco.onlinesecurity", 1, undefined],
      ["telco.techsupport", 1, undefined],
    ]);
  });
});

/** Probability that someone who left scores higher than someone who stayed, ties counting one half. */
function mannWhitney(table: readonly ScoreRow[]): number {
  let stayedBelow = 0;
  let wins = 0;
  for (const { n, churned } of table) {
    wins += churned * (stayedBelow + (n - churned) / 2);
    stayedBelow += n - churned;
  }
  const left = table.reduce((sum, { churned }) => sum + churned, 0);
  return wins / (left * stayedBelow);
}
