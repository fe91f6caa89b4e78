import { type Condition, conditions, last, lintCondition } from "clientele/conditions";
import { describeReasons } from "clientele/core";
import { en, zhCN } from "clientele/labels";
import { describe, expect, test } from "vitest";
import { shop } from "./support/shop.js";
import { workedExamples } from "./support/worked-examples.js";

const { all, any, atLeast, attr, each, not } = conditions(shop);
const warningsOf = (condition: Condition): readonly string[] =>
  lintCondition(condition, shop).map(({ code, path }) => `${code.replace("conditions.", "")} /${path.join("/")}`);
const order = each("order");

describe("is warned of", () => {
  test.each<readonly [string, Condition, readonly string[]]>([
    ["ne of a field that may be missing", attr("country").ne("DE"), ["unknown-when-missing /subject"]],
    ["notIn", attr("city").notIn(["Bonn"]), ["unknown-when-missing /subject"]],
    ["hasNone", attr("tags").hasNone(["staff"]), ["unknown-when-missing /subject"]],
    ["ne of an item's field", order.where((o) => o.attr("sku").ne("A")).any(), ["unknown-when-missing /where/subject"]],
    ["equality of a decimal", attr("score").eq(0.1), ["equality-of-decimals /op"]],
    ["equality of a sum", order.sum("quantity").eq(3), ["equality-of-decimals /op"]],
    ["equality with a product", attr("score").eq(attr("visits").times("0.1")), ["equality-of-decimals /op"]],
    ["every alone", order.every((o) => o.attr("paid").eq(true)), ["every-of-nothing /"]],
    [
      "every beside a some over other items",
      all(
        order.within(last({ days: 5 })).any(),
        order.every((o) => o.attr("paid").eq(true)),
      ),
      ["every-of-nothing /of/1"],
    ],
    ["atLeast that is all", atLeast(2, attr("vip").eq(true), order.any()), ["at-least-is-all /count"]],
    ["a range that is empty", all(attr("score").gt(5), attr("score").lte(5)), ["contradiction /of/1"]],
    ["two values at once", all(attr("country").eq("DE"), attr("country").in(["FR"])), ["contradiction /of/1"]],
    ["two free texts at once", all(attr("city").eq("Bonn"), attr("city").eq("Köln")), ["contradiction /of/1"]],
    ["a condition and its opposite", all(order.any(), not(order.any())), ["contradiction /of/1"]],
    ["amounts apart", all(attr("spend").gte("10.00"), attr("spend").lt("9.99")), ["contradiction /of/1"]],
    ["a declared order run out", all(attr("tier").gt("silver"), attr("tier").ne("gold", { orMissing: true })), []],
    ["nothing above the highest", all(attr("tier").gt("silver"), attr("tier").eq("bronze")), ["contradiction /of/1"]],
    ["all values in two parts", any(attr("score").gte(3), attr("score").lt(5)), ["always-true /of/1"]],
    ["both truth values", any(attr("vip").eq(true), attr("vip").eq(false)), ["always-true /of/1"]],
    ["an opposite under any", any(order.any(), not(order.any())), ["always-true /of/1"]],
  ])("%s", (_, condition, expected) => {
    expect(warningsOf(condition)).toEqual(expected);
  });
});

describe("is not warned of", () => {
  test.each<readonly [string, Condition]>([
    ["ne with orMissing", attr("country").ne("DE", { orMissing: true })],
    ["ne of a required field", attr("visits").ne(3)],
    ["equality of whole numbers, and of amounts", all(attr("score").eq(1), attr("spend").eq("0.10"))],
    [
      "every beside a some",
      all(
        order.any(),
        order.every((o) => o.attr("paid").eq(true)),
      ),
    ],
    ["ranges that meet at one value", all(attr("score").gte(5), attr("score").lte(5))],
    ["ranges that leave one value out", any(attr("score").gt(5), attr("score").lt(5))],
    ["two fields", all(attr("score").gt(5), attr("visits").lt(5))],
    ["times of day that wrap round", all(attr("signedUpAt").part("timeOfDay").between("22:00", "06:00"))],
    [
      "weekdays that wrap round",
      all(attr("signedUpAt").part("weekday").between(6, 1), attr("signedUpAt").part("weekday").eq(7)),
    ],
    ["a field against another", all(attr("score").gt(5), attr("score").lt(attr("visits")))],
  ])("%s", (_, condition) => {
    expect(warningsOf(condition)).toEqual([]);
  });
});

test("the worked examples give one warning: gift cards of no category", () => {
  const found = workedExamples.flatMap(([name, example, schema]) =>
    lintCondition(example, schema).map(({ code, path }) => [name, code, path.join("/")]),
  );
  expect(found).toEqual([["a friend's first order", "conditions.unknown-when-missing", "when/of/3/where/subject"]]);
});

test("warnings have words", () => {
  const warnings = lintCondition(all(attr("score").gt(5), attr("score").lt(5)), shop);
  expect(describeReasons(warnings, en)).toEqual(["Conditions 1 and 2 are never both met"]);
  expect(describeReasons(warnings, zhCN)).toEqual(["条件 1 与条件 2 不可能同时符合"]);
});

test("a condition with faults is refused", () => {
  const faulty = { type: "all", of: [] } as const;
  expect(() => lintCondition(faulty, shop)).toThrow(expect.objectContaining({ code: "INVALID_CONDITION" }));
});
