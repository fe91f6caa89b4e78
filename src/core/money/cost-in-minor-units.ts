import { requireShape } from "../checking/argument.js";
import { refusal } from "../errors/refusal.js";
import { currencyOfRecord } from "./currency.js";
import { parseMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";

/** What something costs: minor units from zero, and the decimals of its currency. @throws INVALID_OPTIONS, INVALID_AMOUNT, INVALID_CURRENCY */
export function costInMinorUnits(
  cost: Money,
  path: readonly (string | number)[],
): { readonly minor: number; readonly scale: number } {
  requireShape(cost, path, "an amount with its currency", "amount", "currency");
  const scale = currencyOfRecord(cost.currency, [...path, "currency"]);
  const minor = parseMinorUnits(cost.amount, scale, [...path, "amount"]);
  if (minor < 0) throw refusal("INVALID_OPTIONS", [...path, "amount"], "an amount from zero", cost.amount);
  return { minor, scale };
}
