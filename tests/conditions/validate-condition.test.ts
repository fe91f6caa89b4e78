import { type Condition, type ValidateConditionOptions, validateCondition } from "clientele/conditions";
import { describe, expect, test } from "vitest";
import { shop } from "./support/shop.js";
import { workedExamples } from "./support/worked-examples.js";

const faultsOf = (input: unknown, options?: ValidateConditionOptions): readonly string[] =>
  validateCondition(input, shop, options).map(
    ({ code, path, hint }) =>
      `${code.replace("CONDITION_", "")} /${path.join("/")}${hint === undefined ? "" : ` (${hint})`}`,
  );

const attribute = (field: string, part?: unknown) => ({
  type: "attribute",
  field,
  ...(part === undefined ? {} : { part }),
});
const compare = (field: string, test: object, part?: unknown) => ({
  type: "compare",
  subject: attribute(field, part),
  ...test,
});
const order = { collection: "order" };

test.each(workedExamples)("the worked example of %s is sound", (_, example, schema) => {
  expect(validateCondition(example, schema)).toEqual([]);
  expect(validateCondition(JSON.parse(JSON.stringify(example)), schema)).toEqual([]);
});

describe("one fault at one path", () => {
  test.each([
    ["no condition", 3, "SHAPE /"],
    ["no type", { of: [] }, "SHAPE /type"],
    ["a type that is nearly right", { type: "atleast", of: [] }, 'SHAPE /type (Did you mean "atLeast"?)'],
    ["no children", { type: "all", of: [] }, "SHAPE /of"],
    [
      "an unknown key",
      { ...compare("vip", { op: "eq", value: true }), ormissing: true },
      'SHAPE /ormissing (Did you mean "orMissing"?)',
    ],
    [
      "a key of another operator",
      compare("vip", { op: "eq", value: true, values: [true] }),
      'SHAPE /values (Did you mean "value"?)',
    ],
    ["orMissing on exists", compare("vip", { op: "exists", orMissing: true }), "SHAPE /orMissing"],
    ["a count too high", { type: "atLeast", count: 2, of: [compare("vip", { op: "exists" })] }, "RANGE /count"],
    [
      "a misspelt field",
      compare("contry", { op: "eq", value: "DE" }),
      'UNKNOWN_FIELD /subject/field (Did you mean "country"?)',
    ],
    ["__proto__ as a field", compare("__proto__", { op: "exists" }), "UNKNOWN_FIELD /subject/field"],
    [
      "a misspelt collection",
      { type: "some", over: { collection: "oder" } },
      'UNKNOWN_COLLECTION /over/collection (Did you mean "order"?)',
    ],
    [
      "an item where there is none",
      { type: "compare", subject: { type: "item", field: "amount" }, op: "exists" },
      "SCOPE /subject",
    ],
    ["a collection of no item", { type: "some", over: { collection: "line", of: "item" } }, "SCOPE /over/of"],
    ["order on texts", compare("city", { op: "gt", value: "A" }), "OPERATOR /op"],
    ["under without a hierarchy", compare("city", { op: "under", value: "A" }), "OPERATOR /op"],
    ["a part of another type", compare("city", { op: "eq", value: 1 }, "weekday"), "OPERATOR /subject/part"],
    [
      "a festival that is none",
      compare("joinedOn", { op: "eq", value: 1 }, { festival: "easter" }),
      "SHAPE /subject/part/festival",
    ],
    ["a value not declared", compare("country", { op: "eq", value: "DD" }), "OPERAND /value"],
    ["a text for a number", compare("score", { op: "eq", value: "7" }), "OPERAND /value"],
    ["a number for an amount", compare("spend", { op: "eq", value: 7 }), "OPERAND /value"],
    [
      "another currency",
      compare("spend", { op: "eq", value: { amount: "1", currency: "USD" } }),
      "CURRENCY /value/currency",
    ],
    ["a field in another currency", compare("spend", { op: "eq", value: attribute("dollars") }), "CURRENCY /value"],
    [
      "an amount too fine",
      compare("spend", { op: "eq", value: { amount: "1.001", currency: "EUR" } }),
      "OPERAND /value/amount (Pass scale: 3 to keep it exactly, or round it first)",
    ],
    ["a day against an instant", compare("signedUpAt", { op: "gt", value: attribute("joinedOn") }), "OPERAND /value"],
    [
      "a bare day equal to an instant",
      compare("signedUpAt", { op: "eq", value: "2026-01-01" }),
      'OPERAND /value (Compare the part "localDay", or use within)',
    ],
    ["a day that does not exist", compare("joinedOn", { op: "gt", value: "2026-02-30" }), "OPERAND /value"],
    ["a time that does not exist", compare("signedUpAt", { op: "lt", value: "24:00" }, "timeOfDay"), "OPERAND /value"],
    [
      "an inexact factor",
      compare("score", { op: "lt", value: { type: "scaled", times: "1e3", of: attribute("score") } }),
      "OPERAND /value/times",
    ],
    [
      "a scaled day",
      compare("joinedOn", { op: "lt", value: { type: "scaled", times: "2", of: attribute("joinedOn") } }),
      "OPERAND /value",
    ],
    ["positions in other values", compare("tier", { op: "lt", value: attribute("country") }), "OPERAND /value"],
    ["a range of nothing", compare("score", { op: "between", from: 2, to: 1 }), "RANGE /to"],
    ["an open range of nothing", compare("score", { op: "between", from: 2, to: 2, bounds: "[)" }), "RANGE /to"],
    ["an empty list", compare("country", { op: "in", values: [] }), "EMPTY_LIST /values"],
    [
      "a tag not declared",
      compare("tags", { op: "hasAny", values: ["stuff"] }),
      'OPERAND /values/0 (Did you mean "staff"?)',
    ],
    [
      "a window without a clock",
      { type: "some", over: { collection: "line" }, window: { type: "rolling", last: { days: 1 } } },
      "WINDOW /window",
    ],
    [
      "events to come",
      { type: "some", over: order, window: { type: "upcoming", next: { days: 1 } } },
      "WINDOW /window",
    ],
    [
      "events of next month",
      { type: "some", over: order, window: { type: "calendar", period: "month", offset: 1, count: 1 } },
      "WINDOW /window",
    ],
    [
      "two units",
      { type: "some", over: order, window: { type: "rolling", last: { days: 1, months: 1 } } },
      "SHAPE /window/last",
    ],
    [
      "no time at all",
      { type: "some", over: order, window: { type: "rolling", last: { days: 0 } } },
      "RANGE /window/last/days",
    ],
    [
      "a window inside out",
      { type: "some", over: order, window: { type: "rolling", last: { days: 90 }, until: { months: 12 } } },
      "RANGE /window/until",
    ],
    [
      "a century too long",
      { type: "some", over: order, window: { type: "rolling", last: { years: 101 } } },
      "LIMIT /window/last",
    ],
    [
      "hours of a day",
      compare("joinedOn", { op: "within", window: { type: "rolling", last: { hours: 5 } } }),
      "WINDOW /window/last",
    ],
    [
      "an end before the start",
      { type: "some", over: order, window: { type: "between", start: "2026-02-01", end: "2026-01-01" } },
      "RANGE /window/end",
    ],
    [
      "an anchor that is no time",
      compare("joinedOn", { op: "within", window: { type: "after", anchor: attribute("city"), next: { days: 1 } } }),
      "OPERAND /window/anchor",
    ],
    [
      "weeks of a month",
      {
        type: "some",
        over: order,
        window: { type: "calendar", period: "month", offset: 0, count: 1, weekStartsOn: 7 },
      },
      "SHAPE /window/weekStartsOn",
    ],
    ["an aggregate of nothing", compareAggregate({ fn: "sum", over: order }), "SHAPE /subject/of"],
    [
      "a sum of texts",
      compareAggregate({ fn: "sum", over: order, of: { type: "item", field: "sku" } }),
      "OPERATOR /subject/fn",
    ],
    [
      "the last of items without a clock",
      compareAggregate({ fn: "last", over: { collection: "line" }, of: { type: "item", field: "quantity" } }),
      "OPERATOR /subject/fn",
    ],
    [
      "take and skip, which may come",
      { ...compareAggregate({ fn: "count", over: order, take: 3 }) },
      "SHAPE /subject/take",
    ],
    [
      "a first step that is absent",
      { type: "sequence", within: { days: 1 }, steps: [{ over: order, absent: true }, { over: order }] },
      "SHAPE /steps/0/absent",
    ],
    [
      "an absence without a deadline",
      { type: "sequence", steps: [{ over: order }, { over: order, absent: true }] },
      "SHAPE /within",
    ],
    [
      "a sequence without a clock",
      { type: "sequence", steps: [{ over: { collection: "line" } }] },
      "WINDOW /steps/0/over",
    ],
    [
      "an anniversary inside out",
      compare("birthday", { op: "anniversary", from: 3, to: 1, leapDay: "mar1" }),
      "RANGE /to",
    ],
    [
      "an undeclared parameter",
      compare("score", { op: "eq", value: { type: "parameter", name: "x" } }),
      "PARAMETER /value/name",
    ],
    [
      "a newer language",
      { language: 2, when: { type: "constant", value: true } },
      "VERSION /language (It was written by a newer release of this library)",
    ],
    [
      "a parameter of no type",
      { language: 1, parameters: { x: { type: "nmber" } }, when: { type: "constant", value: true } },
      'PARAMETER /parameters/x/type (Did you mean "number"?)',
    ],
    [
      "a default of another type",
      { language: 1, parameters: { x: { type: "number", default: "7" } }, when: { type: "constant", value: true } },
      "OPERAND /parameters/x/default",
    ],
  ])("%s", (_, input, fault) => {
    expect(faultsOf(input)).toEqual([fault]);
  });
});

