import type { Money, MoneyOptions } from "./money.js";
import { moneyOf, pairOf } from "./money-units.js";

/**
 * The exact difference of two amounts of one currency; it may be negative.
 * @throws CURRENCY_MISMATCH, INVALID_CURRENCY, INVALID_AMOUNT, AMOUNT_TOO_FINE, INVALID_SCALE
 * @example
 * import { subtractMoney } from "clientele/core";
 * subtractMoney({ amount: "5", currency: "JPY" }, { amount: "8", currency: "JPY" }); // => { amount: "-3", currency: "JPY" }
 * @category Money
 */
export function subtractMoney<C extends string>(
  left: Money<C>,
  right: Money<NoInfer<C>>,
  options: MoneyOptions = {},
): Money<C> {
  const units = pairOf(left, right, options.scale);
  return moneyOf(units.left - units.right, left.currency, units.scale);
}
