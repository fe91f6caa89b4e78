import { type Condition, compileCondition, conditions, last, previous, type Truth } from "clientele/conditions";
import { isClienteleError } from "clientele/core";
import { defineSchema, type FactSchema } from "clientele/model";
import { describe, expect, test } from "vitest";
import { naiveJudge } from "./support/naive-interpreter.js";
import { shop } from "./support/shop.js";
import * as worked from "./support/worked-examples.js";

const { all, any, attr, each, not, parameter } = conditions(shop);
const judge = (condition: Condition, facts: object, asOf: string = "2026-04-01T00:00:00Z", timeZone = "UTC"): Truth =>
  compileCondition(condition, shop, { asOf, timeZone }).evaluate(facts as never);
const ofScore = (score: unknown): object => ({ attributes: score === undefined ? {} : { score } });

describe("the null matrix: nine conditions by five bad values, as Kleene and SQL have it", () => {
  const bad = [undefined, null, Number.NaN, "7", ""] as const;
  const there = ["unknown", "unknown", "unknown", "unknown", "unknown"] as const;
  const matrix: readonly (readonly [string, Condition, readonly Truth[]])[] = [
    ["eq", attr("score").eq(5), there],
    ["ne", attr("score").ne(5), there],
    ["lt", attr("score").lt(5), there],
    ["gte", attr("score").gte(0), there],
    ["in", attr("score").in([5, 7]), there],
    ["notIn", attr("score").notIn([5, 7]), there],
    ["between", attr("score").between(0, 9), there],
    ["exists", attr("score").exists(), [false, false, true, true, true]],
    ["not(lt)", not(attr("score").lt(5)), there],
  ];
  const cells = matrix.flatMap(([name, condition, answers]) =>
    bad.map((value, column) => [name, value, condition, answers[column] as Truth] as const),
  );
  test("has 45 cells", () => expect(cells).toHaveLength(45));
  test.each(cells)("%s of %o", (_, value, condition, answer) => {
    expect(judge(condition, ofScore(value))).toBe(answer);
  });
  test.each(bad.map((value, column) => [value, [true, true, "unknown", "unknown", "unknown"][column]]))(
    "orMissing lets in what is not there and no rubbish: %o",
    (value, answer) => expect(judge(attr("score").ne(5, { orMissing: true }), ofScore(value))).toBe(answer),
  );
});

test("-0 equals 0, and names that objects inherit are no facts", () => {
  expect(judge(attr("score").eq(0), ofScore(-0))).toBe(true);
  const schema: FactSchema = defineSchema({
    attributes: { toString: { type: "string" }, valueOf: { type: "number" } },
  });
  const condition: Condition = { type: "compare", subject: { type: "attribute", field: "toString" }, op: "missing" };
  expect(compileCondition(condition, schema, { asOf: 0 }).evaluate({ attributes: {} })).toBe(true);
  const orders: Condition = { type: "some", over: { collection: "order" } };
  expect(judge(orders, { attributes: {}, collections: Object.create({ order: [{ at: 0 }] }) })).toBe("unknown");
  expect(judge(orders, { attributes: {}, collections: null })).toBe("unknown");
  const hole = [{ at: Date.UTC(2026, 0, 1) }];
  hole[2] = { at: Date.UTC(2026, 0, 2) };
  expect(judge(each("order").count().gte(3), { attributes: {}, collections: { order: hole } })).toBe("unknown");
  expect(judge(each("order").count().gte(2), { attributes: {}, collections: { order: hole } })).toBe(true);
});

