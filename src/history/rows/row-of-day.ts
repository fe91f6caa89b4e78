import type { SparseRows } from "./sparse-rows.js";

/** The row of a customer's day, by halving; where there is none, one that has another day or none of the customer's rows. */
export function rowOfDay(
  { offsets, days }: Pick<SparseRows, "offsets" | "days">,
  customer: number,
  day: number,
): number {
  let low = offsets[customer] as number;
  let high = offsets[customer + 1] as number;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((days[middle] as number) <= day) low = middle;
    else high = middle;
  }
  return low;
}
