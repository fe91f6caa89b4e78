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

/** The sum of IEEE numbers, correctly rounded once, so that their order does not matter. */
export const sumDoubles = (values: readonly number[]): number => quotient(values, 1);

/** Their mean, rounded once, so that it never leaves the range of its values. */
export const meanOfDoubles = (values: readonly number[]): number => quotient(values, values.length);

function quotient(values: readonly number[], divisor: number): number {
  let sum = 0;
  let isWhole = true;
  for (const value of values) {
    sum += value;
    isWhole &&= Number.isSafeInteger(value) && Number.isSafeInteger(sum);
  }
  return isWhole ? sum / divisor : exactQuotient(values, divisor);
}

/** Every double is a binary fraction: their sum is one too, and is divided before anything is rounded. */
function exactQuotient(values: readonly number[], divisor: number): number {
  let numerator = 0n;
  let denominator = 1n;
  for (const value of values) {
    const ratio = ratioOf(value);
    const scale = BigInt(ratio.denominator);
    if (scale > denominator) {
      numerator *= scale / denominator;
      denominator = scale;
    }
    numerator += BigInt(ratio.numerator) * (denominator / scale);
  }
  return nearestDouble(numerator, denominator * BigInt(divisor));
}

/** An exact fraction as the nearest double: 64 bits of the quotient and a mark for what is left decide the rounding. */
function nearestDouble(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const shift = Math.max(0, 64 + denominator.toString(2).length - size.toString(2).length);
  const shifted = size << BigInt(shift);
  const marked = (shifted / denominator) | (shifted % denominator === 0n ? 0n : 1n);
  // In two steps, since neither factor may vanish.
  const value = Number(marked) * 2 ** -Math.floor(shift / 2) * 2 ** -Math.ceil(shift / 2);
  return numerator < 0n ? -value : value;
}
