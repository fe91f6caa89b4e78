import {
  type Condition,
  type ConditionEnvelope,
  canonicalizeCondition,
  compileCondition,
  conditions,
  describeCondition,
  evaluateTable,
  explainCondition,
  last,
  nextChangeAt,
  olderThan,
  renameFields,
  type Truth,
  validateCondition,
} from "clientele/conditions";
import { isClienteleError } from "clientele/core";
import { en, zhCN } from "clientele/labels";
import { defineSchema, type FactSchema, factTable } from "clientele/model";
import { describe, expect, test } from "vitest";
import { shop } from "./support/shop.js";

const { all, attr, each, not, now, parameter, sequence } = conditions(shop);
const at = "2026-04-01T12:00:00Z";
const run = (
  condition: Condition | ConditionEnvelope,
  facts: object,
  frame: object = {},
  schema: FactSchema = shop,
): Truth => {
  expect(validateCondition(JSON.parse(JSON.stringify(condition)), schema)).toEqual([]);
  const rule = compileCondition(condition, schema, { asOf: at, ...frame });
  const row = rule.evaluate(facts as never);
  const table = factTable(schema, [{ ...facts, customerId: "ada" } as never], { asOf: at });
  expect([false, true, "unknown"][evaluateTable(table, rule)[0] as number]).toBe(row);
  expect(explainCondition(facts as never, rule).result).toBe(row);
  return row;
};
const codes = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (isClienteleError(error)) return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    throw error;
  }
  return [];
};
const orders = (...order: readonly object[]): object => ({ attributes: {}, collections: { order } });

describe("text without regard to case", () => {
  const any = { ignoreCase: true };
  test.each([
    ["eq", attr("city").eq("KÖLN", any), true],
    ["ne", attr("city").ne("KÖLN", any), false],
    ["in", attr("city").in(["BONN", "köln"], any), true],
    ["notIn", attr("city").notIn(["BONN", "köln"], any), false],
    ["contains", attr("city").contains("ÖL", any), true],
    ["startsWith", attr("city").startsWith("kÖ", any), true],
    ["endsWith", attr("city").endsWith("LN", any), true],
    ["another value", attr("city").eq(attr("industry"), any), true],
    ["with regard to it", attr("city").eq("KÖLN"), false],
  ] as const)("%s", (_, condition, answer) => {
    expect(run(condition, { attributes: { city: "Köln", industry: "KÖLN" } })).toBe(answer);
  });
  test("is for free texts only", () => {
    const choice = { ...attr("country").eq("DE"), ignoreCase: true };
    const number = { ...attr("score").eq(1), ignoreCase: true };
    for (const one of [choice, number]) expect(validateCondition(one, shop)[0]?.path).toEqual(["ignoreCase"]);
    expect(validateCondition({ ...attr("city").eq("x"), ignoreCase: false }, shop)).toHaveLength(1);
  });
  test("in words", () => {
    expect(describeCondition(attr("city").eq("Köln", any), shop, en)).toBe('city is "Köln" (letter case ignored)');
    expect(describeCondition(attr("city").eq("Köln", any), shop, zhCN)).toBe("城市为“Köln”（不区分大小写）");
  });
});

describe("parameters in windows", () => {
  const days = parameter("days", { type: "number" });
  const when = each("order").within(last({ days })).any();
  const envelope: ConditionEnvelope = { language: 1, parameters: { days: { type: "number", default: 30 } }, when };
  const facts = orders({ at: "2026-02-15T00:00:00Z" });
  test("the last N days, from the envelope", () => {
    expect(run(envelope, facts)).toBe(false);
    expect(run(envelope, facts, { parameters: { days: 60 } })).toBe(true);
  });
  test.each([
    [0, ["CONDITION_RANGE parameters.days"]],
    [1.5, ["CONDITION_RANGE parameters.days"]],
    [40_000, ["CONDITION_RANGE parameters.days"]],
    [36_525, []],
  ])("bound to %i", (value, found) => {
    expect(codes(() => compileCondition(envelope, shop, { asOf: at, parameters: { days: value } }))).toEqual(found);
  });
  test("until more than last is refused when it is bound", () => {
    const window = {
      type: "rolling",
      last: { days: { type: "parameter", name: "days" } },
      until: { days: 20 },
    } as const;
    const both: ConditionEnvelope = { ...envelope, when: { type: "some", over: { collection: "order" }, window } };
    const bound = (days: number) => () => compileCondition(both, shop, { asOf: at, parameters: { days } });
    expect(codes(bound(20))).toEqual(["CONDITION_RANGE parameters.days"]);
    expect(codes(bound(21))).toEqual([]);
  });
  test("only a number is a count", () => {
    const text = { ...envelope, parameters: { days: { type: "string" } } };
    expect(validateCondition(text, shop).map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "CONDITION_PARAMETER when.window.last.days",
    ]);
  });
  test("in words", () => {
    expect(describeCondition(envelope, shop, en)).toBe(
      "there is at least one order in the last (the parameter days) days; the parameter days is 30 unless set otherwise",
    );
  });
});

