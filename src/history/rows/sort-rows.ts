import type { RowKeys } from "./sparse-rows.js";

const DIGIT_BITS = 16;
const LARGEST_PASS = 1 << 22;

/** The row numbers in ascending order of (customer, day, value); rows with equal keys keep their order. */
export function sortedRowOrder(keys: RowKeys): Int32Array {
  let order = upTo(keys.days.length);
  if (isSorted(keys)) return order;
  // Stable counting passes from the least key to the most (LSD radix): no comparisons, whatever the order of the input.
  if (keys.values !== undefined) order = orderBy(keys.values, order);
  order = orderBy(keys.days, order);
  return orderBy(keys.customers, order);
}

function isSorted({ customers, days, values }: RowKeys): boolean {
  for (let row = 1; row < days.length; row++) {
    const byCustomer = (customers[row] as number) - (customers[row - 1] as number);
    if (byCustomer < 0) return false;
    if (byCustomer > 0) continue;
    const byDay = (days[row] as number) - (days[row - 1] as number);
    if (byDay < 0) return false;
    if (byDay === 0 && values !== undefined && (values[row] as number) < (values[row - 1] as number)) return false;
  }
  return true;
}

function orderBy(key: Int32Array, order: Int32Array): Int32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < key.length; row++) {
    const value = key[row] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const range = most - least + 1;
  if (range <= 1) return order;
  if (range <= LARGEST_PASS) return countingPass(key, order, least, 0, range);
  const low = countingPass(key, order, least, 0, 1 << DIGIT_BITS);
  return countingPass(key, low, least, DIGIT_BITS, (range >>> DIGIT_BITS) + 1);
}

/** Orders by `(key - least) >>> shift`, modulo the number of buckets where a lower digit is meant. */
function countingPass(key: Int32Array, order: Int32Array, least: number, shift: number, buckets: number): Int32Array {
  const mask = shift === 0 && buckets === 1 << DIGIT_BITS ? buckets - 1 : -1;
  const starts = new Int32Array(buckets + 1);
  for (let row = 0; row < key.length; row++) {
    const bucket = (((key[row] as number) - least) >>> shift) & mask;
    starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number);
  }
  const sorted = new Int32Array(order.length);
  for (let position = 0; position < order.length; position++) {
    const row = order[position] as number;
    const bucket = (((key[row] as number) - least) >>> shift) & mask;
    const target = starts[bucket] as number;
    starts[bucket] = target + 1;
    sorted[target] = row;
  }
  return sorted;
}

/** The numbers from 0 to `length - 1`. */
export function upTo(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = i;
  return numbers;
}
