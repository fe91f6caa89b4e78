import {
  type Condition,
  canonicalizeCondition,
  compileCondition,
  conditions,
  describeCondition,
  evaluateTable,
  explainCondition,
  last,
  lintCondition,
  nextChangeAt,
  olderThan,
  renameFields,
  type Truth,
  validateCondition,
} from "clientele/conditions";
import { formatDay, isClienteleError, nextBirthday, parseDay } from "clientele/core";
import { en } from "clientele/labels";
import { factTable } from "clientele/model";
import { describe, expect, test } from "vitest";
import { shop } from "./support/shop.js";

// The edges of the language that an outside test found: each line was wrong, in silence or at all.

const { any, attr, each, parameter } = conditions(shop);
const judge = (condition: Condition, facts: object, asOf: string = "2026-04-01T00:00:00Z"): Truth => {
  const rule = compileCondition(condition, shop, { asOf });
  const row = rule.evaluate(facts as never);
  const table = factTable(shop, [{ ...facts, customerId: "ada" } as never], { asOf });
  expect([false, true, "unknown"][evaluateTable(table, rule)[0] as number]).toBe(row);
  expect(explainCondition(facts as never, rule).result).toBe(row);
  return row;
};
const orders = (...order: readonly object[]): object => ({
  attributes: {},
  collections: { order: order.map((item, index) => ({ at: Date.UTC(2026, 0, 1) + index, ...item })) },
});
const codes = (run: () => unknown): readonly (readonly [string, string])[] => {
  try {
    run();
  } catch (error) {
    if (isClienteleError(error)) return error.issues.map(({ code, path }) => [code, path.join(".")]);
    throw error;
  }
  return [];
};
const faults = (input: unknown): readonly unknown[] =>
  validateCondition(input, shop).map(({ code, path, hint }) => [code, path.join("."), ...(hint ? [hint] : [])]);

test("a leap day is kept on 28 February unless the rule says otherwise, as by nextBirthday", () => {
  const born = { attributes: { birthday: "2000-02-29" } };
  const today = attr("birthday").anniversary({ from: 0, to: 0 });
  expect(formatDay(nextBirthday("2000-02-29", parseDay("2026-02-01")))).toBe("2026-02-28");
  expect(judge(today, born, "2026-02-28T12:00:00Z")).toBe(true);
  expect(judge(today, born, "2026-03-01T12:00:00Z")).toBe(false);
  const march = attr("birthday").anniversary({ from: 0, to: 0 }, { leapDay: "mar1" });
  expect(judge(march, born, "2026-03-01T12:00:00Z")).toBe(true);
  const { leapDay: _, ...plain } = today as Condition & { readonly leapDay?: string };
  expect(validateCondition(plain, shop)).toEqual([]);
  expect(canonicalizeCondition({ ...plain, leapDay: "feb28" } as Condition)).toEqual(canonicalizeCondition(plain));
  expect(describeCondition(march, shop, en)).toContain("29 February counting as 1 March");
});

describe("an average never leaves the range of its values, and is rounded once", () => {
  const average = (op: "gte" | "lte" | "eq", value: number, ...quantities: readonly number[]): Truth =>
    judge(each("order").avg("quantity")[op](value), orders(...quantities.map((quantity) => ({ quantity }))));
  test.each([
    ["gte", 0.7, [0.7, 0.7, 0.7], true],
    ["lte", 0.7, [0.7, 0.7, 0.7], true],
    ["eq", 0.1, [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], true],
    ["eq", -1.1, [-1.1, -1.1, -1.1], true],
    ["eq", 1.7976931348623157e308, [1.7976931348623157e308, 1.7976931348623157e308], true],
    ["eq", 5e-324, [5e-324, 5e-324, 5e-324], true],
    ["eq", 0, [1e16, -1e16], true],
    ["eq", 1 / 3, [0, 0, 1], true],
  ] as const)("%s %s of %j", (op, value, quantities, answer) => {
    expect(average(op, value, ...quantities)).toBe(answer);
  });
  test("a sum past all numbers is out of range, not infinite", () => {
    const huge = orders({ quantity: 1e308 }, { quantity: 1e308 });
    expect(judge(each("order").sum("quantity").gt(1), huge)).toBe("unknown");
  });
});

