import { ratioOf } from "./quantity.js";

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
