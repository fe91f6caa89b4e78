import type { Birthday } from "../../core/index.js";
import { isFactGap } from "../../model/shared.js";
import type { BetweenPlan, ComparePlan, ComparisonPlan, MembershipPlan, TestPlan, TextPlan } from "../planning/plan.js";
import {
  both,
  type Code,
  codeOf,
  compareReadings,
  either,
  FALSE,
  negate,
  TRUE,
  UNKNOWN,
} from "../reading/compare-readings.js";
import { isBounds } from "../reading/exact-numbers.js";
import { fallsAnniversary } from "../reading/read-part.js";
import type { Reading } from "../reading/reading.js";
import { windowReader } from "./select-items.js";
import type { RowCompiler, RowSubject, ValueReader } from "./subject.js";

/** Puts a known reading to a test. Tests of presence are none of these: they ask about gaps. */
export type TestJudge = (reading: Reading, subject: RowSubject) => Code;

type LiteralTest = ComparisonPlan | BetweenPlan | MembershipPlan | TextPlan;

/** Whether the answer of a test depends on nothing but the reading that is put to it. */
export function isOfLiterals(test: TestPlan): test is LiteralTest {
  if (test.type === "comparison") return test.operand.type === "literal";
  if (test.type === "between") return test.from.type === "literal" && test.to.type === "literal";
  return test.type === "membership" || test.type === "text";
}

/** How a test is judged in rows. */
export function testJudge(test: Exclude<TestPlan, { readonly type: "presence" }>, rows: RowCompiler): TestJudge {
  switch (test.type) {
    case "comparison":
      return comparison(test, rows.readerOf(test.operand));
    case "between":
      return between(test, rows.readerOf(test.from), rows.readerOf(test.to));
    case "membership":
      return membership(test);
    case "text":
      return text(test);
    case "within": {
      const window = windowReader(test.window, rows);
      return (at, subject) => {
        const range = window(subject);
        if (range === undefined) return UNKNOWN;
        return both(compareReadings("gte", at, range.from), compareReadings("lt", at, range.to));
      };
    }
    case "anniversary": {
      const { from, to, leapDay } = test;
      return (kept) => {
        if (isBounds(kept)) return UNKNOWN;
        return fallsAnniversary(kept as Birthday | number, rows.clock.asOfDay + from, rows.clock.asOfDay + to, leapDay);
      };
    }
  }
}

function comparison({ op, operand }: ComparisonPlan, read: ValueReader): TestJudge {
  if (operand.type === "literal" && typeof operand.value !== "object") return withLiteral(op, operand.value);
  return (reading, subject) => {
    const other = read(subject);
    return isFactGap(other) ? UNKNOWN : compareReadings(op, reading, other);
  };
}

/** The commonest leaf: one closure per operator, numbers and texts without a further look. */
function withLiteral(op: ComparisonPlan["op"], literal: Exclude<Reading, object>): TestJudge {
  const slow: TestJudge = (reading) => compareReadings(op, reading, literal);
  switch (op) {
    case "eq":
      return (reading, subject) =>
        typeof reading === "object" ? slow(reading, subject) : reading === literal ? TRUE : FALSE;
    case "ne":
      return (reading, subject) =>
        typeof reading === "object" ? slow(reading, subject) : reading !== literal ? TRUE : FALSE;
    case "lt":
      return (reading, subject) =>
        typeof reading === "object" ? slow(reading, subject) : reading < literal ? TRUE : FALSE;
    case "lte":
      return (reading, subject) =>
        typeof reading === "object" ? slow(reading, subject) : reading <= literal ? TRUE : FALSE;
    case "gt":
      return (reading, subject) =>
        typeof reading === "object" ? slow(reading, subject) : reading > literal ? TRUE : FALSE;
    case "gte":
      return (reading, subject) =>
        typeof reading === "object" ? slow(reading, subject) : reading >= literal ? TRUE : FALSE;
  }
}

function between(plan: BetweenPlan, readFrom: ValueReader, readTo: ValueReader): TestJudge {
  const above = plan.openFrom ? "gt" : "gte";
  const below = plan.openTo ? "lt" : "lte";
  return (reading, subject) => {
    const from = readFrom(subject);
    const to = readTo(subject);
    if (isFactGap(from) || isFactGap(to)) {
      // One end that is passed already decides, whatever the other may be.
      const low = isFactGap(from) ? UNKNOWN : compareReadings(above, reading, from);
      const high = isFactGap(to) ? UNKNOWN : compareReadings(below, reading, to);
      return plan.wraps ? UNKNOWN : both(low, high);
    }
    const low = compareReadings(above, reading, from);
    const high = compareReadings(below, reading, to);
    const isReversed = compareReadings("gt", from, to);
    if (isReversed !== TRUE) return both(low, high);
    return plan.wraps ? either(low, high) : FALSE;
  };
}

function membership({ op, values }: MembershipPlan): TestJudge {
  const plain = new Set<Reading>(values.filter((value) => typeof value !== "object"));
  const isAllPlain = plain.size > 0 && values.every((value) => typeof value !== "object");
  const list = (reading: Reading): readonly Reading[] => reading as readonly Reading[];
  switch (op) {
    case "in":
      return (reading) =>
        isAllPlain && typeof reading !== "object" ? (plain.has(reading) ? TRUE : FALSE) : equalsAny(reading, values);
    case "notIn":
      return (reading) =>
        isAllPlain && typeof reading !== "object"
          ? plain.has(reading)
            ? FALSE
            : TRUE
          : negate(equalsAny(reading, values));
    case "hasAny":
      return (reading) => codeOf(list(reading).some((text) => plain.has(text)));
    case "hasNone":
      return (reading) => codeOf(!list(reading).some((text) => plain.has(text)));
    case "hasAll":
      return (reading) => codeOf(values.every((value) => list(reading).includes(value)));
  }
}

const equalsAny = (reading: Reading, values: readonly Reading[]): Code =>
  values.reduce<Code>((code, value) => either(code, compareReadings("eq", reading, value)), FALSE);

function text({ op, text: wanted, separator }: TextPlan): TestJudge {
  const below = wanted + separator;
  switch (op) {
    case "contains":
      return (reading) => codeOf((reading as string).includes(wanted));
    case "startsWith":
      return (reading) => codeOf((reading as string).startsWith(wanted));
    case "endsWith":
      return (reading) => codeOf((reading as string).endsWith(wanted));
    case "under":
      return (reading) => codeOf(reading === wanted || (reading as string).startsWith(below));
  }
}

/** Puts a reading, which may be a gap, to the test of a comparison. */
export function readingJudge(plan: ComparePlan, rows: RowCompiler): TestJudge {
  const { test } = plan;
  if (test.type === "presence") {
    const isMissing = test.op === "missing" ? TRUE : FALSE;
    const isThere = negate(isMissing);
    return (reading) => (isFactGap(reading) && reading.missing ? isMissing : isThere);
  }
  const judge = testJudge(test, rows);
  const whenMissing = plan.orMissing ? TRUE : UNKNOWN;
  return (reading, subject) => {
    if (typeof reading === "object" && isFactGap(reading)) return reading.missing ? whenMissing : UNKNOWN;
    return judge(reading, subject);
  };
}
