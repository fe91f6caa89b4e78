import {
  type Assessed,
  type CustomerTable,
  customerTable,
  known,
  type MaybeColumn,
  type Reason,
  unknown,
} from "../../core/index.js";
import { maybeNumbers } from "../../core/shared.js";
import { type CustomerBase, type RepeatPurchases, repeatPurchases, requireBase } from "../../history/index.js";
import type { Interval, PurchaseModel } from "../models/fitted-model.js";
import { purchaseKinds, requireModel, warningsOf } from "../models/fitted-model.js";
import type { History } from "../models/purchase-process.js";
import type { IntervalOf } from "./draws.js";

/**
 * An estimate of one customer: a number, and how wide it is where that was asked for.
 * @category Forecasts
 */
export interface Estimate {
  readonly customerId: string;
  readonly estimate: Assessed<number>;
  readonly interval?: Interval | undefined;
}

/** The same in columns, base order. */
export interface EstimateColumns {
  readonly estimate: MaybeColumn;
  readonly lower?: MaybeColumn | undefined;
  readonly upper?: MaybeColumn | undefined;
}

/** The estimates of a whole base. */
export type Estimates = CustomerTable<Estimate, EstimateColumns>;

/** The histories of a base in the unit of a model. */
export interface Histories {
  readonly base: CustomerBase;
  readonly repeats: RepeatPurchases;
  /** Undefined for somebody who has not bought. */
  at(index: number): History | undefined;
}

/** Reads the histories of a base. @throws INVALID_BASE, INVALID_MODEL */
export function historiesOf(base: CustomerBase, model: PurchaseModel): Histories {
  requireBase(base);
  requireModel(model, purchaseKinds);
  const repeats = repeatPurchases(base, { timeUnit: model.timeUnit });
  const { bought, frequency, recency, age } = repeats.columns;
  return {
    base,
    repeats,
    at: (index) =>
      bought[index] === 0 ? undefined : { x: frequency[index]!, recency: recency[index]!, age: age[index]! },
  };
}

/** Customers with one history share one number: a function of histories that remembers. */
export function remembered<T>(of: (history: History) => T): (history: History) => T {
  const found = new Map<number, Map<number, Map<number, T>>>();
  const inside = <V>(map: Map<number, V>, key: number, make: () => V): V => {
    let value = map.get(key);
    if (value === undefined) map.set(key, (value = make()));
    return value;
  };
  return (history) => {
    const byAge = inside(found, history.x, () => new Map<number, Map<number, T>>());
    const byRecency = inside(byAge, history.age, () => new Map<number, T>());
    return inside(byRecency, history.recency, () => of(history));
  };
}

/** One estimate per customer; `most` bounds what is estimated from above. */
export function estimateTable(
  { base, at }: Histories,
  model: PurchaseModel,
  estimate: (history: History) => number | undefined,
  wide?: {
    readonly intervals: IntervalOf;
    readonly value: (parameters: readonly number[], history: History) => number;
    readonly most?: number;
  },
  reasonsOf: (history: History, value: number | undefined) => readonly Reason[] = () => [],
): Estimates {
  const estimated = remembered(estimate);
  const column = maybeNumbers(base.size, (index) => {
    const history = at(index);
    return history === undefined ? undefined : estimated(history);
  });
  const intervalOf =
    wide === undefined
      ? undefined
      : remembered((history) => wide.intervals(([parameters]) => wide.value(parameters!, history), wide.most));
  const bound = (side: 0 | 1) =>
    maybeNumbers(base.size, (index) => (column.known[index] === 1 ? intervalOf?.(at(index)!)[side] : undefined));
  const columns: EstimateColumns =
    intervalOf === undefined ? { estimate: column } : { estimate: column, lower: bound(0), upper: bound(1) };
  return customerTable<Estimate, EstimateColumns>({
    customerIds: base.customerIds,
    columns,
    definition: { kind: model.kind, id: model.id, version: model.version },
    warnings: warningsOf(model),
    row(index) {
      const customerId = base.customerIds[index]!;
      const history = at(index);
      if (history === undefined) return { customerId, estimate: unknown(["purchases"]) };
      const value = column.known[index] === 1 ? column.values[index]! : undefined;
      const reasons = reasonsOf(history, value);
      if (value === undefined) return { customerId, estimate: unknown(["model"], reasons) };
      const judged = { customerId, estimate: known(value, reasons) };
      return intervalOf === undefined ? judged : { ...judged, interval: intervalOf(history) };
    },
  });
}
