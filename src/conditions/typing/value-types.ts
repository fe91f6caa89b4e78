import type { Collection, FactSchema, Field } from "../../model/index.js";
import { scaleOfField } from "../../model/shared.js";
import type { AggregateFunction, NamedPart, Part } from "../value.js";

/** A text; with values one of them, ordered or not; with a separator a code tree. */
export interface TextType {
  readonly kind: "text";
  readonly values?: readonly string[] | undefined;
  readonly ordered: boolean;
  readonly separator?: string | undefined;
}

/** A number; `wraps` for weekdays, whose ranges may pass Sunday; `whole` where it can be no other than these. */
interface NumberType {
  readonly kind: "number";
  readonly wraps: boolean;
  readonly whole?: readonly [from: number, to: number] | undefined;
}

/** An amount; currency `"*"` for any, whose scale is then its own unless the field states one. */
export interface MoneyType {
  readonly kind: "money";
  readonly currency: string;
  readonly scale: number | undefined;
}

/** A list of texts, or of numbers. */
interface ListType {
  readonly kind: "list";
  readonly values?: readonly string[] | undefined;
  readonly ofNumbers?: true;
}

/** Types without traits. `time` is a time of day, `monthDay` a day of the year. */
interface PlainType {
  readonly kind: "boolean" | "instant" | "day" | "birthday" | "time" | "monthDay";
}

/** What a value is: the sorts that rules tell apart. */
export type ValueType = TextType | NumberType | MoneyType | ListType | PlainType;

/** What names mean at one place of a condition: attributes always, an item where there is one. */
export interface NameScope {
  readonly schema: FactSchema;
  readonly item?: Collection | undefined;
}

/** What a list holds. */
export const elementOf = ({ values, ofNumbers }: ListType): ValueType =>
  ofNumbers === true ? { kind: "number", wraps: false } : { kind: "text", values, ordered: false };

/** The type of a field's values. */
export function typeOfField(field: Field): ValueType {
  switch (field.type) {
    case "string":
      return {
        kind: "text",
        values: field.values,
        ordered: field.ordered === true,
        separator: field.hierarchy?.separator,
      };
    case "number":
      return { kind: "number", wraps: false };
    case "money":
      return { kind: "money", currency: field.currency, scale: scaleOfField(field) };
    case "strings":
      return { kind: "list", values: field.values };
    case "numbers":
      return { kind: "list", ofNumbers: true };
    case "boolean":
    case "instant":
    case "day":
    case "birthday":
      return { kind: field.type };
  }
}

const number: NumberType = { kind: "number", wraps: false };
const text: ValueType = { kind: "text", ordered: false };

const ofDay: Partial<Record<NamedPart, ValueType>> = {
  weekday: { kind: "number", wraps: true, whole: [1, 7] },
  dayOfMonth: { ...number, whole: [1, 31] },
  month: { ...number, whole: [1, 12] },
  year: number,
  monthDay: { kind: "monthDay" },
  localWeek: text,
  localMonth: text,
  daysSince: number,
  daysUntil: number,
};

const parts: Readonly<Record<ValueType["kind"], Partial<Record<NamedPart, ValueType>>>> = {
  instant: { ...ofDay, timeOfDay: { kind: "time" }, hour: { ...number, whole: [0, 23] }, localDay: { kind: "day" } },
  day: { ...ofDay, age: number },
  birthday: { age: number },
  money: { currency: text },
  list: { size: number },
  text: {},
  number: {},
  boolean: {},
  time: {},
  monthDay: {},
};

/** Every part that has a name. */
export const namedParts: readonly string[] = [...new Set(Object.values(parts).flatMap((own) => Object.keys(own)))];

/** Whether the last value of a type is followed by its first: midnight, Sunday, the end of a year. */
export const wrapsRound = (type: ValueType): boolean =>
  type.kind === "time" || type.kind === "monthDay" || (type.kind === "number" && type.wraps);

/** The type of a part; undefined where values of the type have no such part. */
export function typeOfPart(whole: ValueType, part: Part): ValueType | undefined {
  if (typeof part === "string") return Object.hasOwn(parts[whole.kind], part) ? parts[whole.kind][part] : undefined;
  return whole.kind === "instant" || whole.kind === "day" ? number : undefined;
}

/** The parts that values of a type have. */
export function partsOf(whole: ValueType): readonly string[] {
  const named = Object.keys(parts[whole.kind]);
  return whole.kind === "instant" || whole.kind === "day" ? [...named, "festival"] : named;
}

/** What an aggregate asks of its items and gives. */
interface AggregateRule {
  readonly needsClock: boolean;
  /** The kinds it takes through `of`; undefined where it takes none. */
  readonly takes?: readonly ValueType["kind"][];
}

const sums: readonly ValueType["kind"][] = ["number", "money"];
const ranks: readonly ValueType["kind"][] = ["number", "money", "instant", "day"];
const comparable: readonly ValueType["kind"][] = [...ranks, "text", "boolean", "time", "monthDay"];

/** The rules of every aggregate. */
export const aggregateRules: Readonly<Record<AggregateFunction, AggregateRule>> = {
  count: { needsClock: false },
  countDistinct: { needsClock: false, takes: comparable },
  sum: { needsClock: false, takes: sums },
  avg: { needsClock: false, takes: sums },
  min: { needsClock: false, takes: ranks },
  max: { needsClock: false, takes: ranks },
  first: { needsClock: true, takes: [...comparable, "list", "birthday"] },
  last: { needsClock: true, takes: [...comparable, "list", "birthday"] },
  daysSinceFirst: { needsClock: true },
  daysSinceLast: { needsClock: true },
  medianGap: { needsClock: true },
};

/** The type of an aggregate over values of a type. */
export function typeOfAggregate(fn: AggregateFunction, of: ValueType | undefined): ValueType {
  switch (fn) {
    case "sum":
    case "avg":
      return of?.kind === "money" ? of : number;
    case "min":
    case "max":
    case "first":
    case "last":
      return of ?? number;
    case "count":
    case "countDistinct":
    case "daysSinceFirst":
    case "daysSinceLast":
    case "medianGap":
      return number;
  }
}