describe("money is exact", () => {
  const orders = (...amounts: string[]): object => ({
    attributes: {},
    collections: { order: amounts.map((amount, index) => ({ at: Date.UTC(2026, 0, 1) + index, amount })) },
  });
  test("an average is not rounded", () => {
    expect(judge(each("order").avg("amount").lt("50.00"), orders("49.99", "50.00"))).toBe(true);
    expect(judge(each("order").avg("amount").eq("50.00"), orders("49.99", "50.00"))).toBe(false);
  });
  test("sums past 2^53 and their multiples", () => {
    const huge = Array.from({ length: 3 }, () => "90071992547409.91");
    expect(judge(each("order").sum("amount").eq("90071992547409.91"), orders(...huge))).toBe(false);
    const third = all(
      attr("spend").lt(each("order").sum("amount").times("0.333333333333334")),
      attr("spend").gt(each("order").sum("amount").times("0.333333333333333")),
    );
    expect(judge(third, { ...orders(...huge), attributes: { spend: "90071992547409.91" } })).toBe(true);
  });
  test("two scales of one currency", () => {
    expect(judge(attr("spend").lt(attr("credit")), { attributes: { spend: "50.00", credit: "50.0001" } })).toBe(true);
    expect(judge(attr("credit").eq(attr("spend")), { attributes: { spend: "50.00", credit: "50" } })).toBe(true);
  });
});

describe("boundaries", () => {
  const asOf = Date.parse("2026-04-01T12:00:00Z");
  const count = (condition: Condition, ...at: number[]): Truth =>
    compileCondition(condition, shop, { asOf }).evaluate({
      attributes: {},
      collections: { order: at.map((instant) => ({ at: instant })) },
    });
  const start = Date.parse("2026-03-02T12:00:00Z");
  test.each([
    [start - 1, false],
    [start, false],
    [start + 1, true],
    [asOf - 1, true],
    [asOf, true],
    [asOf + 1, false],
  ])("a rolling window is open at its start and closed at asOf: %i", (at, answer) => {
    expect(
      count(
        each("order")
          .within(last({ days: 30 }))
          .any(),
        at,
      ),
    ).toBe(answer);
  });
  test.each([
    ["2026-02-28T23:59:59.999Z", false],
    ["2026-03-01T00:00:00.000Z", true],
    ["2026-03-31T23:59:59.999Z", true],
    ["2026-04-01T00:00:00.000Z", false],
  ])("a calendar window is closed at its start and open at its end: %s", (at, answer) => {
    expect(count(each("order").within(previous("month")).any(), Date.parse(at))).toBe(answer);
  });
  test("adjacent windows share nothing and leave nothing out", () => {
    for (const at of [start - 1, start, start + 1]) {
      const late = count(
        each("order")
          .within(last({ days: 30 }))
          .any(),
        at,
      );
      const early = count(
        each("order")
          .within(last({ days: 60 }, { until: { days: 30 } }))
          .any(),
        at,
      );
      expect([late, early].filter((answer) => answer === true)).toHaveLength(1);
    }
  });
  test("months are clamped", () => {
    const atEnd = (asOf: string, at: string): Truth =>
      judge(
        each("order")
          .within(last({ months: 1 }))
          .any(),
        { attributes: {}, collections: { order: [{ at }] } },
        asOf,
      );
    expect(atEnd("2026-03-31T12:00:00Z", "2026-02-28T12:00:00Z")).toBe(false);
    expect(atEnd("2026-03-31T12:00:00Z", "2026-02-28T12:00:00.001Z")).toBe(true);
    expect(atEnd("2024-03-31T12:00:00Z", "2024-02-29T12:00:00.001Z")).toBe(true);
  });
});

