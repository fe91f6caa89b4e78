import { type FactGap, isFactGap } from "../../model/shared.js";
import type { ComparePlan, ValuePlan } from "../planning/plan.js";
import type { RowCompiler } from "../rows/row-compiler.js";
import type { RowSubject } from "../rows/subject.js";
import { elementOf, type ValueType } from "../typing/value-type.js";
import type { Expected, ShownValue } from "./explanation.js";
import { fieldOf } from "./field-of.js";
import { showReading } from "./show-reading.js";

/** What a comparison expects of one subject, and the operand that is missing, if any. */
export interface ExpectedOfSubject {
  readonly value: Expected;
  readonly gap?: { readonly field: string; readonly gap: FactGap } | undefined;
}

/** How the expectation of a comparison is told: what does not depend on the subject is worked out once. */
export function expectedOf(plan: ComparePlan, rows: RowCompiler): (subject: RowSubject) => ExpectedOfSubject {
  const { test, subjectType, condition } = plan;
  const { op } = condition;
  const type = subjectType.kind === "list" ? elementOf(subjectType) : subjectType;
  switch (test.type) {
    case "comparison": {
      const read = operandReader(test.operand, type, rows);
      if (test.operand.type === "literal") return always(op, read(nobody).shown);
      return (subject) => {
        const { shown, gap } = read(subject);
        return { value: { op, ...(shown === undefined ? {} : { value: shown }) }, gap };
      };
    }
    case "between": {
      const from = operandReader(test.from, type, rows);
      const to = operandReader(test.to, type, rows);
      if (test.from.type === "literal" && test.to.type === "literal") {
        return always(op, { from: from(nobody).shown, to: to(nobody).shown });
      }
      return (subject) => {
        const low = from(subject);
        const high = to(subject);
        return { value: { op, value: { from: low.shown, to: high.shown } }, gap: low.gap ?? high.gap };
      };
    }
    case "membership":
      return always(op, test.values.map((reading) => showReading(reading, type)) as ShownValue);
    case "text":
      return always(op, test.text);
    case "anniversary":
      return always(op, { from: test.from, to: test.to });
    case "within":
    case "presence":
      return always(op, undefined);
  }
}

/** Literals are read of nobody in particular. */
const nobody: RowSubject = { item: undefined, itemAt: 0, results: undefined };

function always(op: string, value: ShownValue | undefined): () => ExpectedOfSubject {
  const expected = { value: value === undefined ? { op } : { op, value } };
  return () => expected;
}

interface ReadOperand {
  readonly shown?: ShownValue | undefined;
  readonly gap?: ExpectedOfSubject["gap"];
}

function operandReader(plan: ValuePlan, type: ValueType, rows: RowCompiler): (subject: RowSubject) => ReadOperand {
  if (plan.type === "mapped") return operandReader(plan.of, type, rows);
  if (plan.type === "literal" && type.kind === "text" && typeof plan.value === "number") {
    const shown = type.values?.[plan.value];
    return () => ({ shown });
  }
  const read = rows.readerOf(plan);
  return (subject) => {
    const reading = read(subject);
    if (isFactGap(reading)) return { gap: { field: fieldOf(plan), gap: reading } };
    return { shown: showReading(reading, type) };
  };
}
