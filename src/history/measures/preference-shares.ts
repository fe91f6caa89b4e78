import type { CustomerBase } from "../customer-base.js";
import { valueRows } from "../rows/value-rows.js";
import type { BasePreference, PreferenceDimension } from "./preferences-table.js";
import { type ValueSums, valueSums } from "./value-sums.js";

/** Of every entry of the sums: its share of the customer, and that over the base's. */
export interface Shares {
  readonly share: Float64Array;
  readonly index: Float64Array;
}

/** What customers make of the values of a dimension, by customer and altogether. */
export interface ValueShares {
  readonly names: readonly string[];
  readonly sums: ValueSums;
  readonly values: readonly BasePreference[];
  readonly shares: Shares;
}

/** Adds up a dimension and takes the shares. @throws DIMENSION_NOT_READ */
export function valueShares(base: CustomerBase, dimension: PreferenceDimension, by: "orders" | "net"): ValueShares {
  const rows = valueRows(base, dimension);
  const { names } = rows;
  const sums = valueSums(rows, base.size, by);
  const values = baseValues(names, sums);
  return { names, sums, values, shares: customerShares(sums, values) };
}

/** What all customers together make of each value. */
function baseValues(names: readonly string[], { values, amounts, orders }: ValueSums): readonly BasePreference[] {
  const found = names.map(() => ({ amount: 0, orders: 0, customers: 0 }));
  let total = 0;
  for (let at = 0; at < values.length; at++) {
    const value = found[values[at]!]!;
    value.amount += amounts[at]!;
    value.orders += orders[at]!;
    value.customers++;
    total += amounts[at]!;
  }
  return found.map(({ amount, ...counts }, i) => ({
    value: names[i]!,
    share: total === 0 ? 0 : amount / total,
    ...counts,
  }));
}

/** What each customer makes of its values. */
function customerShares({ offsets, values, amounts }: ValueSums, base: readonly BasePreference[]): Shares {
  const share = new Float64Array(values.length);
  const index = new Float64Array(values.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    let total = 0;
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at++) total += amounts[at]!;
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at++) {
      share[at] = amounts[at]! / total;
      index[at] = share[at]! / base[values[at]!]!.share;
    }
  }
  return { share, index };
}

/** Below zero: the preference at `a` comes before the one at `b` of the same customer. */
export const comesBefore = ({ amounts, purchaseDays, values }: ValueSums, a: number, b: number): number =>
  amounts[b]! - amounts[a]! || purchaseDays[b]! - purchaseDays[a]! || values[a]! - values[b]!;
