import type { Festival, Money } from "../core/index.js";

/** A literal. Money is told from a node by having no `type`. */
export type Literal = string | number | boolean | Money;

/** An attribute of the subject of the run, visible from any depth. */
export interface AttributeValue {
  readonly type: "attribute";
  readonly field: string;
  readonly part?: Part;
}

/** A field of the innermost item; timed items also have `at`, all items have `id`. */
export interface ItemValue {
  readonly type: "item";
  readonly field: string;
  readonly part?: Part;
}

/** A value that is declared in the envelope and bound when the condition is compiled. */
export interface ParameterValue {
  readonly type: "parameter";
  readonly name: string;
}

/** The moment of the run. */
export interface NowValue {
  readonly type: "now";
  readonly part?: Part;
}

/** The items that are looked through: a collection of the subject, or with `of: "item"` one inside the innermost item. */
export interface Over {
  readonly collection: string;
  readonly of?: "item";
}

/** `sum` to `last` and `countDistinct` need `of`; `first` to `medianGap` need a timed collection. */
export type AggregateFunction =
  | "count"
  | "countDistinct"
  | "sum"
  | "avg"
  | "min"
  | "max"
  | "first"
  | "last"
  | "daysSinceFirst"
  | "daysSinceLast"
  | "medianGap";

/** A part whose name says it all. */
export type NamedPart =
  | "weekday"
  | "timeOfDay"
  | "hour"
  | "dayOfMonth"
  | "month"
  | "year"
  | "monthDay"
  | "localDay"
  | "localWeek"
  | "localMonth"
  | "age"
  | "daysSince"
  | "daysUntil"
  | "currency"
  | "size";

/** Signed days to the nearest occurrence: positive while it is to come, 0 on its day, negative once it has passed. */
export interface FestivalPart {
  readonly festival: Festival;
}

/**
 * What is taken from a value: the weekday of an instant, the age from a birthday, the size of a list.
 * @category Conditions
 */
export type Part = NamedPart | FestivalPart;
