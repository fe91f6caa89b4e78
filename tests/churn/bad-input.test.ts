import { assessChurnRisk, backtestChurn, churnSchema, defaultChurnRules, defineChurnRules } from "clientele/churn";
import { conditions } from "clientele/conditions";
import { customerFacts } from "clientele/history";
import { defineSchema } from "clientele/model";
import { describe, expect, test } from "vitest";
import { baseOf } from "../lifecycle/support/orders.js";
import { codeOf } from "../support/fault-of.js";

const asOf = "2026-03-15";
const horizon = { days: 90 };
const every = (from: string, gap: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * gap * 864e5).toISOString().slice(0, 10),
  );
const shop = { ann: every("2025-06-01", 12, 24), ben: every("2025-06-01", 12, 10), cai: every("2025-06-01", 15, 18) };
const assess = (histories: Record<string, string[]>, options: object = {}) =>
  assessChurnRisk(baseOf(histories, asOf), defaultChurnRules, { horizon, ...options });
const told = (histories: Record<string, string[]>, options: object = {}) => [...assess(histories, options)];

/** Every number that an assessment tells. */
const numbersOf = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersOf)
      : [];

describe("what is odd has a defined answer, with numbers that are numbers", () => {
  test.each<[string, Record<string, string[]>, string[]]>([
    ["nobody at all", {}, []],
    ["nobody who bought", { ann: [] }, ["unknown"]],
    ["one purchase", { ann: ["2026-03-01"] }, ["too-new"]],
    ["one customer of one day, twice", { ann: ["2026-03-01", "2026-03-01"] }, ["too-new"]],
    [
      "a gap of two years in the history",
      { ...shop, dan: [...every("2023-01-01", 12, 8), "2026-03-01"] },
      ["scored", "lapsed", "scored", "scored"],
    ],
    [
      "everybody stopped long ago",
      { ann: every("2020-01-01", 9, 9), ben: every("2020-01-01", 9, 9) },
      ["lapsed", "lapsed"],
    ],
    [
      "everybody alike",
      Object.fromEntries(["a", "b", "c"].map((id) => [id, every("2025-06-01", 12, 24)])),
      ["scored", "scored", "scored"],
    ],
  ])("%s", (_, histories, statuses) => {
    const rows = told(histories);
    expect(rows.map(({ status }) => status)).toEqual(statuses);
    expect(rows.flatMap(numbersOf).every(Number.isFinite)).toBe(true);
  });

  test("rows in any order, and rows of the future, change nothing", () => {
    const turned = Object.fromEntries(Object.entries(shop).map(([id, days]) => [id, [...days].reverse()]));
    expect(told(turned)).toEqual(told(shop));
    const later = Object.fromEntries(Object.entries(shop).map(([id, days]) => [id, [...days, "2026-06-01"]]));
    expect(told(later)).toEqual(told(shop));
    const contact = { id: "1", customerId: "ann", at: "2026-06-01", kind: "call" } as const;
    const interactions = [{ ...contact, id: "0", at: "2026-03-01" }];
    expect(told(shop, { interactions: [...interactions, contact] })).toEqual(told(shop, { interactions }));
  });

  test("where every fact is unknown, there is no score, and the fact is named", () => {
    const own = defineSchema({ attributes: { "shop.mood": { type: "number" } } });
    const when = conditions(churnSchema(own)).attr("shop.mood").lte(3);
    const scorecard = {
      id: "mood",
      version: 1,
      rules: [{ id: "mood", when, points: 5, reason: "churn.complaint" }],
      bands: [
        { id: "low", min: 0 },
        { id: "high", min: 5 },
      ],
    };
    const rules = defineChurnRules({ id: "mood", version: 1, scorecard }, churnSchema(own));
    const base = baseOf(shop, asOf);
    const risks = assessChurnRisk(base, rules, { horizon, facts: customerFacts(own, { base }) });
    expect([...risks].map(({ status, missing }) => [status, missing])).toEqual([
      ["unknown", ["shop.mood"]],
      ["lapsed", []],
      ["unknown", ["shop.mood"]],
    ]);
    expect([...risks.columns.score.known]).toEqual([0, 0, 0]);
  });
});

test.each([
  ["a day after the base's", { asOf: ["2026-04-01"], horizon }, "HORIZON_BEYOND_DATA"],
  ["a horizon past the data by a day", { asOf: ["2025-12-16"], horizon }, "HORIZON_BEYOND_DATA"],
  ["no day", { asOf: [], horizon }, "INVALID_OPTIONS"],
  ["no horizon", { asOf: ["2025-10-01"] }, "INVALID_DURATION"],
])("a backtest refuses %s", (_, options, code) => {
  expect(codeOf(() => backtestChurn(baseOf(shop, asOf), defaultChurnRules, options as never))).toBe(code);
});

test("a backtest of nobody, of those who all left, and of those who all stayed has measures that are numbers", () => {
  const measured = (histories: Record<string, string[]>) => {
    const { auc, customers, rate, topDecileLift } = backtestChurn(baseOf(histories, asOf), defaultChurnRules, {
      asOf: ["2025-12-01"],
      horizon,
    });
    return [customers, rate, auc, topDecileLift];
  };
  expect(measured({})).toEqual([0, 0, 0.5, 0]);
  const left = Object.fromEntries(["a", "b"].map((id) => [id, every("2025-08-01", 10, 12)]));
  expect(measured(left)).toEqual([2, 1, 0.5, 1]);
  const stayed = Object.fromEntries(["a", "b"].map((id) => [id, every("2025-08-01", 10, 22)]));
  expect(measured(stayed)).toEqual([2, 0, 0.5, 0]);
});
