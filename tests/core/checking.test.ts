import { expect, test } from "vitest";
import { checkOptions, optionIssues } from "../../src/core/checking/check-options.js";
import { checker } from "../../src/core/checking/checker.js";
import { completed, headFields } from "../../src/core/checking/definition-head.js";
import {
  choice,
  distinct,
  fields,
  finite,
  flag,
  listOf,
  optional,
  type Rule,
  readBy,
  text,
  whole,
} from "../../src/core/checking/rules.js";
import { inWords, issueOf, refusal, refuseAll } from "../../src/core/errors/refusal.js";
import { parseDay } from "../../src/core/index.js";
import { codeOf, faultOf } from "../support/fault-of.js";

const found = (rule: Rule, value: unknown) => {
  const check = checker("SHAPE");
  const given = rule(value, [], check);
  return [
    given,
    ...check.issues.map(({ path, expected, received, hint }) => [path.join("."), expected, received, hint]),
  ];
};

test.each<readonly [name: string, rule: Rule, value: unknown, accepted: boolean]>([
  ["a text", text, "a", true],
  ["an empty text", text, "", false],
  ["a flag", flag, false, true],
  ["no flag", flag, 0, false],
  ["below from", whole({ from: 1, to: 3 }), 0, false],
  ["at from", whole({ from: 1, to: 3 }), 1, true],
  ["at to", whole({ from: 1, to: 3 }), 3, true],
  ["past to", whole({ from: 1, to: 3 }), 4, false],
  ["a fraction", whole(), 1.5, false],
  ["past what is exact", whole(), 2 ** 53, false],
  ["at above", finite({ above: 0, below: 1 }), 0, false],
  ["between", finite({ above: 0, below: 1 }), 0.5, true],
  ["at below", finite({ above: 0, below: 1 }), 1, false],
  ["NaN", finite(), Number.NaN, false],
  ["a short list", listOf(text, 2), ["a"], false],
  ["a long enough list", listOf(text, 2), ["a", "b"], true],
  // biome-ignore lint/suspicious/noSparseArray: a hole is the case under test
  ["a hole in a list", listOf(text), ["a", , "b"], false],
  ["left out", optional(text), undefined, true],
  ["null is not left out", optional(text), null, false],
  ["a day", readBy(parseDay), "2026-01-31", true],
  ["no day", readBy(parseDay), "2026-02-31", false],
])("%s", (_, rule, value, accepted) => {
  expect(found(rule, value).length).toBe(accepted ? 1 : 2);
});

test("fields are all there and no others; each fault says where, what was expected and what was found", () => {
  const rule = fields({ id: text, size: whole({ from: 0 }), note: optional(text) });
  expect(found(rule, { id: "a", sise: 1, note: undefined })).toEqual([
    { id: "a", sise: 1, note: undefined },
    ["sise", "one of id, size, note", '"sise"', 'Did you mean "size"?'],
    ["size", "a whole number from 0", "nothing", undefined],
  ]);
  expect(found(rule, [])).toEqual([undefined, ["", "an object with id, size, note", "[]", undefined]]);
  // A key that every object inherits is not there; one that looks like it is a key like any other.
  expect(found(fields({ toString: text }), {}).length).toBe(2);
  expect(found(fields({ id: text }), JSON.parse('{"id":"a","__proto__":1}'))[1]).toEqual([
    "__proto__",
    "one of id",
    '"__proto__"',
    undefined,
  ]);
});

test("a name stands once, and faults of another check stand at their place", () => {
  const check = checker("SHAPE");
  const names = ["a", "__proto__", "a"].map((name, index) => [name, ["rules", index]] as const);
  distinct(names, check);
  check.adopt([issueOf("OTHER", ["when"], "x", "y")], ["rules", 3]);
  expect(check.issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
    ["SHAPE", "rules.2"],
    ["OTHER", "rules.3.when"],
  ]);
  expect(faultOf(() => check.refuseFaults())).toMatchObject({ code: "INVALID_DEFINITION", issues: check.issues });
});

interface Options {
  readonly top?: number | undefined;
  readonly by?: "net" | "orders" | undefined;
}
const rules = { top: finite({ above: 0, to: 1 }), by: choice(["net", "orders"]) };

test.each<readonly [name: string, options: unknown, paths: readonly string[]]>([
  ["nothing asked for", {}, []],
  ["all right", { top: 1, by: "net" }, []],
  ["an option that is undefined", { top: undefined }, []],
  ["a misspelt name and a wrong value", { tpo: 0.2, by: "nett" }, ["tpo", "by"]],
  ["null for an option", { top: null }, ["top"]],
  ["no options at all", null, [""]],
  ["a list", [], [""]],
])("options: %s", (_, options, paths) => {
  expect(optionIssues<Options>(options as Options, rules).map(({ path }) => path.join("."))).toEqual(paths);
  const check = () => checkOptions<Options>(options as Options, rules);
  expect(codeOf(check)).toBe(paths.length === 0 ? undefined : "INVALID_OPTIONS");
});

test("a required option may not be left out", () => {
  expect(faultOf(() => checkOptions<Options>({}, rules, ["top"])).path).toEqual(["top"]);
});

test("a definition is completed by what may be left out, and what is not an object stays as it is", () => {
  const head = fields(headFields("segment"));
  expect(found(head, completed({ id: "a", version: 1, kind: undefined }, { kind: "segment" })).length).toBe(1);
  expect(found(head, completed({ id: "a", version: 0, kind: "segmnt" }, { kind: "segment" })).length).toBe(3);
  expect(completed(null, { kind: "segment" })).toBe(null);
});

test("one fault or many: an error always lists its issues", () => {
  const error = refusal("INVALID_WEIGHTS", ["weights", 1], "a number from 0", -3, "Leave it out");
  expect(error.issues).toEqual([
    {
      code: "INVALID_WEIGHTS",
      path: ["weights", 1],
      expected: "a number from 0",
      received: "-3",
      hint: "Leave it out",
    },
  ]);
  expect(refusal("X", [], "rows", undefined).received).toBe("nothing");
  expect(refusal("X", [], "rows", inWords("3 rows")).received).toBe("3 rows");
  expect(refusal("X", [], "rows", { words: "forged" }).received).toBe('{"words":"forged"}');
  expect(() => refuseAll([])).not.toThrow();
  expect(faultOf(() => refuseAll([error], "INVALID_DEFINITION"))).toMatchObject({
    code: "INVALID_DEFINITION",
    issues: [error],
  });
});
