/** An exact fraction; the denominator is positive. Whole numbers, as `bigint` past 2^53. */
export interface Ratio {
  readonly numerator: number | bigint;
  readonly denominator: number | bigint;
}

/** An exact number: minor units, a count, an IEEE number taken for what it is, an average that was not rounded. */
export type Quantity = number | bigint | Ratio;

/** A number that lies somewhere between two, both of them in; `atLeast` may be -Infinity, `atMost` Infinity. */
export interface Bounds {
  readonly atLeast: Quantity;
  readonly atMost: Quantity;
}

/** True for a number that is known only to lie between two. */
export const isBounds = (value: unknown): value is Bounds =>
  typeof value === "object" && value !== null && "atLeast" in value;

const isInfinite = (quantity: Quantity): boolean =>
  quantity === Number.POSITIVE_INFINITY || quantity === Number.NEGATIVE_INFINITY;

/** Negative, zero or positive as `a` is less than, equal to or more than `b`; exact, by cross-multiplication. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  if (typeof a !== "object" && typeof b !== "object") return a < b ? -1 : a > b ? 1 : 0;
  if (isInfinite(a)) return a as number;
  if (isInfinite(b)) return -(b as number);
  const left = ratioOf(a);
  const right = ratioOf(b);
  const x = product(left.numerator, right.denominator);
  const y = product(right.numerator, left.denominator);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A quantity times an exact fraction. */
export function timesQuantity(quantity: Quantity, times: Ratio): Quantity {
  if (times.numerator === 0) return 0;
  if (isInfinite(quantity)) return Math.sign(Number(times.numerator)) * (quantity as number);
  const { numerator, denominator } = ratioOf(quantity);
  return { numerator: product(numerator, times.numerator), denominator: product(denominator, times.denominator) };
}

/** A whole number as it is, an IEEE number as the binary fraction that it is. */
export function ratioOf(quantity: Quantity): Ratio {
  if (typeof quantity === "object") return quantity;
  if (typeof quantity === "bigint" || Number.isSafeInteger(quantity)) return { numerator: quantity, denominator: 1 };
  let numerator = quantity;
  let denominator = 1n;
  // At most 1,074 doublings make any double whole; each is exact.
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(numerator), denominator };
}

/** Sums whole numbers exactly, past 2^53 as a `bigint`. */
export function sumWhole(values: readonly number[]): number | bigint {
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    sum += values[index] as number;
    if (!Number.isSafeInteger(sum)) return values.reduce((total, value) => total + BigInt(value), 0n);
  }
  return sum;
}

/** A quantity as the nearest number, for distances and display. */
export function numberOf(quantity: Quantity): number {
  return typeof quantity === "object" ? Number(quantity.numerator) / Number(quantity.denominator) : Number(quantity);
}

function product(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === "number" && typeof b === "number") {
    const small = a * b;
    if (Number.isSafeInteger(small)) return small;
  }
  return BigInt(a) * BigInt(b);
}
