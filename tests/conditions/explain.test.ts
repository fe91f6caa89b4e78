import { type Condition, compileCondition, conditions, explainCondition, last } from "clientele/conditions";
import { expect, test } from "vitest";
import { shop } from "./support/shop.js";

const { all, any, assume, attr, each, named, reference } = conditions(shop);
const asOf = "2026-04-01T00:00:00Z";
const explain = (condition: Condition, facts: object, options: object = {}, references = {}) =>
  explainCondition(facts as never, compileCondition(condition, shop, { asOf, references }), options);

test("a leaf says what was expected, what was found, and where it looked", () => {
  const orders = [
    { id: "a", at: "2026-01-15T00:00:00Z", amount: "30.00" },
    { id: "b", at: "2026-03-15T00:00:00Z", amount: "10.00" },
    { id: "c", at: "2026-03-20T00:00:00Z", amount: "5.50" },
  ];
  const rule = named(
    "spent",
    each("order")
      .within(last({ days: 30 }))
      .sum("amount")
      .gte("20.00"),
  );
  expect(explain(rule, { attributes: {}, collections: { order: orders } })).toEqual({
    result: false,
    tree: {
      path: "",
      type: "compare",
      id: "spent",
      result: false,
      decisive: true,
      expected: { op: "gte", value: { amount: "20.00", currency: "EUR" } },
      actual: { amount: "15.50", currency: "EUR" },
      window: { start: "2026-03-02T00:00:00.000Z", end: "2026-04-01T00:00:00.000Z", bounds: "(]" },
      evidence: { ids: ["c", "b"], total: 2 },
    },
    decisive: [""],
    missing: [],
    nearMiss: [{ leaves: [{ path: "", distance: "4.50" }] }],
  });
});

test("of two true branches one is decisive, though neither alone would change anything", () => {
  const verdict = explain(any(attr("vip").eq(true), attr("score").gt(1)), { attributes: { vip: true, score: 2 } });
  expect(verdict.decisive).toEqual(["/of/0"]);
});

test("what is missing is named with its reason", () => {
  const rule = all(attr("vip").eq(true), attr("spend").gte("1.00"), each("order").count().gte(3));
  const facts = { attributes: { vip: true, spend: "1.001" }, collections: { order: [] }, knownSince: "2026-01-01" };
  expect(explain(rule, facts)).toMatchObject({
    result: "unknown",
    missing: [
      { path: "/of/1", field: "spend", reason: "inexact" },
      { path: "/of/2", field: "order", reason: "truncated" },
    ],
  });
  expect(explain(rule, facts).tree.children?.[2]).toMatchObject({ actual: { atLeast: 0 }, reason: "truncated" });
});

test("an assumption that settled something is one leaf, and says what it lacked", () => {
  const verdict = explain(assume(true, attr("vip").eq(true)), { attributes: {} });
  expect(verdict).toMatchObject({
    result: true,
    decisive: [""],
    missing: [{ path: "/of", field: "vip", reason: "absent" }],
  });
});

test("a reference is explained once", () => {
  const references = { "a/b": attr("vip").eq(true) };
  const { tree } = explain(all(reference("a/b"), reference("a/b")), { attributes: { vip: true } }, {}, references);
  expect(tree.children?.map(({ children, sharedWith }) => [children?.[0]?.path, sharedWith])).toEqual([
    ["/references/a~1b", undefined],
    [undefined, "/references/a~1b"],
  ]);
});

test("evidence is capped and its total is not", () => {
  const order = Array.from({ length: 8 }, (_, index) => ({ id: String(index), at: index }));
  const { tree } = explain(each("order").any(), { attributes: {}, collections: { order } }, { evidence: 2 });
  expect(tree.evidence).toEqual({ ids: ["7", "6"], total: 8 });
});

test.each([
  ["a count, strictly", each("order").count().gt(2), 3],
  ["an amount, strictly", attr("spend").gt("5.00"), "4.01"],
  ["a number, up to", attr("score").gte(2.5), 1.5],
  ["days", attr("joinedOn").gte("2026-01-05"), 3],
  ["an ordered value has none", attr("tier").gte("gold"), undefined],
  ["the nearest of several", attr("score").in([0.5, 9]), -0.5],
  ["the nearer end", attr("score").between(3, 4), 2],
  ["one more item", each("order").any(), 1],
  ["a multiple", each("order").count().gte(attr("score").times("1.5")), 2],
] as const)("distance of %s", (_, condition, distance) => {
  const attributes = { spend: "1.00", score: 1, joinedOn: "2026-01-02", tier: "silver" };
  const facts = { attributes, collections: { order: [], complaint: [] } };
  expect(explain(condition, facts).nearMiss?.[0]?.leaves[0]?.distance).toEqual(distance);
});

test("an IEEE number has no next one: the bound is left open", () => {
  expect(explain(attr("score").gt(2), { attributes: { score: 1 } }).nearMiss).toEqual([
    { leaves: [{ path: "", distance: 1, open: true }] },
  ]);
});

test("near misses come nearest first, at most five, and only as large as asked for", () => {
  const rule = any(
    ...[9, 3, 5, 7, 8, 6].map((score) => attr("score").eq(score)),
    all(attr("vip").eq(true), attr("city").eq("x")),
  );
  const { nearMiss } = explain(rule, { attributes: { score: 1 } });
  expect(nearMiss?.map(({ leaves }) => leaves[0]?.path)).toEqual(["/of/1", "/of/2", "/of/5", "/of/3", "/of/4"]);
  expect(explain(all(attr("vip").eq(true), attr("city").eq("x")), { attributes: {} }).nearMiss).toBeUndefined();
  expect(explain(attr("vip").eq(true), { attributes: {} }, { nearMiss: 0 }).nearMiss).toBeUndefined();
});