describe("max and min are as sharp as any and count where some items are unknown", () => {
  const mixed = orders({ amount: "80.00" }, { amount: "10.00" }, { amount: null });
  const maybe = orders({ amount: "80.00", paid: true }, { amount: "10.00" }, { amount: "5.00", paid: true });
  const paid = each("order").where((order) => order.attr("paid").eq(true));
  test.each([
    ["max at least what is seen", each("order").max("amount").gte("80.00"), mixed, true],
    ["max below what is seen", each("order").max("amount").lt("80.00"), mixed, false],
    ["max above it may be", each("order").max("amount").gt("80.00"), mixed, "unknown"],
    ["min at most what is seen", each("order").min("amount").lte("10.00"), mixed, true],
    ["min above what is seen", each("order").min("amount").gt("10.00"), mixed, false],
    ["min below it may be", each("order").min("amount").lt("10.00"), mixed, "unknown"],
    ["an item that may count is no more than it is", paid.max("amount").lte("80.00"), maybe, true],
    ["and equal to the greatest", paid.max("amount").eq("80.00"), maybe, true],
    ["the least is the certain one or the other", paid.min("amount").between("5.00", "10.00"), maybe, true],
    ["of nothing certain nothing is said", paid.min("amount").lte("10.00"), orders({ amount: "10.00" }), "unknown"],
    ["between two", each("order").max("amount").between("0.00", "79.99"), mixed, false],
    ["in a list", each("order").max("amount").in(["10.00", "20.00"]), mixed, false],
    [
      "the latest instant in a window that is gone",
      each("order")
        .max("shippedAt")
        .within(last({ days: 1 })),
      orders({ shippedAt: "2026-03-31T12:00:00Z" }, { shippedAt: null }),
      "unknown",
    ],
    [
      "the earliest in one that is over",
      each("order")
        .min("shippedAt")
        .within(last({ days: 1 })),
      orders({ shippedAt: "2026-03-01T12:00:00Z" }, { shippedAt: null }),
      false,
    ],
  ] as const)("%s", (_, condition, facts, answer) => {
    expect(judge(condition, facts)).toBe(answer);
  });
  test("and what lies between two changes when time passes either", () => {
    const latest = each("order")
      .max("shippedAt")
      .within(olderThan({ days: 1 }));
    const facts = orders({ shippedAt: "2026-03-31T12:00:00Z" }, { shippedAt: null });
    const rule = compileCondition(latest, shop, { asOf: "2026-04-01T00:00:00Z" });
    expect(rule.evaluate(facts as never)).toBe(false);
    expect(nextChangeAt(facts as never, rule)).toBe("2026-04-01T12:00:00.000Z");
    expect(rule.at("2026-04-01T12:00:00Z").evaluate(facts as never)).toBe("unknown");
  });
  test("also where history is cut", () => {
    const cut = { ...orders({ amount: "80.00" }), knownSince: "1970-01-01T00:00:00Z" };
    expect(judge(each("order").max("amount").gte("80.00"), cut)).toBe(true);
    expect(judge(each("order").max("amount").lte("80.00"), cut)).toBe("unknown");
  });
});

test("within twice narrows", () => {
  const both = each("order")
    .within(last({ days: 30 }))
    .within(last({ days: 5 }));
  const at = (day: string): object => ({ attributes: {}, collections: { order: [{ at: `${day}T00:00:00Z` }] } });
  expect(judge(both.any(), at("2026-03-30"))).toBe(true);
  expect(judge(both.any(), at("2026-03-20"))).toBe(false);
  expect(
    judge(
      each("order")
        .within(last({ days: 5 }))
        .within(last({ days: 30 }))
        .any(),
      at("2026-03-20"),
    ),
  ).toBe(false);
});

test("parts of the calendar are compared with what they can be", () => {
  const part = (part: string, value: number): readonly unknown[] =>
    faults({ type: "compare", subject: { type: "attribute", field: "signedUpAt", part }, op: "eq", value });
  for (const [name, from, to] of [
    ["weekday", 1, 7],
    ["month", 1, 12],
    ["hour", 0, 23],
    ["dayOfMonth", 1, 31],
  ] as const) {
    expect(part(name, from)).toEqual([]);
    expect(part(name, to)).toEqual([]);
    expect(part(name, from - 1)).toHaveLength(1);
    expect(part(name, to + 1)).toHaveLength(1);
    expect(part(name, from + 0.5)).toHaveLength(1);
  }
  expect(part("weekday", 0)).toEqual([["CONDITION_RANGE", "value", "Monday is 1, Sunday is 7"]]);
  const sum = each("order").where((order) => order.at.part("weekday").between(6, 1));
  expect(validateCondition(sum.any(), shop)).toEqual([]);
});

