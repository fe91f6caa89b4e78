import { refusal } from "../errors/refusal.js";
import { parseExactMinorUnits } from "./minor-units.js";
import type { Money, MoneyOptions } from "./money.js";
import { moneyOf, requireCurrency, scaleOf } from "./money-units.js";

/**
 * The exact sum of many amounts of one currency, which is named so that no amounts at all have a sum too: zero.
 * @throws CURRENCY_MISMATCH, INVALID_CURRENCY, INVALID_AMOUNT, AMOUNT_TOO_FINE, INVALID_SCALE
 * @example
 * import { sumMoney } from "clientele/core";
 * sumMoney([{ amount: "0.1", currency: "EUR" }, { amount: "0.2", currency: "EUR" }], "EUR"); // => { amount: "0.30", currency: "EUR" }
 * sumMoney([], "JPY"); // => { amount: "0", currency: "JPY" }
 * @category Money
 */
export function sumMoney<C extends string>(
  amounts: readonly Money<NoInfer<C>>[] | Iterable<Money<NoInfer<C>>>,
  currency: C,
  options: MoneyOptions = {},
): Money<C> {
  const scale = scaleOf(currency, options);
  if (typeof amounts === "string" || typeof Object(amounts)[Symbol.iterator] !== "function") {
    const expected = "a list of amounts with their currency";
    throw refusal("INVALID_AMOUNT", ["amounts"], expected, amounts);
  }
  let units = 0n;
  let position = 0;
  for (const money of amounts) {
    requireCurrency(money, currency, ["amounts", position]);
    units += parseExactMinorUnits(money.amount, scale, ["amounts", position, "amount"]);
    position++;
  }
  return moneyOf(units, currency, scale);
}
