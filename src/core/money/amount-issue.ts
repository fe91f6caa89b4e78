import type { Issue } from "../errors/clientele-error.js";
import { showValue } from "../errors/show-value.js";
import { formatMinorUnits } from "./format-minor-units.js";
import type { AmountInput } from "./money.js";
import { LARGEST_SCALE } from "./scale.js";
import { readAmount, type ScaledInteger } from "./scaled-integer.js";
import { writtenAmount } from "./written-amount.js";

/**
 * Why an amount could not be read at a scale: for amounts that `readMinorUnits` gave undefined for.
 */
export function amountIssue(amount: AmountInput, scale: number, path: readonly (string | number)[] = []): Issue {
  const received = showValue(amount);
  const decimal = readAmount(amount);
  if (decimal === undefined) {
    return {
      code: "INVALID_AMOUNT",
      path,
      expected: 'a decimal string such as "19.99", or a finite number',
      received,
      ...hintForText(amount),
    };
  }
  if (decimal.scale > scale) {
    return {
      code: "AMOUNT_TOO_FINE",
      path,
      expected: `at most ${scale} decimals`,
      received,
      hint: hintForFine(amount, decimal, scale),
    };
  }
  if (hasLostDigits(amount, decimal)) {
    return {
      code: "AMOUNT_OUT_OF_RANGE",
      path,
      expected: "at most 15 digits in a number",
      received,
      hint: "Pass a decimal string: a number this long may have lost digits already",
    };
  }
  return {
    code: "AMOUNT_OUT_OF_RANGE",
    path,
    expected: `at most ${formatMinorUnits(Number.MAX_SAFE_INTEGER, scale)} either side of zero`,
    received,
    hint: hintForLarge(decimal, scale),
  };
}

function hintForText(amount: unknown): { readonly hint?: string } {
  const written = typeof amount === "string" ? writtenAmount(amount) : undefined;
  return written === undefined ? {} : { hint: written.hint };
}

function hintForLarge({ units, scale: needed }: ScaledInteger, scale: number): string {
  const fits = Number.isSafeInteger(Number(units)) && needed < scale;
  return fits ? `Pass scale: ${needed}` : "Keep the amount in larger units";
}

function hintForFine(amount: AmountInput, decimal: ScaledInteger, scale: number): string {
  // 0.1 + 0.2 has 17 digits: a finer scale is not its cure.
  if (hasLostDigits(amount, decimal))
    return `It looks computed in doubles: round it, to "${Number(amount).toFixed(scale)}"`;
  if (decimal.scale > LARGEST_SCALE) return "Round it first";
  return `Pass scale: ${decimal.scale} to keep it exactly, or round it first`;
}

/** Every decimal of 15 digits has a double of its own. */
export const DIGITS_OF_A_DOUBLE = 1e15;

/** True for a number of more than 15 digits, unless it is a safe integer: it no longer tells its decimal apart. */
export function hasLostDigits(amount: AmountInput, { units }: ScaledInteger): boolean {
  if (typeof amount !== "number" || Number.isSafeInteger(amount)) return false;
  return Math.abs(Number(units)) >= DIGITS_OF_A_DOUBLE;
}
