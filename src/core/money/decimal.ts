import { Decimal as SharedDecimal } from "decimal.js";
import type { AmountInput } from "./money.js";
import { requireDecimal } from "./require-decimal.js";

/** Significant digits that a calculation keeps. */
export const PRECISION = 64;

/**
 * The library's own decimal.js: a host's `Decimal.set` does not reach it, and it changes nobody else's. Never exponent
 * notation. It stays inside `core`; values cross the border as decimal strings.
 */
export const Decimal: typeof SharedDecimal = /* @__PURE__ */ SharedDecimal.clone({
  defaults: true,
  precision: PRECISION,
  rounding: SharedDecimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

export function decimalOf(value: AmountInput, path: readonly (string | number)[]): SharedDecimal {
  requireDecimal(value, path);
  return new Decimal(value);
}