function compareAggregate(aggregate: object): object {
  return { type: "compare", subject: { type: "aggregate", ...aggregate }, op: "gte", value: 1 };
}

test("all faults are found at once, in the order in which they are written", () => {
  const rule = {
    type: "any",
    of: [
      compare("contry", { op: "eq", value: "DE" }),
      {
        type: "not",
        of: {
          type: "every",
          over: order,
          holds: { type: "compare", subject: { type: "item", field: "amuont" }, op: "eq", value: 1 },
        },
      },
      compare("spend", { op: "between", from: 1, to: { amount: "x", currency: "EUR" } }),
    ],
  };
  expect(faultsOf(rule)).toEqual([
    'UNKNOWN_FIELD /of/0/subject/field (Did you mean "country"?)',
    'UNKNOWN_FIELD /of/1/of/holds/subject/field (Did you mean "amount"?)',
    "OPERAND /of/2/from",
  ]);
});

describe("scope", () => {
  const line = { type: "compare", subject: { type: "item", field: "category" }, op: "eq", value: "wine" };
  test("an envelope or the caller binds the item", () => {
    expect(faultsOf({ language: 1, scope: { collection: "line" }, when: line })).toEqual([]);
    expect(faultsOf(line, { scope: { collection: "line" } })).toEqual([]);
    expect(faultsOf(line, { path: ["rules", 3, "lines"] })).toEqual(["SCOPE /rules/3/lines/subject"]);
  });
  test("item is the innermost one", () => {
    const inner = { type: "some", over: { collection: "line", of: "item" }, where: line };
    expect(faultsOf({ type: "some", over: order, where: inner })).toEqual([]);
    const middle = { type: "compare", subject: { type: "item", field: "amount" }, op: "exists" };
    expect(faultsOf({ type: "some", over: order, where: { ...inner, where: middle } })).toEqual([
      "UNKNOWN_FIELD /where/where/subject/field",
    ]);
  });
});

