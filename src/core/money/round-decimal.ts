import { Decimal, decimalOf } from "./decimal.js";
import type { AmountInput } from "./money.js";
import { invalidRounding, type Rounding } from "./rounding.js";
import { unitsAt } from "./scale.js";

const modes: Readonly<Record<Rounding, 2 | 3 | 4 | 6>> = {
  floor: Decimal.ROUND_FLOOR,
  ceil: Decimal.ROUND_CEIL,
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
};

/**
 * A decimal rounded to `scale` decimals, written with exactly that many; zero has no sign.
 * A number stands for the decimal that JavaScript prints for it: 1.005 is a half at scale 2, not the double just below.
 * The modes and their halves stand in the table of {@link Rounding}.
 * @throws INVALID_DECIMAL, INVALID_SCALE, INVALID_ROUNDING
 * @example
 * import { roundDecimal } from "clientele/core";
 * roundDecimal("2.345", 2); // => "2.35"
 * roundDecimal("-2.345", 2, "floor"); // => "-2.35"
 * roundDecimal(0.1 + 0.2, 2, "half-even"); // => "0.30"
 * @category Money
 */
export function roundDecimal(value: AmountInput, scale: number, rounding: Rounding = "half-up"): string {
  unitsAt(scale);
  if (!Object.hasOwn(modes, rounding)) throw invalidRounding(rounding as never);
  // Rounded first, so that toFixed sees a zero and gives it no sign.
  return decimalOf(value, ["value"]).toDecimalPlaces(scale, modes[rounding]).toFixed(scale);
}
