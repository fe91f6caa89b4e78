import { refusal } from "../errors/refusal.js";
import type { AmountInput } from "./money.js";
import { readAmount, type ScaledInteger } from "./scaled-integer.js";

/** A plain decimal text, or a finite number as it prints; anything else, "1e3" and "Infinity" too, is refused. */
export function requireDecimal(value: AmountInput, path: readonly (string | number)[]): ScaledInteger {
  const decimal = readAmount(value);
  if (decimal !== undefined) return decimal;
  throw refusal("INVALID_DECIMAL", path, 'a decimal string such as "0.075"', value);
}
