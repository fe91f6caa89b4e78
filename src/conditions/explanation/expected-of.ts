import { currencyDecimals, formatDay, formatInstant, formatMinorUnits, type Money } from "../../core/index.js";
import { type FactGap, isFactGap } from "../../model/shared.js";
import type { ComparePlan, ValuePlan } from "../planning/plan.js";
import { isBounds, numberOf, type Quantity, ratioOf } from "../reading/exact-numbers.js";
import type { Reading, TaggedMoney } from "../reading/reading.js";
import { nobody, type RowCompiler, type RowSubject } from "../rows/subject.js";
import { elementOf, type ValueType } from "../typing/value-types.js";
import type { Expected, ShownValue } from "./explanation.js";

/** The name of the data behind a value. */
export function fieldOf(plan: ValuePlan): string {
  switch (plan.type) {
    case "attribute":
    case "item":
      return plan.field;
    case "aggregate":
      return plan.of === undefined ? plan.items.name : `${plan.items.name}.${fieldOf(plan.of)}`;
    case "literal":
    case "now":
      return "";
    default:
      return fieldOf(plan.of);
  }
}

/** A known reading of a type, as JSON. */
export function showReading(reading: Reading, type: ValueType): ShownValue {
  if (isBounds(reading)) {
    const { atLeast, atMost } = reading;
    const show = (end: Quantity) => showReading(end, type) as number | string | Money;
    return {
      ...(atLeast === Number.NEGATIVE_INFINITY ? {} : { atLeast: show(atLeast) }),
      ...(atMost === Number.POSITIVE_INFINITY ? {} : { atMost: show(atMost) }),
    };
  }
  switch (type.kind) {
    case "money":
      if (type.currency !== "*") return showAmount(reading as Quantity, type.currency, type.scale);
      return showAmount((reading as TaggedMoney).minor, (reading as TaggedMoney).currency, type.scale);
    case "number":
      return numberOf(reading as Quantity) + 0; // -0 is 0, and JSON has no -0
    case "instant":
      return formatInstant(reading as number);
    case "day":
      return formatDay(reading as number);
    case "time":
      return `${twoDigits(Math.floor((reading as number) / 60))}:${twoDigits((reading as number) % 60)}`;
    case "monthDay":
      return `${twoDigits(Math.floor((reading as number) / 100))}-${twoDigits((reading as number) % 100)}`;
    default:
      return reading as ShownValue;
  }
}

/** Decimals that an average is shown with beyond those of its amounts. */
const MORE_DECIMALS = 4;

/** An amount; of an average, which may have no end, so many decimals as are of use. */
function showAmount(minor: Quantity, currency: string, scale: number = currencyDecimals(currency)): Money {
  if (typeof minor !== "object") return { amount: formatMinorUnits(minor, scale), currency };
  const { numerator, denominator } = ratioOf(minor);
  const finer = (BigInt(numerator) * 10n ** BigInt(MORE_DECIMALS)) / BigInt(denominator);
  const text = formatMinorUnits(finer, scale + MORE_DECIMALS);
  const shortest = text.length - MORE_DECIMALS;
  return { amount: text.slice(0, shortest) + text.slice(shortest).replace(/0+$/, ""), currency };
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** What a comparison expects of one subject, and the operand that is missing, if any. */
interface ExpectedOfSubject {
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
