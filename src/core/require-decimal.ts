import { ClienteleError } from "./errors/clientele-error.js";
import { showValue } from "./errors/show-value.js";
import type { AmountInput } from "./money.js";
import { readAmount, type ScaledInteger } from "./scaled-integer.js";

/** A plain decimal text, or a finite number as it prints; anything else, "1e3" and "Infinity" too, is refused. */
export function requireDecimal(value: AmountInput, path: readonly (string | number)[]): ScaledInteger {
  const decimal = readAmount(value);
  if (decimal !== undefined) return decimal;
  throw new ClienteleError({
    code: "INVALID_DECIMAL",
    path,
    expected: 'a decimal string such as "0.075"',
    received: showValue(value),
  });
}
