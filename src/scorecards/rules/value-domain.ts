import type { AggregateValue, Literal, Part, Value } from "../../conditions/index.js";
import { currencyDecimals, formatDay, formatInstant, formatMinorUnits, zoneOf } from "../../core/index.js";
import type { FactSchema, Field, MoneyField } from "../../model/index.js";
import { factReader, isFactGap } from "../../model/shared.js";

/** Values on a line: numbers, amounts, days, instants. */
export interface Line {
  readonly type: "line";
  /** Whole numbers only; otherwise there is always another value between two. */
  readonly whole: boolean;
  readonly from: number;
  readonly to: number;
  /** `between` may run past the end and begin again. */
  readonly cyclic: boolean;
  /** A literal as a number of the line; undefined if it is not one. */
  readonly read: (literal: unknown) => number | undefined;
  /** A number of the line as a literal. */
  readonly show: (value: number) => Literal;
}

/** One of a few declared values, reckoned with by their position. */
export interface Choices {
  readonly type: "choices";
  readonly values: readonly (string | boolean)[];
}

/** Any text. */
export interface Texts {
  readonly type: "texts";
}

/** All values that a subject can take, where that can be told; undefined for lists, birthdays and what depends on a run. */
export type ValueDomain = Line | Choices | Texts;

/** The values that a subject can take under a schema. */
export function domainOf(subject: Value, schema: FactSchema): ValueDomain | undefined {
  switch (subject.type) {
    case "attribute": {
      const field = Object.hasOwn(schema.attributes, subject.field) ? schema.attributes[subject.field] : undefined;
      if (field === undefined) return undefined;
      return subject.part === undefined ? domainOfField(field) : domainOfPart(subject.part);
    }
    case "aggregate":
      return domainOfAggregate(subject, schema);
    case "item":
    case "parameter":
      return undefined;
  }
}

function domainOfField(field: Field): ValueDomain | undefined {
  switch (field.type) {
    case "number":
      return numbers;
    case "money":
      return field.currency === "*" ? undefined : amounts(field);
    case "day":
      return { ...wholeNumbers(), read: reader(field), show: formatDay };
    case "instant":
      return { ...wholeNumbers(), read: reader(field), show: formatInstant };
    case "boolean":
      return { type: "choices", values: [false, true] };
    case "string":
      return field.values === undefined ? { type: "texts" } : { type: "choices", values: field.values };
    case "strings":
    case "birthday":
      return undefined;
  }
}

function domainOfPart(part: Part): ValueDomain | undefined {
  if (typeof part === "object") return wholeNumbers();
  switch (part) {
    case "weekday":
      return { ...wholeNumbers(1, 7), cyclic: true };
    case "hour":
      return wholeNumbers(0, 23);
    case "dayOfMonth":
      return wholeNumbers(1, 31);
    case "month":
      return wholeNumbers(1, 12);
    case "timeOfDay":
      return { ...wholeNumbers(0, 24 * 60 - 1), cyclic: true, read: readClock, show: showClock };
    case "age":
    case "size":
      return wholeNumbers(0);
    case "year":
    case "daysSince":
    case "daysUntil":
      return wholeNumbers();
    case "currency":
      return { type: "texts" };
    case "monthDay":
    case "localDay":
    case "localWeek":
    case "localMonth":
      return undefined;
  }
}

function domainOfAggregate({ fn, over, of }: AggregateValue, schema: FactSchema): ValueDomain | undefined {
  switch (fn) {
    case "count":
    case "countDistinct":
    case "daysSinceFirst":
    case "daysSinceLast":
      return wholeNumbers(0);
    case "medianGap":
      return { ...numbers, from: 0 };
    case "avg":
      return undefined;
    case "sum":
    case "min":
    case "max":
    case "first":
    case "last": {
      const fields = over.of === undefined ? ownValue(schema.collections, over.collection)?.fields : undefined;
      const field = fields && of ? ownValue(fields, of.field) : undefined;
      return field === undefined || of?.part !== undefined ? undefined : domainOfField(field);
    }
  }
}

const ownValue = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const numbers: Line = {
  type: "line",
  whole: false,
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  cyclic: false,
  read: (literal) => (typeof literal === "number" ? literal : undefined),
  show: (value) => value,
};

const wholeNumbers = (from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): Line => ({
  ...numbers,
  whole: true,
  from,
  to,
});

function amounts(field: MoneyField): Line {
  const { currency, scale = currencyDecimals(currency) } = field;
  const show = (minor: number): Literal => ({ amount: formatMinorUnits(minor, scale), currency });
  return { ...wholeNumbers(), read: reader(field), show };
}

/** Days and instants are put in order in UTC: the zone of a run moves all of them alike. */
function reader(field: Field): Line["read"] {
  const read = factReader(field, zoneOf("UTC"));
  return (literal) => {
    const value = read(literal);
    return isFactGap(value) ? undefined : (value as number);
  };
}

function readClock(literal: unknown): number | undefined {
  const [, hours, minutes] = (typeof literal === "string" && /^(\d\d):(\d\d)$/.exec(literal)) || [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

const showClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
