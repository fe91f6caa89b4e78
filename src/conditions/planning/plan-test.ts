import type { Test } from "../condition.js";
import { compareReadings, TRUE } from "../reading/compare-readings.js";
import type { Reading } from "../reading/reading.js";
import { elementOf, type NameScope, type TextType, type ValueType, wrapsRound } from "../typing/value-types.js";
import type { Literal, ParameterValue } from "../value.js";
import type { MappedPlan, TestPlan, ValuePlan } from "./plan.js";
import { boundValue, literalValue, requireRange, type TypedPlan } from "./plan-leaves.js";
import { alignOperand, planOperand } from "./plan-operand.js";
import { planWindow } from "./plan-window.js";
import type { Planner } from "./planner.js";

/** A planned test, and its subject as the test reads it. */
export interface PlannedTest {
  readonly subject: ValuePlan;
  readonly test: TestPlan;
}

/** Plans a test of a subject. */
export function planTest(test: Test, subject: TypedPlan, scope: NameScope, planner: Planner): PlannedTest {
  const { type } = subject;
  switch (test.op) {
    case "eq":
    case "ne":
    case "gt":
    case "gte":
    case "lt":
    case "lte": {
      const dayAs = test.op === "gt" || test.op === "lte" ? "end" : "start";
      const operand = planOperand(test.value, type, dayAs, scope, planner);
      const asOrdered = test.op === "eq" || test.op === "ne" ? (value: TypedPlan) => folded(value, test) : ordered;
      return {
        subject: asOrdered(subject).plan,
        test: { type: "comparison", op: test.op, operand: alignOperand(type, asOrdered(operand)) },
      };
    }
    case "between": {
      const { bounds = "[]" } = test;
      const openFrom = bounds.startsWith("(");
      const openTo = bounds.endsWith(")");
      const from = planOperand(test.from, type, openFrom ? "end" : "start", scope, planner);
      const to = planOperand(test.to, type, openTo ? "start" : "end", scope, planner);
      const ends = { from: alignOperand(type, ordered(from)), to: alignOperand(type, ordered(to)) };
      const wraps = wrapsRound(type);
      if (!wraps && ends.from.type === "literal" && ends.to.type === "literal") {
        const op = bounds === "[]" ? "gt" : "gte";
        requireRange(test.from, test.to, compareReadings(op, ends.from.value, ends.to.value) === TRUE);
      }
      return { subject: ordered(subject).plan, test: { type: "between", ...ends, openFrom, openTo, wraps } };
    }
    case "in":
    case "notIn":
    case "hasAny":
    case "hasAll":
    case "hasNone": {
      const values = listValues(test.values, type.kind === "list" ? elementOf(type) : type, planner);
      return {
        subject: folded(subject, test).plan,
        test: {
          type: "membership",
          op: test.op,
          values: test.ignoreCase ? values.map((text) => foldCase(text as string)) : values,
        },
      };
    }
    case "contains":
    case "startsWith":
    case "endsWith":
    case "under": {
      const text = typeof test.value === "string" ? test.value : (boundValue(test.value.name, planner) as string);
      const separator = (type as TextType).separator ?? "";
      return {
        subject: folded(subject, test).plan,
        test: { type: "text", op: test.op, text: test.ignoreCase ? foldCase(text) : text, separator },
      };
    }
    case "exists":
    case "missing":
      return { subject: subject.plan, test: { type: "presence", op: test.op } };
    case "within": {
      const window = planWindow(test.window, type.kind === "day" ? "day" : "instant", planner);
      return { subject: subject.plan, test: { type: "within", window } };
    }
    case "anniversary":
      return {
        subject: subject.plan,
        test: { type: "anniversary", from: test.from, to: test.to, leapDay: test.leapDay ?? "feb28" },
      };
  }
}

/** Ordered texts are compared by position. */
function ordered(value: TypedPlan): TypedPlan {
  const { type } = value;
  if (type.kind !== "text" || type.values === undefined) return value;
  const positions = new Map(type.values.map((text, position) => [text, position]));
  return mapped(value, (text) => positions.get(text));
}

/** Upper case first: "ß" and "SS" are one, and so are both forms of sigma. */
const foldCase = (text: string): string => text.toUpperCase().toLowerCase();

const folded = (value: TypedPlan, { ignoreCase }: { readonly ignoreCase?: true }): TypedPlan =>
  ignoreCase === true ? mapped(value, foldCase) : value;

function mapped({ plan, type }: TypedPlan, map: MappedPlan["map"]): TypedPlan {
  if (plan.type !== "literal") return { plan: { type: "mapped", map, of: plan }, type };
  return { plan: { type: "literal", value: map(plan.value as string) as string | number }, type };
}

function listValues(
  values: readonly Literal[] | ParameterValue,
  element: ValueType,
  planner: Planner,
): readonly Reading[] {
  const isParameter = !Array.isArray(values);
  const bound = isParameter ? boundValue((values as ParameterValue).name, planner) : (values as readonly Literal[]);
  const literals = Array.isArray(bound) ? (bound as readonly Literal[]) : [bound as Literal];
  return literals.map((literal) => literalValue(literal, element, planner.zone));
}
