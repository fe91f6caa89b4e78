import { ClienteleError } from "../errors/clientele-error.js";
import { amountIssue, DIGITS_OF_A_DOUBLE, hasLostDigits } from "./amount-issue.js";
import type { AmountInput } from "./money.js";
import { unitsAt } from "./scale.js";
import { readAmount } from "./scaled-integer.js";

/**
 * Reads an amount into whole minor units: "19.99" at scale 2 is 1999.
 * Decimals past the scale are refused unless they are zeros ("19.990"); nothing is rounded. A number stands for the decimal
 * that JavaScript prints for it, so 19.99 is exact and 0.1 + 0.2 is too fine; with decimals it may have 15 digits at most.
 * @throws INVALID_AMOUNT, AMOUNT_TOO_FINE, AMOUNT_OUT_OF_RANGE (past 2^53, see {@link parseExactMinorUnits}), INVALID_SCALE
 * @example
 * import { parseMinorUnits } from "clientele/core";
 * parseMinorUnits("19.99", 2); // => 1999
 * parseMinorUnits(-3.5, 2); // => -350
 * @category Money
 */
export function parseMinorUnits(amount: AmountInput, scale: number, path?: readonly (string | number)[]): number {
  const minor = readMinorUnits(amount, scale);
  if (minor !== undefined) return minor;
  throw new ClienteleError(amountIssue(amount, scale, path));
}

/**
 * `parseMinorUnits` without a limit at 2^53. Numbers keep their limit of 15 digits: larger ones have lost some already.
 * @throws INVALID_AMOUNT, AMOUNT_TOO_FINE, AMOUNT_OUT_OF_RANGE (numbers only), INVALID_SCALE
 * @example
 * import { parseExactMinorUnits } from "clientele/core";
 * parseExactMinorUnits("123456789012345678.90", 2); // => 12345678901234567890n
 * @category Money
 */
export function parseExactMinorUnits(amount: AmountInput, scale: number, path?: readonly (string | number)[]): bigint {
  const minor = readMinorUnits(amount, scale);
  const exact = minor === undefined ? readExactly(amount, scale) : BigInt(minor);
  if (exact !== undefined) return exact;
  throw new ClienteleError(amountIssue(amount, scale, path));
}

/**
 * `parseMinorUnits` without the error: undefined where it would throw.
 * @throws INVALID_SCALE
 * @example
 * import { readMinorUnits } from "clientele/core";
 * readMinorUnits("about 5", 2); // => undefined
 * @category Money
 */
export function readMinorUnits(amount: AmountInput, scale: number): number | undefined {
  if (typeof amount === "string") return readText(amount, scale);
  return typeof amount === "number" ? readNumber(amount, scale) : undefined;
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

// Every transaction passes here: one pass over the characters, no regular expression, no substring.
function readText(text: string, scale: number): number | undefined {
  const unit = unitsAt(scale);
  const length = text.length;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let digits = 0;
  let point = length;
  for (let at = start; at < length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (at - point <= scale) digits = digits * 10 + digit;
      else if (digit !== 0) return undefined;
    } else if (digit === POINT - ZERO && point === length && at > start) {
      point = at;
    } else return undefined;
  }
  if (length === start || point === length - 1) return undefined;
  const decimals = point === length ? 0 : length - point - 1;
  const minor = decimals >= scale ? digits : decimals === 0 ? digits * unit : digits * unitsAt(scale - decimals);
  // Integers round monotonically, so digits lost past 2^53 cannot bring the product back into the safe range.
  if (minor > Number.MAX_SAFE_INTEGER) return undefined;
  return start === 1 && minor !== 0 ? -minor : minor;
}

function readNumber(amount: number, scale: number): number | undefined {
  const unit = unitsAt(scale);
  const minor = Math.round(amount * unit);
  // Below 10^15 a double tells any two decimals of one scale apart, so the division proves that no decimal was dropped.
  if (Math.abs(minor) < DIGITS_OF_A_DOUBLE) return minor / unit === amount ? minor + 0 : undefined;
  const exact = Number(readExactly(amount, scale));
  return Number.isSafeInteger(exact) ? exact : undefined;
}

function readExactly(amount: AmountInput, scale: number): bigint | undefined {
  const decimal = readAmount(amount);
  if (decimal === undefined || decimal.scale > scale || hasLostDigits(amount, decimal)) return undefined;
  return decimal.units * BigInt(unitsAt(scale - decimal.scale));
}
