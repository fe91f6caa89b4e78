import { parseExactMinorUnits } from "./minor-units.js";
import type { Money, MoneyOptions } from "./money.js";
import { moneyOf, requireMoney, scaleOf } from "./money-units.js";
import { requireDecimal } from "./require-decimal.js";
import type { Rounding } from "./rounding.js";
import { multiplyUnits } from "./scaled-integer.js";

/** How a product is rounded, and to how many decimals. */
export interface MultiplyMoneyOptions extends MoneyOptions {
  /** Half-up unless given. */
  readonly rounding?: Rounding | undefined;
}

/**
 * An amount times a factor (a rate, a tax, a share), computed exactly and rounded once.
 * @throws INVALID_DECIMAL unless the factor is a decimal string; INVALID_CURRENCY, INVALID_AMOUNT, AMOUNT_TOO_FINE, INVALID_SCALE
 * @example
 * import { multiplyMoney } from "clientele/core";
 * multiplyMoney({ amount: "19.90", currency: "EUR" }, "0.075"); // => { amount: "1.49", currency: "EUR" }
 * @category Money
 */
export function multiplyMoney<C extends string>(
  money: Money<C>,
  factor: string,
  options: MultiplyMoneyOptions = {},
): Money<C> {
  requireMoney(money, ["money"]);
  const scale = scaleOf(money.currency, options, ["money", "currency"]);
  const units = parseExactMinorUnits(money.amount, scale, ["money", "amount"]);
  const product = multiplyUnits(units, scale, requireDecimal(factor, ["factor"]), scale, options.rounding ?? "half-up");
  return moneyOf(product, money.currency, scale);
}
