import type { Money } from "../../core/index.js";
import { writtenAmount } from "../../core/shared.js";
import { currencyRule } from "../reading/border-rules.js";
import { DECIMAL } from "./amount-rules.js";
import type { ValueRule } from "./record-table.js";

export const moneyRule: ValueRule<Money> = {
  accepts: (value): value is Money => {
    if (typeof value !== "object" || value === null) return false;
    const { amount, currency, ...rest } = value as Partial<Money>;
    const isAmount = typeof amount === "string" && DECIMAL.test(amount);
    return isAmount && currencyRule.accepts(currency) && Object.keys(rest).length === 0;
  },
  fault: (value) => {
    const fault = {
      code: "INVALID_AMOUNT",
      expected: 'money such as { amount: "12.50", currency: "USD" }, not below zero',
    };
    const meant = moneyMeant(value);
    return meant === undefined ? fault : { ...fault, hint: `Write ${JSON.stringify(meant)}` };
  },
  json: {
    type: "object",
    properties: { amount: { type: "string", pattern: DECIMAL.source }, currency: currencyRule.json },
    required: ["amount", "currency"],
    additionalProperties: false,
  },
};

/** The money that an object with an amount and a currency says in another way: a number, `12,50`, `usd`. */
function moneyMeant(value: unknown): Money | undefined {
  const { amount, currency } = Object(value) as { readonly [K in keyof Money]?: unknown };
  const text = typeof amount === "number" && amount < 1e21 ? String(amount) : amount;
  const written = typeof text === "string" ? writtenAmount(text) : undefined;
  const code = typeof currency === "string" ? currency.trim().toUpperCase() : "";
  if (written === undefined || written.isNegative || written.hint.includes(", or")) return undefined;
  return currencyRule.accepts(code) ? { amount: written.decimal, currency: code } : undefined;
}
