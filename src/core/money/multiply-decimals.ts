import { requireList } from "../checking/argument.js";
import { inWords, refusal } from "../errors/refusal.js";
import { Decimal, decimalOf, PRECISION } from "./decimal.js";
import type { AmountInput } from "./money.js";

/**
 * The exact product of decimals (rates, multipliers, shares) as a decimal string without trailing zeros; of none it is "1".
 * @throws INVALID_DECIMAL; AMOUNT_OUT_OF_RANGE where the factors have more than 64 significant digits together
 * @example
 * import { multiplyDecimals } from "clientele/core";
 * multiplyDecimals(["1.5", "0.1", 3]); // => "0.45"
 * @category Money
 */
export function multiplyDecimals(factors: readonly AmountInput[]): string {
  requireList(factors, "factors");
  const decimals = Array.from(factors, (factor, position) => decimalOf(factor, ["factors", position]));
  const digits = decimals.reduce((sum, decimal) => sum + decimal.precision(), 0);
  if (digits > PRECISION) {
    throw refusal(
      "AMOUNT_OUT_OF_RANGE",
      ["factors"],
      `factors of at most ${PRECISION} significant digits together`,
      inWords(`${digits} digits`),
      "Round a factor first (roundDecimal)",
    );
  }
  return decimals.reduce((left, right) => left.times(right), new Decimal(1)).toFixed();
}
