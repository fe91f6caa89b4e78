import type { Issue, Written } from "../../core/index.js";
import {
  type Assessed,
  type CustomerTable,
  customerTable,
  type Definition,
  known,
  type MaybeColumn,
  unknown,
} from "../../core/index.js";
import {
  type Checker,
  checker,
  completed,
  fields,
  finite,
  headFields,
  maybeNumbers,
  optional,
  todayOf,
} from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { valueRows } from "../../history/shared.js";
import { goodsMixOf } from "../profit/goods-mix.js";

/** What a value score is made of. */
export type ValueComponent = "margin" | "net" | "frequency" | "recency" | "breadth" | "marginMix";

/**
 * How much each component of a value score weighs. JSON, to be stored and versioned.
 * @category Scores and effort
 */
export interface ValueWeights extends Definition<"value-weights"> {
  readonly weights: Readonly<Partial<Record<ValueComponent, number>>>;
}

const components = [
  "margin",
  "net",
  "frequency",
  "recency",
  "breadth",
  "marginMix",
] as const satisfies readonly ValueComponent[];

/**
 * Defines the weights of a value score: numbers from 0, not all of them 0.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineValueWeights } from "clientele/value";
 * defineValueWeights({ id: "shop", version: 1, weights: { net: 2, frequency: 1 } }).kind; // => "value-weights"
 * @category Scores and effort
 */
export function defineValueWeights(definition: Written<ValueWeights>): ValueWeights {
  const whole = completed(definition, { kind: "value-weights" });
  checkWeights(whole).refuseFaults();
  return whole as ValueWeights;
}

/**
 * Checks stored weights: all faults at once, none where they are sound.
 * @example
 * import { validateValueWeights } from "clientele/value";
 * validateValueWeights({ id: "shop" }).length > 0; // => true
 * @category Scores and effort
 */
export function validateValueWeights(json: unknown): readonly Issue[] {
  return checkWeights(json).issues;
}

function checkWeights(json: unknown): Checker {
  const check = checker("INVALID_VALUE_WEIGHTS");
  const weight = optional(finite({ from: 0 }));
  fields({
    ...headFields("value-weights"),
    weights: (value, path) => {
      const found = fields(Object.fromEntries(components.map((name) => [name, weight])))(value, path, check);
      const sum = Object.values(Object(value) as object).reduce(
        (all: number, each) => all + (typeof each === "number" ? each : 0),
        0,
      );
      if (found !== undefined && sum === 0) check.report(path, "at least one weight above zero", value);
      return found;
    },
  })(json, [], check);
  return check;
}

/** The default weights: money twice, frequency and recency once, breadth half. */
export const defaultValueWeights: ValueWeights = {
  kind: "value-weights",
  id: "money-first",
  version: 1,
  schemaVersion: 1,
  weights: { margin: 2, frequency: 1, recency: 1, breadth: 0.5 },
};

/** One customer's score and what it is made of. */
export interface ValueScoreRow {
  readonly customerId: string;
  /** 0 is the average customer, 1 one standard deviation above. */
  readonly score: Assessed<number>;
  /** Weighted parts; they add up to the score. */
  readonly contributions: Readonly<Partial<Record<ValueComponent, number>>>;
}

/**
 * How valuable customers are against each other: weighted means of standardised components.
 *
 * Margin is net less cost where every order states it, and net in its place otherwise (also by the name `net`); frequency is purchase days, recency days since the last purchase (less is better), breadth the
 * number of categories and margin mix the margin rate that the whole base has on the categories bought, where the base was read with them (the mix also with `cost`). Each is standardised over those who have bought, money and frequency by their signed square root, so that
 * one large customer does not flatten the rest. A component in which everybody is equal counts 0, and so does a mix that is unknown. Who never bought is unknown.
 * @throws INVALID_BASE, INVALID_DEFINITION
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { scoreValue } from "clientele/value";
 * const order = (customerId: string, at: string, amount: string) => ({ id: customerId + at, customerId, at, amount, currency: "USD" });
 * const base = summarizePurchases([order("ann", "2026-03-05", "90.00"), order("ben", "2026-01-05", "10.00")], { asOf: "2026-04-01" });
 * const { score, contributions } = scoreValue(base).at(0);
 * score.status === "known" && score.value > 0; // => true
 * Object.keys(contributions); // => ["margin", "frequency", "recency"]
 * @category Scores and effort
 */