describe("more than so long ago", () => {
  const signedUp = attr("signedUpAt").within(olderThan({ days: 30 }));
  test.each([
    ["2026-03-02T12:00:00.001Z", false],
    ["2026-03-02T12:00:00.000Z", true],
    ["1900-01-01T00:00:00Z", true],
  ])("%s", (signedUpAt, answer) => expect(run(signedUp, { attributes: { signedUpAt } })).toBe(answer));
  test("of events, as far as they are known", () => {
    const early = each("order")
      .within(olderThan({ years: 1 }))
      .any();
    expect(run(early, orders({ at: "2025-01-01T00:00:00Z" }))).toBe(true);
    expect(run(early, orders({ at: "2026-01-01T00:00:00Z" }))).toBe(false);
    expect(run(early, { ...orders(), knownSince: "2020-01-01" })).toBe("unknown");
  });
  test("of days", () => {
    const joined = attr("joinedOn").within(olderThan({ months: 1 }));
    expect(run(joined, { attributes: { joinedOn: "2026-03-01" } })).toBe(true);
    expect(run(joined, { attributes: { joinedOn: "2026-03-02" } })).toBe(false);
  });
  test("changes when it has become so long", () => {
    const rule = compileCondition(signedUp, shop, { asOf: at });
    expect(nextChangeAt({ attributes: { signedUpAt: "2026-03-10T00:00:00Z" } }, rule)).toBe("2026-04-09T00:00:00.000Z");
  });
  test("in words", () => {
    expect(describeCondition(signedUp, shop, en)).toBe("sign-up time lies 30 days ago or earlier");
    expect(describeCondition(signedUp, shop, zhCN)).toBe("注册时间在 30 天前或更早");
  });
});

describe("now", () => {
  const valid = attr("signedUpAt").gte(now);
  test.each([
    ["2026-04-01T12:00:00.000Z", true],
    ["2026-04-01T11:59:59.999Z", false],
  ])("valid until %s", (signedUpAt, answer) => expect(run(valid, { attributes: { signedUpAt } })).toBe(answer));
  test("against a day, and in parts", () => {
    const today = attr("contractEnd").gte(now.part("localDay"));
    expect(run(today, { attributes: { contractEnd: "2026-04-01" } })).toBe(true);
    expect(run(today, { attributes: { contractEnd: "2026-03-31" } })).toBe(false);
    expect(run(now.part("weekday").eq(3), { attributes: {} })).toBe(true);
    expect(run(now.part("weekday").between(6, 7), { attributes: {} })).toBe(false);
    expect(run(now.part("timeOfDay").between("08:00", "18:00"), { attributes: {} })).toBe(true);
  });
  test("changes when it comes", () => {
    const facts = { attributes: { signedUpAt: "2026-04-05T00:00:00Z" } };
    const rule = compileCondition(valid, shop, { asOf: at });
    expect(rule.looksAtClock).toBe(true);
    expect(nextChangeAt(facts, rule)).toBe("2026-04-05T00:00:00.001Z");
    const weekend = compileCondition(now.part("weekday").between(6, 7), shop, { asOf: at });
    expect(nextChangeAt(facts, weekend)).toBe("2026-04-04T00:00:00.000Z");
  });
  test("in words", () => {
    expect(describeCondition(valid, shop, en)).toBe("sign-up time is now or later");
    expect(describeCondition(now.part("weekday").eq(6), shop, en)).toBe("the weekday of now is Saturday");
  });
});

