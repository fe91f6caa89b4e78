import { type Money, parseMinorUnits } from "../core/index.js";
import { NO_CURRENCY, refusal, requireShape } from "../core/shared.js";

/** An amount from zero in the currency of a base, in its minor units. @throws INVALID_OPTIONS, CURRENCY_MISMATCH, INVALID_AMOUNT */
export function minorUnitsIn(
  { currency, scale }: { readonly currency: string; readonly scale: number },
  money: Money,
  path: readonly (string | number)[],
): number {
  requireShape(money, path, "an amount with its currency", "amount", "currency");
  if (money.currency === currency) {
    const minor = parseMinorUnits(money.amount, scale, [...path, "amount"]);
    if (minor >= 0) return minor;
    throw refusal("INVALID_OPTIONS", [...path, "amount"], "an amount from zero", money.amount);
  }
  const hint =
    currency === NO_CURRENCY
      ? `Nothing was read, so say it where the base is read: currency: "${money.currency}"`
      : undefined;
  throw refusal("CURRENCY_MISMATCH", [...path, "currency"], currency, money.currency, hint);
}