describe("references", () => {
  const reference = (id: string): Condition => ({ type: "reference", id });
  const both = (...ids: string[]): Condition => ({ type: "all", of: ids.map(reference) });
  const yes: Condition = { type: "constant", value: true };

  test("are not followed unless they are given", () => {
    expect(faultsOf(reference("vip"))).toEqual([]);
    expect(faultsOf(reference("vpi"), { references: { vip: yes } })).toEqual(['REFERENCE /id (Did you mean "vip"?)']);
  });
  test("a diamond is legal", () => {
    const references = { left: reference("bottom"), right: reference("bottom"), bottom: yes };
    expect(faultsOf(both("left", "right"), { references })).toEqual([]);
  });
  test("a circle is refused, with the way round", () => {
    const references = { a: reference("b"), b: both("c", "a"), c: yes };
    const [issue] = validateCondition(both("c", "a"), shop, { references });
    expect(issue).toMatchObject({
      code: "CONDITION_CYCLE",
      path: ["references", "b", "of", 1, "id"],
      received: '"a → b → a"',
    });
    expect(faultsOf(reference("me"), { references: { me: reference("me") } })).toEqual(["CYCLE /references/me/id"]);
  });
  test("their faults stand under references, once each", () => {
    const references = { a: compare("contry", { op: "exists" }) as never };
    expect(faultsOf(both("a", "a"), { references })).toEqual([
      'UNKNOWN_FIELD /references/a/subject/field (Did you mean "country"?)',
    ]);
  });
  test("names like __proto__ are names", () => {
    expect(faultsOf(reference("__proto__"), { references: {} })).toEqual(["REFERENCE /id"]);
  });
});