describe("the last of equal instants without ids does not depend on the order in which they are given", () => {
  const moment = "2026-01-01";
  const tie = [
    { at: moment, sku: "A1" },
    { at: moment, sku: "B2" },
  ];
  test.each([
    ["last", each("order").last("sku").eq("B2"), "unknown"],
    ["first", each("order").first("sku").eq("A1"), "unknown"],
    ["how long ago", each("order").daysSinceLast().gte(0), true],
  ] as const)("%s", (_, condition, answer) => {
    expect(judge(condition, orders(...tie))).toBe(answer);
    expect(judge(condition, orders(...[...tie].reverse()))).toBe(answer);
  });
  test("those that say the same are no question, nor are those with ids", () => {
    expect(
      judge(each("order").last("sku").eq("A1"), orders({ at: moment, sku: "A1" }, { at: moment, sku: "A1" })),
    ).toBe(true);
    const named = [
      { at: moment, id: "b", sku: "B2" },
      { at: moment, id: "a", sku: "A1" },
    ];
    expect(judge(each("order").last("sku").eq("B2"), orders(...named))).toBe(true);
    expect(judge(each("order").last("sku").eq("B2"), orders(...[...named].reverse()))).toBe(true);
  });
  test("a certain one among uncertain ones is enough to tell how long ago", () => {
    const paid = each("order")
      .where((order) => order.attr("paid").eq(true))
      .daysSinceLast()
      .gte(0);
    const mixed = [{ at: moment, paid: true }, { at: moment }];
    expect(judge(paid, orders(...mixed))).toBe(true);
    expect(judge(paid, orders(...[...mixed].reverse()))).toBe(true);
  });
});

describe("what validates also compiles and runs", () => {
  const chain = (length: number, times: number): Record<string, Condition> =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `s${index}`,
        index === length - 1
          ? attr("vip").eq(true)
          : { type: "any", of: Array.from({ length: times }, () => ({ type: "reference", id: `s${index + 1}` })) },
      ]),
    );
  test("explaining is linear in references", () => {
    const rule = compileCondition({ type: "reference", id: "s0" }, shop, { asOf: 0, references: chain(60, 2) });
    // 2^60 judgements would never end.
    for (const vip of [true, false, null]) explainCondition({ attributes: { vip } } as never, rule, { nearMiss: 3 });
    expect(nextChangeAt({ attributes: {} }, rule)).toBe(null);
  });
  test("a chain of references is as deep as the limit says, or refused", () => {
    const of = (length: number) => ({ asOf: 0, references: chain(length, 1) });
    expect(
      compileCondition({ type: "reference", id: "s0" }, shop, of(100)).matches({ attributes: { vip: true } }),
    ).toBe(true);
    expect(codes(() => compileCondition({ type: "reference", id: "s0" }, shop, of(101)))).toEqual([
      ["CONDITION_LIMIT", "id"],
    ]);
    expect(codes(() => compileCondition({ type: "reference", id: "s0" }, shop, of(5000)))[0]?.[0]).toBe(
      "CONDITION_LIMIT",
    );
  });
  test("holes in lists are faults", () => {
    const { of } = any(attr("vip").eq(true)) as unknown as { readonly of: readonly Condition[] };
    // biome-ignore lint/suspicious/noSparseArray: the fault under test
    expect(faults({ type: "any", of: [...of, , ...of] })).toHaveLength(1);
    // biome-ignore lint/suspicious/noSparseArray: the fault under test
    expect(faults({ ...attr("score").in([1]), values: [1, , 2] })).toHaveLength(1);
    // biome-ignore lint/suspicious/noSparseArray: the fault under test
    expect(faults({ type: "sequence", steps: [, { over: { collection: "order" } }] })).toHaveLength(1);
  });
});

