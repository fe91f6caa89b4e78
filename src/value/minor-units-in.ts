import { type Money, parseMinorUnits } from "../core/index.js";
import { NO_CURRENCY, refusal, requireShape } from "../core/shared.js";

/** An amount in the currency of a base, in its minor units. @throws CURRENCY_MISMATCH, INVALID_AMOUNT */
export function minorUnitsIn(
  { currency, scale }: { readonly currency: string; readonly scale: number },
  money: Money,
  path: readonly (string | number)[],
): number {
  requireShape(money, path, "an amount with its currency", "amount", "currency");
  if (money.currency === currency) return parseMinorUnits(money.amount, scale, [...path, "amount"]);
  const hint =
    currency === NO_CURRENCY
      ? `Nothing was read, so say it where the base is read: currency: "${money.currency}"`
      : undefined;
  throw refusal("CURRENCY_MISMATCH", [...path, "currency"], currency, money.currency, hint);
}
