import {
  between,
  type ConditionEnvelope,
  compileCondition,
  compileConditions,
  compileItemCondition,
  compileStoredCondition,
  conditions,
  evaluateTable,
  explainCondition,
  last,
  membersOf,
  nextChangeAt,
  parseCondition,
} from "clientele/conditions";
import { isClienteleError } from "clientele/core";
import { factTable } from "clientele/model";
import { describe, expect, test } from "vitest";
import { shop } from "./support/shop.js";
import { categoryLines, orders } from "./support/worked-examples.js";

const { all, attr, each, not, parameter } = conditions(shop);

test("many conditions share what they have in common and answer in their order", () => {
  const many = each("order").count().gte(2);
  const rules = [all(many, attr("vip").eq(true)), not(many), many];
  const compiled = compileConditions(rules, shop, { asOf: "2026-04-01" });
  const rich = {
    customerId: "a",
    attributes: { vip: true },
    collections: { order: [{ at: "2026-01-01" }, { at: "2026-01-02" }] },
  };
  const poor = { customerId: "b", attributes: {}, collections: { order: [{ at: "2026-01-01" }] } };
  expect(compiled.evaluate(rich)).toEqual([true, false, true]);
  expect(compiled.conditions.map((rule) => rule.evaluate(poor))).toEqual([false, true, false]);
  const table = factTable(shop, [rich, poor], { asOf: "2026-04-01" });
  expect(evaluateTable(table, compiled).map((column) => [...column])).toEqual([
    [1, 0],
    [0, 1],
    [1, 0],
  ]);
});

test("a fault names the condition it stands in", () => {
  expect(() => compileConditions([attr("vip").exists(), { type: "all", of: [] }], shop, { asOf: 0 })).toThrow("[1].of");
});

test("a condition on lines is judged line by line", () => {
  const rule = compileItemCondition(categoryLines, orders, "line", { asOf: 0 });
  const order = { attributes: {}, collections: { line: [{ category: "X" }, { category: "Y" }, {}] } };
  expect([0, 1, 2, 3].map((line) => rule.evaluate(order, line))).toEqual([true, false, "unknown", "unknown"]);
  expect([0, 1, 2].map((line) => rule.matches(order, line))).toEqual([true, false, false]);
  expect(explainCondition(order, rule, { item: 1 })).toMatchObject({
    result: false,
    decisive: ["/when"],
    tree: { actual: "Y" },
  });
});

test("what is meant for items is refused for subjects", () => {
  expect(() => compileCondition(categoryLines, orders, { asOf: 0 })).toThrow("compileItemCondition");
});

describe("another moment", () => {
  const quiet = each("order")
    .within(last({ days: 30 }))
    .none();
  const facts = { attributes: { vip: true }, collections: { order: [{ at: "2026-03-01T00:00:00Z" }] } };
  test("is judged without planning anew, as if compiled for it", () => {
    const rule = compileCondition(quiet, shop, { asOf: "2026-03-10", timeZone: "Asia/Shanghai" });
    for (const asOf of ["2026-03-10", "2026-03-31", "2026-04-10", 0]) {
      const anew = compileCondition(quiet, shop, { asOf, timeZone: "Asia/Shanghai" });
      expect(rule.at(asOf).evaluate(facts)).toBe(anew.evaluate(facts));
      expect(explainCondition(facts, rule.at(asOf))).toEqual(explainCondition(facts, anew));
      expect(nextChangeAt(facts, rule.at(asOf))).toBe(nextChangeAt(facts, anew));
      expect(compileConditions([quiet], shop, { asOf: 0 }).at(asOf).evaluate(facts)).toEqual([
        compileCondition(quiet, shop, { asOf }).evaluate(facts),
      ]);
    }
    expect(() => rule.at("soon")).toThrow("INVALID_INSTANT");
  });
  test.each([
    ["a window", quiet, true],
    ["events", each("order").any(), true],
    ["an age", attr("birthday").part("age").gte(18), true],
    ["an anniversary", attr("birthday").anniversary({ from: 0, to: 1 }), true],
    ["days since", attr("signedUpAt").part("daysSince").lt(3), true],
    ["a reference to one", { type: "reference", id: "quiet" }, true],
    ["a comparison", attr("vip").eq(true), false],
    ["lines", each("line").count().gte(1), false],
    ["a fixed stretch", attr("joinedOn").within(between("2026-01-01")), false],
  ] as const)("matters to %s or not: %o", (_, condition, answer) => {
    const references = _ === "a reference to one" ? { quiet } : {};
    const rule = compileCondition(condition, shop, { asOf: 0, references });
    expect(rule.looksAtClock).toBe(answer);
    if (!answer) expect(nextChangeAt({ attributes: {}, collections: { line: [] } }, rule)).toBe(null);
  });
});

test("the members of a table, and who cannot be told", () => {
  const rows = [true, false, null].map((vip, index) => ({ customerId: `c${index}`, attributes: { vip } }));
  const table = factTable(shop, rows, { asOf: "2026-04-01" });
  const rule = compileCondition(attr("vip").eq(true), shop, { asOf: "2026-04-01" });
  expect(membersOf(table, rule)).toEqual({ members: ["c0"], unknown: ["c2"] });
  expect(evaluateTable(table, compileConditions([], shop, { asOf: "2026-04-01" }))).toEqual([]);
  expect(() => evaluateTable(table, {} as never)).toThrow("INVALID_OPTIONS");
  expect(() => explainCondition({ attributes: {} }, attr("vip").eq(true) as never)).toThrow("INVALID_OPTIONS");
});

test("a condition from elsewhere is parsed, or all its faults are told", () => {
  const json: unknown = JSON.parse(JSON.stringify(attr("vip").eq(true)));
  expect(parseCondition(json, shop)).toBe(json);
  try {
    parseCondition({ type: "all", of: [{ type: "none" }, { type: "not" }] }, shop);
    expect.unreachable();
  } catch (error) {
    expect(isClienteleError(error, "INVALID_CONDITION") && error.issues.length).toBe(2);
  }
});

describe("a stored condition", () => {
  const envelope: ConditionEnvelope = {
    language: 1,
    parameters: { least: { type: "number", default: 3 } },
    when: attr("score").gte(parameter("least", { type: "number" })),
  };
  test("is compiled without being checked again", () => {
    const rule = compileStoredCondition(envelope, shop, { asOf: 0 });
    expect([2, 3].map((score) => rule.evaluate({ attributes: { score } }))).toEqual([false, true]);
    expect(rule.at("2026-04-02").matches({ attributes: { score: 3 } })).toBe(true);
  });
  test("and one that was not sound is told as that", () => {
    const broken = { type: "compare", subject: { type: "attribute", field: "scoer" }, op: "eq", value: 1 };
    expect(() => compileStoredCondition(broken as never, shop, { asOf: 0 })).toThrow("INVALID_CONDITION");
    expect(() => compileStoredCondition(undefined as never, shop, { asOf: 0 })).toThrow("INVALID_CONDITION");
    expect(() => compileStoredCondition(envelope, shop, { asOf: "soon" })).toThrow("INVALID_INSTANT");
  });
});
