import { type DefinitionChecker, definitionChecker } from "clientele/core";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const found = (run: (check: DefinitionChecker) => unknown) => {
  const check = definitionChecker("SHAPE");
  const value = run(check);
  return [value, check.issues.map(({ path, expected, received, hint }) => [path.join("."), expected, received, hint])];
};

test("a record has every required key and no other", () => {
  const json = { id: "a", lable: "b" };
  expect(found((check) => check.record(json, ["rules", 0], ["id"], ["label"]))).toEqual([
    json,
    [["rules.0.lable", "one of id, label", '"lable"', "Did you mean label?"]],
  ]);
  expect(found((check) => check.record({}, [], ["id"]))).toEqual([
    undefined,
    [["id", "a value", "nothing", undefined]],
  ]);
  expect(found((check) => check.record([], ["x"], ["id"]))[1]).toEqual([["x", "an object with id", "[]", undefined]]);
  // A key that every object inherits is not there.
  expect(found((check) => check.record({}, [], ["toString"]))[0]).toBeUndefined();
});

type Reader = readonly [name: string, read: (check: DefinitionChecker) => unknown, value: unknown];
const readers: readonly Reader[] = [
  ["a list", (check) => check.list([1], []), [1]],
  ["a short list", (check) => check.list([], [], 1), undefined],
  ["a text", (check) => check.text("a", []), "a"],
  ["an empty text", (check) => check.text("", []), undefined],
  ["a whole number", (check) => check.whole(-3, []), -3],
  ["a fraction", (check) => check.whole(1.5, []), undefined],
  ["past what is exact", (check) => check.whole(2 ** 53, []), undefined],
  ["a number at its end", (check) => check.number(1, [], 0, 1), 1],
  ["a number past its end", (check) => check.number(1.01, [], 0, 1), undefined],
  ["NaN", (check) => check.number(Number.NaN, []), undefined],
  ["a choice", (check) => check.choice("first", ["first", "last"], []), "first"],
  ["no choice", (check) => check.choice("frist", ["first", "last"], []), undefined],
];
test.each(readers)("%s", (_, run, value) => {
  const [received, issues] = found(run);
  expect(received).toEqual(value);
  expect((issues as readonly unknown[]).length).toBe(value === undefined ? 1 : 0);
});

test("names stand once, and faults found elsewhere stand at their place", () => {
  const [, issues] = found((check) => {
    check.distinct([
      ["a", ["rules", 0]],
      ["__proto__", ["rules", 1]],
      ["a", ["rules", 2]],
    ]);
    check.adopt([{ code: "OTHER", path: ["when"], expected: "x", received: "y" }], ["rules", 3]);
  });
  expect(issues).toEqual([
    ["rules.2", "a name that stands once", '"a"', undefined],
    ["rules.3.when", "x", "y", undefined],
  ]);
});

test("all faults are thrown at once, and nothing where there are none", () => {
  const check = definitionChecker("SHAPE");
  check.refuseFaults();
  check.text(1, ["id"]);
  check.whole("1", ["version"]);
  const { code, path, issues } = faultOf(() => check.refuseFaults());
  expect([code, path, issues?.map((issue) => issue.code)]).toEqual(["INVALID_DEFINITION", ["id"], ["SHAPE", "SHAPE"]]);
});