describe("the last so many items", () => {
  const three = [
    { at: "2026-01-01T00:00:00Z", id: "1", amount: "9.00", paid: true },
    { at: "2026-02-01T00:00:00Z", id: "2", amount: "5.00", paid: true },
    { at: "2026-03-01T00:00:00Z", id: "3", amount: "1.00", paid: true },
  ];
  test.each([
    ["their sum", each("order").latest(2).sum("amount").eq("6.00"), orders(...three), true],
    ["their count", each("order").latest(5).count().eq(3), orders(...three), true],
    [
      "in a window",
      each("order")
        .within(last({ days: 75 }))
        .latest(1)
        .sum("amount")
        .eq("1.00"),
      orders(...three),
      true,
    ],
    [
      "of those that count",
      each("order")
        .where((o) => o.attr("amount").gte("5.00"))
        .latest(1)
        .sum("amount")
        .eq("5.00"),
      orders(...three),
      true,
    ],
    [
      "each of them",
      each("order")
        .latest(2)
        .every((o) => o.attr("amount").lte("5.00")),
      orders(...three),
      true,
    ],
    [
      "though earlier history is not known",
      each("order").latest(2).sum("amount").eq("6.00"),
      { ...orders(...three), knownSince: "2026-01-01" },
      true,
    ],
    [
      "unless there are too few",
      each("order").latest(4).count().eq(4),
      { ...orders(...three), knownSince: "2026-01-01" },
      "unknown",
    ],
    [
      "an uncertain one may be among them",
      each("order")
        .where((o) => o.attr("paid").eq(true))
        .latest(1)
        .sum("amount")
        .gte("0.00"),
      orders(...three.slice(0, 2), { at: "2026-03-01T00:00:00Z", amount: "1.00" }),
      "unknown",
    ],
    [
      "or may not matter",
      each("order")
        .where((o) => o.attr("paid").eq(true))
        .latest(1)
        .sum("amount")
        .eq("1.00"),
      orders({ at: "2025-12-01T00:00:00Z", amount: "1.00" }, ...three),
      true,
    ],
    [
      "equal instants without ids at the edge",
      each("order").latest(1).sum("amount").eq("1.00"),
      orders({ at: "2026-01-01", amount: "1.00" }, { at: "2026-01-01", amount: "2.00" }),
      "unknown",
    ],
    [
      "equal instants with ids",
      each("order").latest(1).sum("amount").eq("2.00"),
      orders({ at: "2026-01-01", id: "b", amount: "2.00" }, { at: "2026-01-01", id: "a", amount: "1.00" }),
      true,
    ],
  ] as const)("%s", (_, condition, facts, answer) => expect(run(condition, facts)).toBe(answer));
  test("need a clock and a number", () => {
    expect(validateCondition({ type: "some", over: { collection: "line" }, latest: 2 }, shop)).toHaveLength(1);
    for (const latest of [0, 1.5, "2"]) {
      expect(validateCondition({ type: "some", over: { collection: "order" }, latest }, shop)).toHaveLength(1);
    }
  });
  test("in words", () => {
    expect(describeCondition(each("order").latest(3).sum("amount").gte("6.00"), shop, en)).toBe(
      "the total amount of orders (only the last 3) is at least 6.00 EUR",
    );
  });
});

