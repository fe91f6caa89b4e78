import { refusal } from "../errors/refusal.js";
import { invalidRounding, type Rounding } from "./rounding.js";

/**
 * The quotient of two integers, rounded once: exact at any size.
 * @throws INVALID_AMOUNT for a number that is no bigint, INVALID_ROUNDING; a RangeError for a zero denominator, as `/` on bigint does
 * @example
 * import { divideRounded } from "clientele/core";
 * divideRounded(5n, 2n, "half-up"); // => 3n
 * divideRounded(-5n, 2n, "floor"); // => -3n
 * @category Money
 */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  requireBigint(numerator, "numerator");
  requireBigint(denominator, "denominator");
  const towardsZero = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return towardsZero;
  const negative = numerator < 0n !== denominator < 0n;
  const awayFromZero = towardsZero + (negative ? -1n : 1n);
  switch (rounding) {
    case "floor":
      return negative ? awayFromZero : towardsZero;
    case "ceil":
      return negative ? towardsZero : awayFromZero;
    case "half-up":
      return magnitude(remainder) * 2n >= magnitude(denominator) ? awayFromZero : towardsZero;
    case "half-even": {
      const fromHalf = magnitude(remainder) * 2n - magnitude(denominator);
      if (fromHalf === 0n) return towardsZero % 2n === 0n ? towardsZero : awayFromZero;
      return fromHalf > 0n ? awayFromZero : towardsZero;
    }
    default:
      throw invalidRounding(rounding);
  }
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function requireBigint(value: unknown, name: string): void {
  if (typeof value === "bigint") return;
  throw refusal("INVALID_AMOUNT", [name], "a bigint", value);
}
