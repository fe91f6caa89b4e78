import type { Column } from "../../core/index.js";
import { todayOf } from "../../core/shared.js";
import { type CustomerBase, purchaseCadence } from "../../history/index.js";
import { quantile } from "../../math/index.js";

const YEAR = 365.25;

/** How often a customer orders a year and how much each time; undefined where too little is known. */
export interface Habits {
  /** Years since the first purchase, one median gap of the base at least. */
  years(customer: number): number | undefined;
  /** Orders a year. */
  frequency(customer: number): number | undefined;
  /** Net per order, minor units. */
  basket(customer: number): number | undefined;
  /** First bought less than a median gap of the base ago, or a month where nobody came back yet. */
  isNew(customer: number): boolean;
}

export function habitsOf(base: CustomerBase): Habits {
  const { baseMedianGapDays: gap } = purchaseCadence(base);
  const least = gap.status === "known" ? gap.value : 30;
  const { firstDay, orders, netMinor } = base.columns;
  const today = todayOf(base);
  const tenure = (customer: number): number | undefined =>
    firstDay.known[customer] === 1 ? today - firstDay.values[customer]! : undefined;
  const years = (customer: number): number | undefined => {
    const days = tenure(customer);
    return days === undefined ? undefined : Math.max(days, least) / YEAR;
  };
  return {
    years,
    frequency(customer) {
      const time = years(customer);
      return time === undefined ? undefined : orders[customer]! / time;
    },
    basket: (customer) => (orders[customer]! > 0 ? netMinor[customer]! / orders[customer]! : undefined),
    isNew: (customer) => (tenure(customer) ?? least) < least,
  };
}

/** A quantile of what is known among each group of comparable customers; all are one group unless told apart. */
export function standardOf(
  measure: (customer: number) => number | undefined,
  share: number,
  size: number,
  comparable?: Column<string>,
): (customer: number) => number | undefined {
  const groups = new Map<string, number[]>();
  for (let customer = 0; customer < size; customer++) {
    const value = measure(customer);
    const group = comparable?.[customer] ?? "";
    const own = groups.get(group) ?? [];
    if (value !== undefined) own.push(value);
    groups.set(group, own);
  }
  const standards = new Map(
    [...groups].map(([group, values]) => [group, values.length === 0 ? undefined : quantile(values, share)]),
  );
  return (customer) => standards.get(comparable?.[customer] ?? "");
}
