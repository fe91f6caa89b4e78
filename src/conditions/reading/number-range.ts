import type { TestPlan } from "../planning/plan.js";
import { resolveWindow } from "../planning/plan-window.js";
import type { RunClock } from "../planning/run-clock.js";
import type { Reading } from "./reading.js";

/** A closed range of doubles, or what lies outside it. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
  readonly isOutside: boolean;
}

/** Every test of order with literals is a closed range of doubles: below 5 is at most the double before 5. Undefined for other tests. */
export function numberRange(test: TestPlan, clock: RunClock): NumberRange | undefined {
  switch (test.type) {
    case "comparison": {
      const literal = test.operand.type === "literal" ? numberOrNone(test.operand.value) : undefined;
      return literal === undefined ? undefined : comparisonRange(test.op, literal);
    }
    case "between": {
      const from = test.from.type === "literal" ? numberOrNone(test.from.value) : undefined;
      const to = test.to.type === "literal" ? numberOrNone(test.to.value) : undefined;
      if (from === undefined || to === undefined || (test.wraps && from > to)) return undefined;
      return { low: test.openFrom ? after(from) : from, high: test.openTo ? before(to) : to, isOutside: false };
    }
    case "within": {
      if (test.window.anchor !== undefined) return undefined;
      // Windows are half-open in whole milliseconds or days.
      const { from, to } = resolveWindow(test.window, clock);
      return { low: from, high: to - 1, isOutside: false };
    }
    default:
      return undefined;
  }
}

function numberOrNone(value: Reading): number | undefined {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : undefined;
}

function comparisonRange(op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte", literal: number): NumberRange {
  const from = (low: number): NumberRange => ({ low, high: Number.POSITIVE_INFINITY, isOutside: false });
  const upTo = (high: number): NumberRange => ({ low: Number.NEGATIVE_INFINITY, high, isOutside: false });
  switch (op) {
    case "eq":
      return { low: literal, high: literal, isOutside: false };
    case "ne":
      return { low: literal, high: literal, isOutside: true };
    case "gte":
      return from(literal);
    case "gt":
      return from(after(literal));
    case "lte":
      return upTo(literal);
    case "lt":
      return upTo(before(literal));
  }
}

/** The next double up. */
function after(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const double = new Float64Array([value]);
  const bits = new BigInt64Array(double.buffer);
  bits[0] = (bits[0] as bigint) + (value > 0 ? 1n : -1n);
  return double[0] as number;
}

const before = (value: number): number => -after(-value);