describe("steps of a sequence that belong together", () => {
  const schema = defineSchema({
    attributes: {},
    collections: {
      interaction: { timed: true, fields: { kind: { type: "string" }, cart: { type: "string" } } },
      order: { timed: true, fields: { cart: { type: "string" }, amount: { type: "money", currency: "EUR" } } },
    },
  });
  const { each, sequence } = conditions(schema);
  const filled = each("interaction").where((event) => event.attr("kind").eq("cart"));
  const left = sequence([filled, each("order").absent()], { within: { days: 3 }, same: "cart" });
  const bought = sequence([filled, each("order")], { same: "cart" });
  const facts = (interaction: readonly object[], order: readonly object[]): object => ({
    attributes: {},
    collections: { interaction: interaction.map((item) => ({ kind: "cart", ...item })), order },
  });
  const [a, b] = ["2026-03-20T00:00:00Z", "2026-03-21T00:00:00Z"];
  test.each([
    ["the same cart", facts([{ at: a, cart: "x" }], [{ at: b, cart: "x" }]), true, false],
    ["another cart", facts([{ at: a, cart: "x" }], [{ at: b, cart: "y" }]), false, true],
    [
      "one of several",
      facts(
        [
          { at: a, cart: "x" },
          { at: a, cart: "y" },
        ],
        [{ at: b, cart: "y" }],
      ),
      true,
      true,
    ],
    ["a cart that is not known", facts([{ at: a, cart: "x" }], [{ at: b }]), "unknown", "unknown"],
    ["none that is known", facts([{ at: a }], [{ at: b }]), "unknown", "unknown"],
    ["before it", facts([{ at: b, cart: "x" }], [{ at: a, cart: "x" }]), false, true],
  ])("%s", (_, subject, isBought, isLeft) => {
    expect(run(bought, subject, {}, schema)).toBe(isBought);
    expect(run(left, subject, {}, schema)).toBe(isLeft);
  });
  test("every step has the field, of one type", () => {
    const other = { type: "sequence", steps: [{ over: { collection: "order" } }], same: "kart" };
    expect(validateCondition(other, schema).map(({ code, hint }) => [code, hint])).toEqual([
      ["CONDITION_UNKNOWN_FIELD", 'Did you mean "cart"?'],
    ]);
    expect(validateCondition({ ...other, same: "amount" }, schema)[0]?.code).toBe("CONDITION_OPERAND");
  });
  test("is renamed with the fields, and told", () => {
    const renamed = renameFields(bought, {
      collections: { interaction: { fields: { cart: "basket" } }, order: { fields: { cart: "basket" } } },
    });
    expect(JSON.stringify(renamed)).toContain('"same":"basket"');
    expect(describeCondition(bought, schema, en)).toContain("all with the same cart");
  });
});

describe("lists of numbers", () => {
  const schema = defineSchema({ attributes: { sizes: { type: "numbers" } } });
  const { attr } = conditions(schema);
  test.each([
    ["any", attr("sizes").hasAny([40, 41]), [38, 40], true],
    ["all", attr("sizes").hasAll([38, 40]), [38, 40, 41], true],
    ["none", attr("sizes").hasNone([41]), [38, 40], true],
    ["how many", attr("sizes").part("size").eq(2), [38, 40], true],
    ["texts are no numbers", attr("sizes").hasAny([40]), ["40"], "unknown"],
    ["nor is what is not finite", attr("sizes").hasAny([40]), [Number.NaN], "unknown"],
    ["nothing there", attr("sizes").hasAny([40]), undefined, "unknown"],
  ] as const)("%s", (_, condition, sizes, answer) => {
    expect(run(condition, { attributes: { sizes } }, {}, schema)).toBe(answer);
  });
  test("take numbers only", () => {
    expect(validateCondition({ ...attr("sizes").hasAny([1]), values: ["1"] }, schema)).toHaveLength(1);
    expect(describeCondition(attr("sizes").hasAny([40, 41]), schema, en)).toBe("sizes have any of 40, 41");
    const table = factTable(schema, [{ customerId: "a", attributes: { sizes: [1, 2] } }], { asOf: at });
    expect(table.at(0).attributes).toEqual({ sizes: [1, 2] });
  });
});

test("all of it has one canonical spelling and comes back from storage", () => {
  const rule = all(
    attr("city").eq("x", { ignoreCase: true }),
    each("order").latest(2).any(),
    attr("signedUpAt").gte(now),
    not(attr("joinedOn").within(olderThan({ days: 3 }))),
    sequence([each("order"), each("order")], { same: "sku" }),
  );
  const stored = canonicalizeCondition(JSON.parse(JSON.stringify(rule)) as Condition, { schema: shop });
  expect(canonicalizeCondition(stored, { schema: shop })).toEqual(stored);
  expect(renameFields(rule, {})).toEqual(rule);
});