export function scoreValue(
  base: CustomerBase,
  weights: ValueWeights = defaultValueWeights,
): CustomerTable<ValueScoreRow, { readonly score: MaybeColumn }> {
  requireBase(base);
  checkWeights(weights).refuseFaults();
  const bought = base.columns.lastDay.known;
  const parts = components.flatMap((name) => {
    const weight = weights.weights[name] ?? 0;
    const measure = weight === 0 ? undefined : measureOf(base, name);
    return measure === undefined ? [] : [{ name, weight, standard: standardised(measure, bought) }];
  });
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const partOf = ({ weight, standard }: (typeof parts)[number], customer: number): number =>
    (weight / all) * standard[customer]!;
  const scoreOf = (customer: number): number | undefined =>
    bought[customer] === 1 && all > 0 ? parts.reduce((sum, part) => sum + partOf(part, customer), 0) : undefined;
  const { customerIds, size } = base;
  return customerTable<ValueScoreRow, { readonly score: MaybeColumn }>({
    customerIds,
    columns: { score: maybeNumbers(size, scoreOf) },
    definition: { kind: weights.kind, id: weights.id, version: weights.version },
    row(customer) {
      const score = scoreOf(customer);
      return {
        customerId: customerIds[customer]!,
        score: score === undefined ? unknown(["orders"]) : known(score),
        contributions:
          score === undefined ? {} : Object.fromEntries(parts.map((part) => [part.name, partOf(part, customer)])),
      };
    },
  });
}

/** A measure of every customer; undefined where the base was not read with it. */
function measureOf(base: CustomerBase, name: ValueComponent): Float64Array | undefined {
  const { size, columns, calendar } = base;
  const of = (valueAt: (customer: number) => number): Float64Array =>
    Float64Array.from({ length: size }, (_, customer) => valueAt(customer));
  const root = (value: number): number => Math.sign(value) * Math.sqrt(Math.abs(value));
  switch (name) {
    case "frequency":
      return of((customer) => root(columns.purchaseDays[customer]!));
    case "recency":
      return of((customer) => columns.lastDay.values[customer]! - todayOf(base));
    case "breadth": {
      if (!base.dimensions.includes("category")) return undefined;
      const rows = valueRows(base, "category");
      return of(
        (customer) =>
          new Set(
            Array.from(
              { length: rows.offsets[customer + 1]! - rows.offsets[customer]! },
              (_, index) => rows.values[rows.offsets[customer]! + index],
            ),
          ).size,
      );
    }
    case "marginMix": {
      if (!base.dimensions.includes("category") || !base.measures.includes("cost")) return undefined;
      const { rate } = goodsMixOf(base, "category");
      return of((customer) => rate(customer) ?? Number.NaN);
    }
    default: {
      const { cost } = calendar.measures;
      const isStated =
        name === "margin" &&
        cost !== undefined &&
        Array.from(calendar.unstated.cost ?? []).every((count) => count === 0);
      const costs = new Float64Array(size);
      if (isStated) {
        for (let customer = 0; customer < size; customer++) {
          for (let row = calendar.offsets[customer]!; row < calendar.offsets[customer + 1]!; row++)
            costs[customer]! += cost[row]!;
        }
      }
      return of((customer) => root(columns.netMinor[customer]! - costs[customer]!));
    }
  }
}

function standardised(values: Float64Array, counted: ArrayLike<number>): Float64Array {
  let [n, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (counted[i] !== 1 || Number.isNaN(values[i])) continue;
    n++;
    sum += values[i]!;
  }
  const mean = n === 0 ? 0 : sum / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++)
    if (counted[i] === 1 && !Number.isNaN(values[i])) squares += (values[i]! - mean) ** 2;
  const deviation = n === 0 ? 0 : Math.sqrt(squares / n);
  return values.map((value) => (deviation === 0 || Number.isNaN(value) ? 0 : (value - mean) / deviation));
}
