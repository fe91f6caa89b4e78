import type { Money } from "./money.js";
import { pairOf } from "./money-units.js";
import { LARGEST_SCALE } from "./scale.js";

/**
 * Which of two amounts of one currency is larger: -1 the right, 1 the left, 0 neither. "1" and "1.00" are equal.
 * No scale is needed: nothing is rounded or written.
 * @throws CURRENCY_MISMATCH, INVALID_CURRENCY, INVALID_AMOUNT, AMOUNT_TOO_FINE past 18 decimals
 * @example
 * import { compareMoney } from "clientele/core";
 * compareMoney({ amount: "9.5", currency: "EUR" }, { amount: "10", currency: "EUR" }); // => -1
 * @category Money
 */
export function compareMoney<C extends string>(left: Money<C>, right: Money<NoInfer<C>>): -1 | 0 | 1 {
  const units = pairOf(left, right, LARGEST_SCALE);
  if (units.left === units.right) return 0;
  return units.left < units.right ? -1 : 1;
}
