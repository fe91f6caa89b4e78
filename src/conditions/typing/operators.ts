import type { Test } from "../condition.js";
import type { ValueType } from "./value-types.js";

/** The name of an operator. */
export type Operator = Test["op"];

/** The forms of tests: operators, the keys that each must have, and those that it may have. */
export const testForms: readonly (readonly [
  ops: readonly Operator[],
  required: readonly string[],
  optional: readonly string[],
])[] = [
  [["eq", "ne"], ["value"], ["orMissing", "ignoreCase"]],
  [["gt", "gte", "lt", "lte"], ["value"], ["orMissing"]],
  [["between"], ["from", "to"], ["bounds", "orMissing"]],
  [["in", "notIn"], ["values"], ["orMissing", "ignoreCase"]],
  [["hasAny", "hasAll", "hasNone"], ["values"], ["orMissing"]],
  [["contains", "startsWith", "endsWith"], ["value"], ["orMissing", "ignoreCase"]],
  [["under"], ["value"], ["orMissing"]],
  [["exists", "missing"], [], []],
  [["within"], ["window"], ["orMissing"]],
  [["anniversary"], ["from", "to"], ["leapDay", "orMissing"]],
];

/** Every operator of the language. */
export const operators: readonly Operator[] = testForms.flatMap(([ops]) => ops);

const order: readonly Operator[] = ["gt", "gte", "lt", "lte", "between"];
const presence: readonly Operator[] = ["exists", "missing"];

/** The operators that values of a type take. */
export function operatorsOf(type: ValueType): readonly Operator[] {
  return [...operatorsOfKind(type), ...presence];
}

function operatorsOfKind(type: ValueType): readonly Operator[] {
  switch (type.kind) {
    case "text":
      return [
        "eq",
        "ne",
        "in",
        "notIn",
        ...(type.ordered ? order : []),
        ...(type.values === undefined ? (["contains", "startsWith", "endsWith"] as const) : []),
        ...(type.separator === undefined ? [] : (["under"] as const)),
      ];
    case "boolean":
      return ["eq", "ne"];
    case "number":
    case "money":
      return ["eq", "ne", ...order, "in", "notIn"];
    case "instant":
      return ["eq", "ne", ...order, "within"];
    case "day":
      return ["eq", "ne", ...order, "within", "anniversary"];
    case "birthday":
      return ["anniversary"];
    case "time":
      return order;
    case "monthDay":
      return ["eq", "ne", ...order];
    case "list":
      return ["hasAny", "hasAll", "hasNone"];
  }
}