describe("zones and their clock changes", () => {
  // Local days begin and end where their clocks say; instants are worked out by hand from the zones' rules.
  test.each([
    ["America/New_York", "2026-11-01T12:00:00-05:00", "2026-11-01T04:00:00Z", "25 hours"],
    ["America/New_York", "2026-03-08T12:00:00-04:00", "2026-03-08T05:00:00Z", "23 hours"],
    ["Asia/Kolkata", "2026-04-01T12:00:00+05:30", "2026-03-31T18:30:00Z", "half an hour off"],
    ["Australia/Lord_Howe", "2026-04-05T12:00:00+10:30", "2026-04-04T13:00:00Z", "half an hour more"],
    ["Pacific/Apia", "2011-12-31T12:00:00+14:00", "2011-12-30T10:00:00Z", "the day after one that never was"],
    ["America/Sao_Paulo", "2018-11-04T12:00:00-02:00", "2018-11-04T03:00:00Z", "no midnight"],
  ])("%s at %s: the day starts at %s (%s)", (timeZone, asOf, start) => {
    const at = Date.parse(start);
    const today: Condition = {
      type: "some",
      over: { collection: "order" },
      window: { type: "calendar", period: "day", offset: 0, count: 1 },
    };
    const order = (instant: number): object => ({ attributes: {}, collections: { order: [{ at: instant }] } });
    expect(judge(today, order(at), asOf, timeZone)).toBe(true);
    expect(judge(today, order(at - 1), asOf, timeZone)).toBe(false);
  });
  test("daysSince < n is within the last n days, also across a clock change", () => {
    const asOf = Date.parse("2026-11-02T05:30:00Z");
    for (const shift of [-3_600_001, -3_600_000, -1, 0, 1, 3_600_000]) {
      for (const days of [1, 2, 31]) {
        const facts = { attributes: { signedUpAt: asOf - days * 86_400_000 + shift } };
        const since = judge(
          attr("signedUpAt").part("daysSince").lt(days),
          facts,
          new Date(asOf).toISOString(),
          "America/New_York",
        );
        const within = judge(
          attr("signedUpAt").within(last({ days })),
          facts,
          new Date(asOf).toISOString(),
          "America/New_York",
        );
        expect(since).toBe(within);
      }
    }
  });
  test("hours ignore the zone", () => {
    const facts = { attributes: {}, collections: { order: [{ at: "2026-11-01T05:30:00Z" }] } };
    const answers = ["UTC", "America/New_York", "Asia/Kolkata"].map((timeZone) =>
      judge(
        each("order")
          .within(last({ hours: 25 }))
          .any(),
        facts,
        "2026-11-02T06:00:00Z",
        timeZone,
      ),
    );
    expect(answers).toEqual([true, true, true]);
  });
});

describe("history that is cut off", () => {
  const facts = {
    attributes: {},
    collections: { order: [{ at: "2026-03-01T00:00:00Z", amount: "5.00" }] },
    knownSince: "2026-02-01",
  };
  test.each([
    ["what is seen stays seen", each("order").any(), true],
    ["what is not seen may be", each("order").count().gte(2), "unknown"],
    ["at least what is seen", each("order").count().gte(1), true],
    [
      "no order in a window that is known",
      each("order")
        .within(last({ days: 10 }))
        .none(),
      true,
    ],
    ["a sum needs everything", each("order").sum("amount").gte("1.00"), "unknown"],
    ["the last is the last", each("order").last("amount").eq("5.00"), true],
    ["the first need not be the first", each("order").first("amount").eq("5.00"), "unknown"],
  ] as const)("%s", (_, condition, answer) => {
    expect(judge(condition, facts)).toBe(answer);
  });
});

describe("references and parameters", () => {
  const minimum = parameter("minimum", { type: "money", currency: "EUR" });
  const envelope = {
    language: 1,
    parameters: { minimum: { type: "money", currency: "EUR", default: { amount: "30.00", currency: "EUR" } } },
    when: attr("spend").gte(minimum),
  } as const;
  const spend = { attributes: { spend: "40.00" } };
  test("a default holds until it is bound", () => {
    expect(compileCondition(envelope, shop, { asOf: 0 }).evaluate(spend)).toBe(true);
    const parameters = { minimum: { amount: "50.00", currency: "EUR" } };
    expect(compileCondition(envelope, shop, { asOf: 0, parameters }).evaluate(spend)).toBe(false);
  });
  test("a value of another type is refused", () => {
    for (const minimum of [50, { amount: "50.00", currency: "USD" }, []]) {
      expect(() => compileCondition(envelope, shop, { asOf: 0, parameters: { minimum } as never })).toThrow(
        "INVALID_CONDITION",
      );
    }
    const { default: _, ...unbound } = envelope.parameters.minimum;
    expect(() => compileCondition({ ...envelope, parameters: { minimum: unbound } }, shop, { asOf: 0 })).toThrow(
      "parameters.minimum",
    );
  });
  test("a reference is judged with its own parameters", () => {
    const references = { rich: envelope };
    const both = any({ type: "reference", id: "rich" }, attr("vip").eq(true));
    expect(compileCondition(both, shop, { asOf: 0, references }).evaluate(spend)).toBe(true);
  });
});

