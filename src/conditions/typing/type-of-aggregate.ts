import type { AggregateFunction } from "../value.js";
import type { ValueType } from "./value-type.js";

/** What an aggregate asks of its items and gives. */
export interface AggregateRule {
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

const number: ValueType = { kind: "number", wraps: false };

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
