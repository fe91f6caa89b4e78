import { refusal } from "../errors/refusal.js";
import { showValue } from "../errors/show-value.js";
import { currencyDecimals } from "./currency.js";
import { formatMinorUnits } from "./format-minor-units.js";
import { parseExactMinorUnits } from "./minor-units.js";
import type { Money, MoneyOptions } from "./money.js";

/** Two amounts taken to whole units of one scale, after the door has checked that their currency is the same. */
export interface MoneyPair {
  readonly left: bigint;
  readonly right: bigint;
  readonly scale: number;
}

export function pairOf(left: Money, right: Money, scale?: number | undefined): MoneyPair {
  requireMoney(left, ["left"]);
  const shared = scaleOf(left.currency, { scale }, ["left", "currency"]);
  requireCurrency(right, left.currency, ["right"]);
  return {
    left: parseExactMinorUnits(left.amount, shared, ["left", "amount"]),
    right: parseExactMinorUnits(right.amount, shared, ["right", "amount"]),
    scale: shared,
  };
}

export function scaleOf(currency: string, options: MoneyOptions, path?: readonly (string | number)[]): number {
  const decimals = currencyDecimals(currency, path);
  return options.scale ?? decimals;
}

export const moneyOf = <C extends string>(units: bigint, currency: C, scale: number): Money<C> => ({
  amount: formatMinorUnits(units, scale),
  currency,
});

export function requireCurrency(money: Money, currency: string, path: readonly (string | number)[]): void {
  requireMoney(money, path);
  if (money.currency === currency) return;
  throw refusal(
    "CURRENCY_MISMATCH",
    [...path, "currency"],
    showValue(currency),
    money.currency,
    "Convert first (convertMinorUnits), or keep the currencies apart",
  );
}

export function requireMoney(money: unknown, path: readonly (string | number)[]): void {
  if (typeof money === "object" && money !== null) return;
  const expected = "an amount with its currency";
  throw refusal("INVALID_AMOUNT", path, expected, money);
}
