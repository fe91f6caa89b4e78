import type { Test } from "../../conditions/index.js";
import type { Choices, Line, Texts, ValueDomain } from "./value-domain.js";

/** A value as tests reckon with it: a number of a line, the position of a choice, a text. */
export type Reckoned = number | string;

/** Whether a value (undefined: nothing there) meets a test; undefined where that cannot be told without a run. */
export function testOnDomain(
  domain: ValueDomain | undefined,
  test: Test,
): ((value: Reckoned | undefined) => boolean) | undefined {
  if (test.op === "exists") return (value) => value !== undefined;
  if (test.op === "missing") return (value) => value === undefined;
  const meets = domain && testOnValue(domain, test);
  return meets && ((value) => value !== undefined && meets(value));
}

/** The literals that a test compares with. */
export function literalsOf(test: Test): readonly unknown[] {
  switch (test.op) {
    case "eq":
    case "ne":
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return [test.value];
    case "between":
      return [test.from, test.to];
    case "in":
    case "notIn":
      return Array.isArray(test.values) ? test.values : [];
    default:
      return [];
  }
}

function testOnValue(domain: ValueDomain, test: Test): ((value: Reckoned) => boolean) | undefined {
  if (domain.type === "choices" && (test.op === "contains" || test.op === "startsWith" || test.op === "endsWith")) {
    return textTest(domain, test.op, test.value);
  }
  const named = literalsOf(test).map((literal) => reckon(domain, literal));
  const first = named[0];
  if (first === undefined || named.some((value) => value === undefined)) return undefined;
  switch (test.op) {
    case "eq":
      return (value) => value === first;
    case "ne":
      return (value) => value !== first;
    case "gt":
      return (value) => value > first;
    case "gte":
      return (value) => value >= first;
    case "lt":
      return (value) => value < first;
    case "lte":
      return (value) => value <= first;
    case "in":
      return (value) => named.includes(value);
    case "notIn":
      return (value) => !named.includes(value);
    case "between": {
      const second = named[1] as Reckoned;
      const bounds = test.bounds ?? "[]";
      const isAbove = (value: Reckoned): boolean => (bounds[0] === "[" ? value >= first : value > first);
      const isBelow = (value: Reckoned): boolean => (bounds[1] === "]" ? value <= second : value < second);
      return domain.type === "line" && domain.cyclic && first > second
        ? (value) => isAbove(value) || isBelow(value)
        : (value) => isAbove(value) && isBelow(value);
    }
    default:
      return undefined;
  }
}

function reckon(domain: Line | Choices | Texts, literal: unknown): Reckoned | undefined {
  switch (domain.type) {
    case "line":
      return domain.read(literal);
    case "choices": {
      const position = domain.values.indexOf(literal as string | boolean);
      return position < 0 ? undefined : position;
    }
    case "texts":
      return typeof literal === "string" ? literal : undefined;
  }
}

function textTest(
  { values }: Choices,
  op: "contains" | "startsWith" | "endsWith",
  wanted: unknown,
): ((value: Reckoned) => boolean) | undefined {
  if (typeof wanted !== "string") return undefined;
  const holds = values.map((value) => {
    const text = String(value);
    if (op === "contains") return text.includes(wanted);
    return op === "startsWith" ? text.startsWith(wanted) : text.endsWith(wanted);
  });
  return (value) => holds[value as number] === true;
}
