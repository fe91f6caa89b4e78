import type { Condition } from "clientele/conditions";
import { defineSchema, factTable } from "clientele/model";
import {
  applyScorecard,
  defineScorecard,
  type Scorecard,
  type ScorecardOverride,
  scoreSubject,
} from "clientele/scorecards";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const schema = defineSchema({
  attributes: { sanctioned: { type: "boolean" }, vip: { type: "boolean" }, amount: { type: "number" } },
});
const is = (field: "sanctioned" | "vip"): Condition => ({
  type: "compare",
  subject: { type: "attribute", field },
  op: "eq",
  value: true,
});
const sanctioned: ScorecardOverride = {
  id: "sanctions",
  when: is("sanctioned"),
  band: "hold",
  reason: "shop.sanctions",
};
const vip: ScorecardOverride = { id: "vip", when: is("vip"), band: "pass", reason: "shop.vip" };
const cardWith = (...overrides: readonly ScorecardOverride[]): Scorecard =>
  defineScorecard(
    {
      id: "fraud",
      version: 1,
      rules: [
        {
          id: "large",
          when: { type: "compare", subject: { type: "attribute", field: "amount" }, op: "gte", value: 100 },
          points: 10,
          reason: "shop.large",
        },
      ],
      bands: [
        { id: "pass", min: 0 },
        { id: "review", min: 5, action: "look" },
        { id: "hold", min: 10, action: "stop" },
      ],
      overrides,
    },
    schema,
  );
const attributes = { amount: 5 };
const decide = (card: Scorecard, given: object) => {
  const facts = { attributes: given };
  const alone = scoreSubject(facts, card, { schema, asOf: "2026-04-01" });
  const table = applyScorecard(factTable(schema, [{ customerId: "ann", ...facts }], { asOf: "2026-04-01" }), card);
  expect(table.at(0).result).toEqual(alone);
  expect(table.columns.band.known[0]).toBe(alone.status === "known" ? 1 : 0);
  if (alone.status === "known") expect(table.columns.band.values[0]).toBe(alone.value.band);
  return alone.status === "known" ? [alone.value.band, alone.value.missing] : ["unknown", alone.missing];
};

describe("an override whose fact is missing", () => {
  test("does not pass in silence: the result is unknown, with the missing fact", () => {
    expect(decide(cardWith(sanctioned), attributes)).toEqual(["unknown", ["sanctioned"]]);
    expect(decide(cardWith(sanctioned), { ...attributes, sanctioned: false })).toEqual(["pass", []]);
    expect(decide(cardWith(sanctioned), { ...attributes, sanctioned: true })).toEqual(["hold", []]);
  });

  test("gives the band that the author names for that, with the missing fact", () => {
    const careful = cardWith({ ...sanctioned, unknown: "review" });
    expect(decide(careful, attributes)).toEqual(["review", ["sanctioned"]]);
    expect(scoreSubject({ attributes }, careful, { schema, asOf: "2026-04-01" })).toMatchObject({
      value: {
        score: 0,
        action: "look",
        override: { id: "sanctions", bandByScore: "pass", unknown: true },
        reasons: [{ code: "scorecards.override-unknown", params: { override: "sanctions" } }],
      },
    });
    expect(decide(careful, { ...attributes, sanctioned: false })).toEqual(["pass", []]);
  });

  test("does not matter where the score gives its band anyway", () => {
    expect(decide(cardWith(sanctioned), { amount: 100 })).toEqual(["hold", ["sanctioned"]]);
    expect(decide(cardWith({ ...sanctioned, unknown: "review" }), { amount: 100 })).toEqual(["hold", ["sanctioned"]]);
  });

  test("may be counted as not holding, with assume", () => {
    const when: Condition = { type: "assume", unknown: false, of: is("sanctioned") };
    expect(decide(cardWith({ ...sanctioned, when }), attributes)).toEqual(["pass", []]);
  });

  test("decides before those after it, and not before one that holds", () => {
    const both = cardWith(sanctioned, vip);
    expect(decide(both, { ...attributes, vip: true })).toEqual(["unknown", ["sanctioned"]]);
    expect(decide(both, { ...attributes, sanctioned: true })).toEqual(["hold", []]);
    expect(decide(both, { amount: 100, sanctioned: false })).toEqual(["unknown", ["vip"]]);
    expect(decide(both, { ...attributes, sanctioned: false })).toEqual(["pass", ["vip"]]);
    expect(decide(cardWith({ ...sanctioned, unknown: "review" }, vip), { ...attributes, vip: true })).toEqual([
      "review",
      ["sanctioned"],
    ]);
    // Two that are unknown: what the second gives, known or named, counts for the first.
    const careful = cardWith({ ...vip, band: "review" }, { ...sanctioned, unknown: "review" });
    expect(decide(careful, attributes)).toEqual(["review", ["vip", "sanctioned"]]);
  });

  test("can name only a band that there is", () => {
    const { issues = [] } = faultOf(() => cardWith({ ...sanctioned, unknown: "reviw" }));
    expect(issues).toMatchObject([
      { code: "INVALID_SCORECARD", path: ["overrides", 0, "unknown"], hint: 'Did you mean "review"?' },
    ]);
  });
});
