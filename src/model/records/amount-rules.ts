import type { AmountInput } from "../../core/index.js";
import { writtenAmount } from "../../core/shared.js";
import type { Fault, ValueRule } from "./record-table.js";

/** Plain digits as core reads them, without a sign. Scale and safe range are for callers that know the currency. */
export const DECIMAL: RegExp = /^\d+(?:\.\d+)?$/;

const amountsRefunding = (ifNegative: string): ValueRule<AmountInput> => ({
  accepts: (value): value is AmountInput =>
    typeof value === "string" ? DECIMAL.test(value) : typeof value === "number" && value >= 0 && value < Infinity,
  fault: (value) => amountFault(value, ifNegative),
  json: {
    anyOf: [
      { type: "string", pattern: DECIMAL.source },
      { type: "number", minimum: 0 },
    ],
  },
});

/** An amount beside the value of the goods: a discount, a tax, a cost. */
export const amountRule: ValueRule<AmountInput> = amountsRefunding("Write it without the sign:");

/** The value of goods, which a refund gives back. */
export const valueRule: ValueRule<AmountInput> = amountsRefunding('For money given back, set kind: "refund" and write');

function amountFault(value: unknown, ifNegative: string): Fault {
  const expected = 'a decimal text such as "12.50", or a number, not below zero';
  const negative = (amount: string): Fault => ({ code: "NEGATIVE_AMOUNT", expected, hint: `${ifNegative} ${amount}` });
  if (typeof value === "number" && value < 0 && value > -Infinity) return negative(`${-value}`);
  const written = typeof value === "string" ? writtenAmount(value) : undefined;
  if (written?.isNegative) return negative(`"${written.decimal}"`);
  return { code: "INVALID_AMOUNT", expected, ...(written && { hint: written.hint }) };
}
