import type { Column } from "../tables/column.js";
import { allocate } from "./allocate.js";
import { parseExactMinorUnits } from "./minor-units.js";
import type { Money, MoneyOptions } from "./money.js";
import { moneyOf, requireMoney, scaleOf } from "./money-units.js";

/**
 * Splits an amount by weights so that the parts add up to it exactly; the rule is that of {@link allocate}.
 * @throws INVALID_WEIGHTS, INVALID_CURRENCY, INVALID_AMOUNT, AMOUNT_TOO_FINE, INVALID_SCALE
 * @example
 * import { allocateMoney } from "clientele/core";
 * allocateMoney({ amount: "0.05", currency: "EUR" }, [1, 1]).map((part) => part.amount); // => ["0.03", "0.02"]
 * @category Money
 */
export function allocateMoney<C extends string>(
  money: Money<C>,
  weights: Column,
  options: MoneyOptions = {},
): readonly Money<C>[] {
  requireMoney(money, ["money"]);
  const scale = scaleOf(money.currency, options, ["money", "currency"]);
  const units = parseExactMinorUnits(money.amount, scale, ["money", "amount"]);
  return allocate(units, weights).map((part) => moneyOf(part, money.currency, scale));
}