test("all faults of a condition are thrown at once", () => {
  try {
    compileCondition({ type: "all", of: [{ type: "none" }, { type: "not" }] } as never, shop, { asOf: 0 });
    expect.unreachable();
  } catch (error) {
    expect(isClienteleError(error, "INVALID_CONDITION") && error.issues?.length).toBe(2);
  }
});

describe("the worked examples", () => {
  const asOf = Date.parse("2026-04-01T12:00:00Z");
  const order = (day: string, amount: string): object => ({ at: `${day}T09:00:00Z`, amount });
  const customer = (attributes: object, ...order: object[]): object => ({ attributes, collections: { order } });
  const early = ["2025-11-01", "2025-11-02", "2025-11-03"].map((day) => order(day, "110.00"));
  test.each([
    ["lapsing", worked.lapsingVip, customer({ country: "DE" }, ...early), true],
    ["back again", worked.lapsingVip, customer({ country: "DE" }, ...early, order("2026-03-01", "1.00")), false],
    ["country unknown", worked.lapsingVip, customer({}, ...early), "unknown"],
    ["halved", worked.frequencyHalved, customer({}, ...early, order("2026-03-01", "1.00")), true],
    [
      "not halved",
      worked.frequencyHalved,
      customer({}, ...early, order("2026-03-01", "1.00"), order("2026-03-02", "1.00")),
      false,
    ],
    ["never bought", worked.hasNotDone, customer({}), true],
    ["bought this month", worked.hasNotDone, customer({}, order("2026-04-01", "1.00")), true],
    ["bought in January", worked.hasNotDone, customer({}, order("2026-01-01", "1.00")), false],
    ["big, then gone", worked.bigThenGone, customer({}, order("2026-01-01", "100.00")), true],
    [
      "big, then there again",
      worked.bigThenGone,
      customer({}, order("2026-01-01", "100.00"), order("2026-02-01", "1.00")),
      false,
    ],
    ["big and the deadline to come", worked.bigThenGone, customer({}, order("2026-03-01", "100.00")), false],
    ["high value at risk", worked.highAndRisky, { attributes: { valueClass: "high", churnScore: 60 } }, true],
    ["a score that is not there", worked.highAndRisky, { attributes: { valueClass: "high" } }, "unknown"],
    ["29 on the day before the birthday", worked.ageBins[0] as never, { attributes: { birthday: "1996-04-02" } }, true],
    ["30 on the birthday", worked.ageBins[1] as never, { attributes: { birthday: "1996-04-01" } }, true],
  ])("%s", (_, example, facts, answer) => {
    expect(compileCondition(example, worked.customers, { asOf }).evaluate(facts as never)).toBe(answer);
    expect(naiveJudge(example, worked.customers, facts, { asOf, timeZone: "UTC" })).toBe(answer);
  });

  const friend = (attributes: object, ...line: object[]): object => ({
    attributes: {
      "order.paidNet": "35.00",
      "order.number": 1,
      "order.at": "2026-03-20T10:00:00Z",
      "customer.signedUpAt": "2026-03-01T10:00:00Z",
      ...attributes,
    },
    collections: { line },
  });
  test.each([
    [
      "a Friday for gold",
      worked.goldWeekday,
      { attributes: { "customer.tier": "gold", "order.at": "2026-04-03T10:00:00Z" } },
      true,
    ],
    [
      "a Saturday for gold",
      worked.goldWeekday,
      { attributes: { "customer.tier": "gold", "order.at": "2026-04-04T10:00:00Z" } },
      false,
    ],
    ["a friend's first order", worked.friendFirstOrder, friend({}, { category: "tea" }), true],
    ["nothing but a gift card", worked.friendFirstOrder, friend({}, { category: "gift-card" }), false],
    [
      "too late",
      worked.friendFirstOrder,
      friend({ "customer.signedUpAt": "2026-02-18T10:00:00Z" }, { category: "tea" }),
      false,
    ],
    ["too little", worked.friendFirstOrder, friend({ "order.paidNet": "29.99" }, { category: "tea" }), false],
  ])("%s", (_, example, facts, answer) => {
    expect(compileCondition(example, worked.orders, { asOf }).evaluate(facts as never)).toBe(answer);
  });
});
