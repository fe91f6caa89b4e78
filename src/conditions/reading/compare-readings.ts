import type { ComparisonPlan } from "../planning/plan.js";
import type { Truth } from "../truth.js";
import { type Bounds, compareQuantities, isBounds, type Quantity } from "./exact-numbers.js";
import type { Reading, TaggedMoney } from "./reading.js";

/** Three values in two bits, possible and certain: `all` is `&`, `any` is `|`. */
export type Code = 0 | 1 | 3;
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 3;

export const codeOf = (truth: boolean): Code => (truth ? TRUE : FALSE);

/** The opposite; unknown stays unknown. */
export const negate = (code: Code): Code => (code === UNKNOWN ? UNKNOWN : code === TRUE ? FALSE : TRUE);

export const both = (a: Code, b: Code): Code => (a & b) as Code;
export const either = (a: Code, b: Code): Code => (a | b) as Code;

/** The code of a truth value. */
export function codeOfTruth(truth: Truth): Code {
  return truth === "unknown" ? UNKNOWN : codeOf(truth);
}

/** The truth value of a code. */
export function truthOf(code: Code): Truth {
  return code === UNKNOWN ? "unknown" : code === TRUE;
}

/** Compares two known readings of one type. Numbers between bounds: true or false when every number between them agrees. */
export function compareReadings(op: ComparisonPlan["op"], left: Reading, right: Reading): Code {
  if (typeof left === "object" && "currency" in left) {
    const a = left as TaggedMoney;
    const b = right as TaggedMoney;
    return a.currency === b.currency ? compareReadings(op, a.minor, b.minor) : UNKNOWN;
  }
  if (typeof left === "object" || typeof right === "object") return compareBounds(op, boundsOf(left), boundsOf(right));
  switch (op) {
    case "eq":
      return codeOf(left === right);
    case "ne":
      return codeOf(left !== right);
    case "lt":
      return codeOf(left < right);
    case "lte":
      return codeOf(left <= right);
    case "gt":
      return codeOf(left > right);
    case "gte":
      return codeOf(left >= right);
  }
}

const boundsOf = (reading: Reading): Bounds =>
  isBounds(reading) ? reading : { atLeast: reading as Quantity, atMost: reading as Quantity };

function compareBounds(op: ComparisonPlan["op"], left: Bounds, right: Bounds): Code {
  switch (op) {
    case "lt":
      return lessThan(left, right);
    case "gt":
      return lessThan(right, left);
    case "gte":
      return negate(lessThan(left, right));
    case "lte":
      return negate(lessThan(right, left));
    case "eq":
      return equal(left, right);
    case "ne":
      return negate(equal(left, right));
  }
}

function lessThan(left: Bounds, right: Bounds): Code {
  if (compareQuantities(left.atMost, right.atLeast) < 0) return TRUE;
  return compareQuantities(left.atLeast, right.atMost) >= 0 ? FALSE : UNKNOWN;
}

function equal(left: Bounds, right: Bounds): Code {
  if (compareQuantities(left.atMost, right.atLeast) < 0 || compareQuantities(right.atMost, left.atLeast) < 0)
    return FALSE;
  const isPoint =
    compareQuantities(left.atLeast, left.atMost) === 0 && compareQuantities(right.atLeast, right.atMost) === 0;
  return isPoint ? TRUE : UNKNOWN;
}
