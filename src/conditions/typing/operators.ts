import type { Test } from "../condition.js";
import type { ValueType } from "./value-type.js";

/** The name of an operator. */
export type Operator = Test["op"];

/** Every operator of the language. */
export const operators: readonly Operator[] = [
  "eq",
  "ne",
  "gt",
  "gte",
  "lt",
  "lte",
  "between",
  "in",
  "notIn",
  "hasAny",
  "hasAll",
  "hasNone",
  "contains",
  "startsWith",
  "endsWith",
  "under",
  "exists",
  "missing",
  "within",
  "anniversary",
];

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
