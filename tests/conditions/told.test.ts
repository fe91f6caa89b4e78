import {
  compileCondition,
  conditions,
  describeVerdict,
  explainCondition,
  last,
  lintCondition,
  upcoming,
  validateCondition,
} from "clientele/conditions";
import { en, zhCN } from "clientele/labels";
import { defineSchema } from "clientele/model";
import { describe, expect, test } from "vitest";
import { shop } from "./support/shop.js";

const { all, any, attr, each, not } = conditions(shop);

describe("each wrong duration gets its own message", () => {
  const window = (last: unknown): readonly unknown[] =>
    validateCondition({ type: "some", over: { collection: "order" }, window: { type: "rolling", last } }, shop).map(
      ({ code, path, expected, hint }) => [code, path.slice(2).join("."), expected, ...(hint ? [hint] : [])],
    );
  const units = "hours, days, weeks, months, quarters, years";
  test.each([
    [90, ["CONDITION_SHAPE", "", "a duration such as { days: 90 }"]],
    [{}, ["CONDITION_SHAPE", "", `exactly one of ${units}`]],
    [{ days: 1, weeks: 1 }, ["CONDITION_SHAPE", "", `exactly one of ${units}`]],
    [{ day: 1 }, ["CONDITION_SHAPE", "day", `one of ${units}`, 'Did you mean "days"?']],
    [{ days: 1.5 }, ["CONDITION_RANGE", "days", "a whole number from 1"]],
    [{ days: 0 }, ["CONDITION_RANGE", "days", "a whole number from 1"]],
    [{ days: -1 }, ["CONDITION_RANGE", "days", "a whole number from 1"]],
    [{ days: "1" }, ["CONDITION_SHAPE", "days", "a whole number from 1"]],
    [{ years: 101 }, ["CONDITION_LIMIT", "", "at most 100 years"]],
  ])("%j", (last, [code, path, ...rest]) => {
    expect(window(last)).toEqual([[code, path, ...rest]]);
  });
});

test("a wrong default is one fault, where it stands", () => {
  const when = {
    type: "compare",
    subject: { type: "attribute", field: "score" },
    op: "gte",
    value: { type: "parameter", name: "least" },
  };
  const envelope = { language: 1, parameters: { least: { type: "number", default: "five" } }, when };
  expect(validateCondition(envelope, shop).map(({ path }) => path.join("."))).toEqual(["parameters.least.default"]);
});

describe("lint", () => {
  const codes = (condition: Parameters<typeof lintCondition>[0]) =>
    lintCondition(condition, shop).map(({ code, path }) => [code, path.join(".")]);
  test("warns of not(eq) as of ne", () => {
    expect(codes(not(attr("score").eq(5)))).toEqual([["conditions.unknown-when-missing", "of.subject"]]);
    expect(codes(not(attr("country").in(["DE"])))).toEqual([["conditions.unknown-when-missing", "of.subject"]]);
    expect(codes(not(attr("visits").eq(5)))).toEqual([]);
    expect(codes(not(attr("score").eq(5, { orMissing: true })))).toEqual([]);
  });
  test("says anniversary where a birthday is put into a moving window", () => {
    const schema = defineSchema({ attributes: { birthDate: { type: "day" }, contractEnd: { type: "day" } } });
    const { attr } = conditions(schema);
    const found = (condition: Parameters<typeof lintCondition>[0]) =>
      lintCondition(condition, schema).map(({ code }) => code);
    expect(found(attr("birthDate").within(upcoming({ days: 7 })))).toEqual(["conditions.anniversary-meant"]);
    expect(found(attr("contractEnd").within(upcoming({ days: 7 })))).toEqual([]);
  });
});

describe("a verdict in words", () => {
  const rule = all(
    attr("spend").gte("300.00"),
    any(
      each("order")
        .within(last({ days: 90 }))
        .none(),
      attr("vip").eq(true),
    ),
  );
  const compiled = compileCondition(rule, shop, { asOf: "2026-04-01" });
  const told = (facts: object, catalogue = en) =>
    describeVerdict(explainCondition(facts as never, compiled), rule, shop, catalogue);
  const order = (...order: object[]): object => ({ order });
  test("met", () => {
    expect(told({ attributes: { spend: "350.00" }, collections: order() })).toEqual([
      "met",
      "met: spend is at least 300.00 EUR (it is 350.00 EUR)",
      "met: there is no order in the last 90 days",
    ]);
  });
  test("not met", () => {
    expect(told({ attributes: { spend: "250.00", vip: true } })).toEqual([
      "not met",
      "not met: spend is at least 300.00 EUR (it is 250.00 EUR)",
    ]);
    expect(told({ attributes: { spend: "250.00", vip: true } }, zhCN)).toEqual([
      "不符合",
      "不符合：spend 不低于 300.00 EUR（实际为 250.00 EUR）",
    ]);
  });
  test("unknown, with what is missing", () => {
    expect(told({ attributes: { vip: false }, collections: order() })).toEqual([
      "unknown",
      "unknown: spend is at least 300.00 EUR",
    ]);
  });
  test("of an envelope", () => {
    const envelope = { language: 1, when: rule } as const;
    const verdict = explainCondition({ attributes: { spend: "1.00" } }, compileCondition(envelope, shop, { asOf: 0 }));
    expect(describeVerdict(verdict, envelope, shop, en)[1]).toBe(
      "not met: spend is at least 300.00 EUR (it is 1.00 EUR)",
    );
  });
  test("a named rule is told as that", () => {
    const references = { rich: attr("spend").gte("300.00") };
    const refers = { type: "reference", id: "rich" } as const;
    const verdict = explainCondition(
      { attributes: { spend: "1.00" } },
      compileCondition(refers, shop, { asOf: 0, references }),
    );
    expect(describeVerdict(verdict, refers, shop, en, { references })).toEqual([
      "not met",
      "not met: spend is at least 300.00 EUR (it is 1.00 EUR)",
    ]);
  });
});
