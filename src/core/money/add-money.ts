import type { Money, MoneyOptions } from "./money.js";
import { moneyOf, pairOf } from "./money-units.js";

/**
 * The exact sum of two amounts of one currency; two currencies known to the compiler do not compile.
 * @throws CURRENCY_MISMATCH, INVALID_CURRENCY, INVALID_AMOUNT, AMOUNT_TOO_FINE, INVALID_SCALE
 * @example
 * import { addMoney } from "clientele/core";
 * addMoney({ amount: "0.10", currency: "EUR" }, { amount: "0.2", currency: "EUR" }); // => { amount: "0.30", currency: "EUR" }
 * @category Money
 */
export function addMoney<C extends string>(
  left: Money<C>,
  right: Money<NoInfer<C>>,
  options: MoneyOptions = {},
): Money<C> {
  const units = pairOf(left, right, options.scale);
  return moneyOf(units.left + units.right, left.currency, units.scale);
}