describe("no option is passed over in silence", () => {
  const low = parameter("low", { type: "number" });
  const high = parameter("high", { type: "number" });
  const declared = { low: { type: "number", default: 1 }, high: { type: "number" } } as const;
  const envelope = { language: 1, parameters: declared, when: attr("score").between(low, high) } as const;
  const bind =
    (parameters: object): (() => unknown) =>
    () =>
      compileCondition(envelope, shop, { asOf: 0, parameters: parameters as never });
  test.each([
    ["a wrong name", { hihg: 3, high: 3 }, [["CONDITION_PARAMETER", "parameters.hihg"]]],
    ["a range the wrong way round", { low: 5, high: 3 }, [["CONDITION_RANGE", "parameters.high"]]],
    ["nothing, where nothing is the default", { high: undefined }, [["CONDITION_PARAMETER", "parameters.high"]]],
    ["nothing, where there is a default", { low: undefined, high: 3 }, []],
    ["both", { low: 2, high: 3 }, []],
  ])("%s", (_, parameters, found) => expect(codes(bind(parameters))).toEqual(found));
  test("a window bound the wrong way round", () => {
    const [start, end] = ["start", "end"].map((name) => ({ type: "parameter", name }));
    const when = { type: "some", over: { collection: "order" }, window: { type: "between", start, end } };
    const input = { language: 1, parameters: { start: { type: "day" }, end: { type: "day" } }, when };
    const run = (start: string, end: string) => () =>
      compileCondition(input as never, shop, { asOf: 0, parameters: { start, end } });
    expect(codes(run("2026-01-01", "2026-02-01"))).toEqual([]);
    expect(codes(run("2026-02-01", "2026-01-01"))).toEqual([["CONDITION_RANGE", "parameters.end"]]);
  });
  test("one bound for two conditions, declared by either", () => {
    expect(codes(bind({ high: 3 }))).toEqual([]);
  });
  test.each([
    ["validateCondition", (options: object) => validateCondition(attr("vip").eq(true), shop, options)],
    ["lintCondition", (options: object) => lintCondition(attr("vip").eq(true), shop, options)],
    ["describeCondition", (options: object) => describeCondition(attr("vip").eq(true), shop, en, options)],
    ["canonicalizeCondition", (options: object) => canonicalizeCondition(attr("vip").eq(true), options)],
    ["renameFields", (options: object) => renameFields(attr("vip").eq(true), options)],
    ["a comparison", (options: object) => attr("vip").eq(true, options)],
    ["a window", (options: object) => last({ days: 1 }, options)],
    [
      "an explanation",
      (options: object) =>
        explainCondition({ attributes: {} }, compileCondition(attr("vip").eq(true), shop, { asOf: 0 }), options),
    ],
  ])("an unknown option of %s", (_, run) => {
    expect(codes(() => run({ parametres: {} })).map(([code]) => code)).toEqual(["INVALID_OPTIONS"]);
  });
  test("limits", () => {
    const limited = (limits: object) => () => validateCondition(attr("vip").eq(true), shop, { limits });
    expect(codes(limited({ dept: 3 }))).toEqual([["INVALID_OPTIONS", "limits.dept"]]);
    expect(codes(limited({ depth: "3" }))).toEqual([["INVALID_OPTIONS", "limits.depth"]]);
    expect(codes(limited({ depth: 3 }))).toEqual([]);
  });
});

describe("nothing given is not nothing done", () => {
  test.each([
    ["no order is known of", { attributes: {} }, "unknown"],
    ["other things are", { attributes: {}, collections: { complaint: [] } }, "unknown"],
    ["null is nothing", { attributes: {}, collections: { order: null } }, "unknown"],
    ["a list that is empty says so", { attributes: {}, collections: { order: [] } }, true],
  ])("%s", (_, facts, answer) => {
    expect(judge(each("order").none(), facts)).toBe(answer);
    expect(judge(each("order").count().eq(0), facts)).toBe(answer);
    expect(
      judge(
        each("order")
          .within(last({ days: 90 }))
          .none(),
        facts,
      ),
    ).toBe(answer);
  });
  test("also inside an item, and where a host writes it under another name", () => {
    const wine = each("order").where((order) =>
      order
        .each("line")
        .where((line) => line.attr("category").eq("wine"))
        .any(),
    );
    expect(judge(wine.none(), orders({ lines: [{ category: "wine" }] }))).toBe("unknown");
    expect(judge(wine.none(), orders({ line: [] }))).toBe(true);
  });
  test("the explanation names what was not given", () => {
    const rule = compileCondition(each("order").none(), shop, { asOf: 0 });
    expect(explainCondition({ attributes: {} }, rule).missing).toEqual([
      { path: "", field: "order", reason: "absent" },
    ]);
  });
});

describe("wrong arguments are told, not thrown raw", () => {
  const rule = compileCondition(attr("vip").eq(true), shop, { asOf: 0 });
  test.each([
    ["no facts", () => rule.matches(undefined as never), "INVALID_FACTS"],
    ["facts that are a list", () => rule.evaluate([] as never), "INVALID_FACTS"],
    ["no attributes", () => rule.evaluate({} as never), "INVALID_FACTS"],
    ["no table", () => evaluateTable({ size: 1 } as never, rule), "INVALID_FACT_TABLE"],
    ["a word for a catalogue", () => describeCondition(attr("vip").eq(true), shop, "en" as never), "INVALID_OPTIONS"],
    ["no catalogue", () => describeCondition(attr("vip").eq(true), shop, undefined as never), "INVALID_OPTIONS"],
  ])("%s", (_, run, code) => expect(codes(run).map(([code]) => code)).toEqual([code]));
});
