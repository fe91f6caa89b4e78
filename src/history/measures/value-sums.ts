import type { ValueRows } from "../rows/value-rows.js";

/** What each customer bought of each value, in compressed sparse rows; only values with an amount above zero. */
export interface ValueSums {
  readonly offsets: Int32Array;
  /** Positions in the names. */
  readonly values: Int32Array;
  readonly amounts: Float64Array;
  readonly orders: Int32Array;
  readonly purchaseDays: Int32Array;
  /** By customer: days with an order that states a value. */
  readonly statedDays: Int32Array;
}

/** Adds up the days of each customer and value; `by` is what shares are shares of. */
export function valueSums(rows: ValueRows, customers: number, by: "orders" | "net"): ValueSums {
  const { names, offsets, days } = rows;
  const found = {
    values: new Int32Array(days.length),
    amounts: new Float64Array(days.length),
    orders: new Int32Array(days.length),
    purchaseDays: new Int32Array(days.length),
  };
  const ends = new Int32Array(customers + 1);
  const statedDays = new Int32Array(customers);
  // Scratch by value: only what a customer touched is read and cleared.
  const sums = {
    amounts: new Float64Array(names.length + 1),
    orders: new Int32Array(names.length + 1),
    days: new Int32Array(names.length + 1),
    met: new Uint8Array(names.length + 1),
  };
  let length = 0;
  for (let customer = 0; customer < customers; customer++) {
    const touched: number[] = [];
    let lastDay: number | undefined;
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
      const value = rows.values[row]!;
      if (value === 0) continue;
      if (sums.met[value] === 0) {
        sums.met[value] = 1;
        touched.push(value);
      }
      const orders = rows.orders[row]!;
      sums.amounts[value]! += by === "orders" ? orders : rows.grossMinor[row]! - rows.refundedMinor[row]!;
      if (orders === 0) continue;
      sums.orders[value]! += orders;
      sums.days[value]! += 1;
      if (days[row] !== lastDay) statedDays[customer]! += 1;
      lastDay = days[row]!;
    }
    for (const value of touched) {
      if (sums.amounts[value]! > 0) {
        found.values[length] = value - 1;
        found.amounts[length] = sums.amounts[value]!;
        found.orders[length] = sums.orders[value]!;
        found.purchaseDays[length++] = sums.days[value]!;
      }
      sums.amounts[value] = 0;
      sums.orders[value] = 0;
      sums.days[value] = 0;
      sums.met[value] = 0;
    }
    ends[customer + 1] = length;
  }
  return {
    offsets: ends,
    values: found.values.subarray(0, length),
    amounts: found.amounts.subarray(0, length),
    orders: found.orders.subarray(0, length),
    purchaseDays: found.purchaseDays.subarray(0, length),
    statedDays,
  };
}
