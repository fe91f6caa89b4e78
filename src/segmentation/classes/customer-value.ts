import { addDurationToDay, type Column, type Duration, type Reason } from "../../core/index.js";
import { todayOf } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import { sortedPositions } from "../../math/index.js";

/** What customers are ranked by, in minor units. */
export interface CustomerValue {
  readonly by: "margin" | "net";
  readonly minor: Float64Array;
  /** 1 for who has bought, in all. */
  readonly bought: Uint8Array;
  readonly warnings: readonly Reason[];
}

/** Below this share of orders with a stated cost, margins say too little: net is taken, with a warning. */
const COVERAGE = 0.95;

/** The margin (net less cost) or the net of every customer; from a first day on, where one is given. */
export function customerValue(
  base: CustomerBase,
  by: "margin" | "net" | undefined,
  last?: Duration | undefined,
): CustomerValue {
  const { offsets, days, orders, grossMinor, refundedMinor, measures, unstated } = base.calendar;
  const from = last === undefined ? -Infinity : addDurationToDay(todayOf(base), last, -1) + 1;
  const cost = measures.cost;
  const coverage = cost === undefined ? 0 : statedShare(base, unstated.cost!);
  const margin = by === "margin" || (by === undefined && coverage >= COVERAGE);
  const usesMargin = margin && cost !== undefined && coverage >= COVERAGE;
  const minor = new Float64Array(base.size);
  const bought = new Uint8Array(base.size);
  for (let customer = 0; customer < base.size; customer++) {
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
      if (orders[row]! > 0) bought[customer] = 1;
      if (days[row]! < from) continue;
      minor[customer]! += grossMinor[row]! - refundedMinor[row]! - (usesMargin ? cost![row]! : 0);
    }
  }
  const warnings: Reason[] =
    usesMargin || by === "net" || (by === undefined && cost === undefined)
      ? []
      : [{ code: "segmentation.ranked-by-net", params: { coverage, needed: COVERAGE } }];
  return { by: usesMargin ? "margin" : "net", minor, bought, warnings };
}

/** The share of the base's orders that state a measure; whole where there is no order that could. */
function statedShare({ calendar }: CustomerBase, missing: Column): number {
  let orders = 0;
  let silent = 0;
  for (let row = 0; row < calendar.days.length; row++) {
    orders += calendar.orders[row]!;
    silent += missing[row]!;
  }
  return orders === 0 ? 1 : 1 - Math.min(1, silent / orders);
}

/** Customers from the most valuable on; equal ones in the order of their ids. */
export function byValue({ minor, bought }: CustomerValue): Uint32Array {
  const buyers: number[] = [];
  for (let index = 0; index < minor.length; index++) if (bought[index] === 1) buyers.push(index);
  return sortedPositions(Float64Array.from(buyers, (index) => -minor[index]!)).map((place) => buyers[place]!);
}
