import { compileCondition, compileConditions, compileItemCondition, conditions } from "clientele/conditions";
import { factTable } from "clientele/model";
import { expect, test } from "vitest";
import { shop } from "./support/shop.js";
import { categoryLines, orders } from "./support/worked-examples.js";

const { all, attr, each, not } = conditions(shop);

test("many conditions share what they have in common and answer in their order", () => {
  const many = each("order").count().gte(2);
  const rules = [all(many, attr("vip").eq(true)), not(many), many];
  const compiled = compileConditions(rules, shop, { asOf: 10 });
  const rich = { customerId: "a", attributes: { vip: true }, collections: { order: [{ at: 1 }, { at: 2 }] } };
  const poor = { customerId: "b", attributes: {}, collections: { order: [{ at: 1 }] } };
  expect(compiled.evaluate(rich)).toEqual([true, false, true]);
  expect(compiled.conditions.map((rule) => rule.evaluate(poor))).toEqual([false, true, false]);
  const table = factTable(shop, [rich, poor], { asOf: 10 });
  expect(compiled.evaluateAll(table).map((column) => [...column])).toEqual([
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
  expect(rule.explain(order, 1)).toMatchObject({ result: false, decisive: ["/when"], tree: { actual: "Y" } });
});

test("what is meant for items is refused for subjects", () => {
  expect(() => compileCondition(categoryLines, orders, { asOf: 0 })).toThrow("compileItemCondition");
});
