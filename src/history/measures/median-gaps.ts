import type { PurchaseCalendar } from "../customer-base.js";

/** How many gaps lie between each customer's purchase days, and their median. */
export interface MedianGaps {
  readonly gaps: Int32Array;
  /** Days; 0 where there is no gap. */
  readonly medians: Float64Array;
}

// Below this many values insertion beats the built-in sort: most customers have a handful of gaps, and a base has millions of customers.
const FEW = 24;

/** A refund-only day is no purchase day. The median of an even number is the mean of the middle two (type 7). */
export function medianGaps({ offsets, days, orders }: PurchaseCalendar): MedianGaps {
  const size = offsets.length - 1;
  const gaps = new Int32Array(size);
  const medians = new Float64Array(size);
  let buffer = new Int32Array(FEW);
  for (let customer = 0; customer < size; customer++) {
    const end = offsets[customer + 1]!;
    if (end - offsets[customer]! > buffer.length) buffer = new Int32Array(2 * (end - offsets[customer]!));
    let count = 0;
    let before: number | undefined;
    for (let row = offsets[customer]!; row < end; row++) {
      if (orders[row] === 0) continue;
      if (before !== undefined) buffer[count++] = days[row]! - before;
      before = days[row]!;
    }
    if (count === 0) continue;
    sortFirst(buffer, count);
    gaps[customer] = count;
    medians[customer] = (buffer[(count - 1) >> 1]! + buffer[count >> 1]!) / 2;
  }
  return { gaps, medians };
}

function sortFirst(values: Int32Array, count: number): void {
  if (count > FEW) {
    values.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = values[i]!;
    let at = i;
    while (at > 0 && values[at - 1]! > value) values[at] = values[--at]!;
    values[at] = value;
  }
}