describe("limits", () => {
  const nest = (depth: number): unknown =>
    depth === 0 ? { type: "constant", value: true } : { type: "not", of: nest(depth - 1) };

  test("depth, without recursion", () => {
    expect(faultsOf(nest(15))).toEqual([]);
    expect(faultsOf(nest(16))[0]).toMatch(/^LIMIT \/of\/of/);
    let deep: unknown = { type: "constant", value: true };
    for (let i = 0; i < 200_000; i++) deep = { type: "not", of: deep };
    expect(faultsOf(deep)).toHaveLength(1);
  });
  test("a condition that holds itself", () => {
    const knot: { type: string; of: unknown[] } = { type: "all", of: [] };
    knot.of.push(knot, knot);
    expect(faultsOf(knot)).toHaveLength(1);
    const plain: unknown[] = [];
    plain.push(plain, plain);
    expect(faultsOf(plain)).toHaveLength(1);
  });
  test("size, list values, text and steps", () => {
    const leaves = (count: number) => ({ type: "any", of: Array.from({ length: count }, () => nest(0)) });
    expect(faultsOf(leaves(999))).toEqual([]);
    expect(faultsOf(leaves(1000))).toEqual(["LIMIT /"]);
    expect(faultsOf(leaves(9), { limits: { nodes: 9 } })).toEqual(["LIMIT /"]);
    expect(faultsOf(compare("score", { op: "in", values: Array.from({ length: 10_001 }, (_, i) => i) }))).toEqual([
      "LIMIT /values",
    ]);
    expect(faultsOf(compare("city", { op: "eq", value: "x".repeat(1001) }))).toEqual(["LIMIT /value"]);
    expect(faultsOf({ type: "sequence", steps: Array.from({ length: 7 }, () => ({ over: order })) })).toEqual([
      "LIMIT /steps",
    ]);
  });
  test("nodes of all that is referred to", () => {
    const many = { type: "all", of: Array.from({ length: 900 }, () => nest(0)) };
    const references = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`r${i}`, many])) as never;
    const all = { type: "all", of: Array.from({ length: 12 }, (_, i) => ({ type: "reference", id: `r${i}` })) };
    expect(faultsOf(all, { references })).toEqual(["LIMIT /of/11/id"]);
  });
});

test("amounts whose scales or currencies do not go together", () => {
  const parameters = { dollars: { type: "money", currency: "USD" } } as const;
  const listed = compare("spend", { op: "in", values: { type: "parameter", name: "dollars" } });
  expect(faultsOf({ language: 1, parameters, when: listed })).toEqual(["CURRENCY /when/values"]);
  const finer = compare("anyMoney", { op: "eq", value: { type: "parameter", name: "any" } });
  const any = { any: { type: "money", currency: "*", scale: 4 } } as const;
  expect(faultsOf({ language: 1, parameters: any, when: finer })).toEqual(["OPERAND /when/value"]);
});

test("__proto__ as a key is refused, not swallowed", () => {
  const json = JSON.parse('{"type":"constant","value":true,"__proto__":{"x":1}}');
  expect(faultsOf(json)).toEqual(["SHAPE /__proto__"]);
});
