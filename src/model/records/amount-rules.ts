import type { AmountInput, Money } from "../../core/index.js";
import { currencyRule } from "./border-rules.js";
import type { Fault, ValueRule } from "./record-table.js";

/** Plain digits as core reads them, without a sign. Scale and safe range are for callers that know the currency. */
const DECIMAL = /^\d+(?:\.\d+)?$/;

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
export const amountRule: ValueRule<AmountInput> = amountsRefunding("Write it without the sign");

/** The value of goods, which a refund gives back. */
export const valueRule: ValueRule<AmountInput> = amountsRefunding(
  'Money given back is a transaction of kind "refund" with an amount above zero',
);

export const moneyRule: ValueRule<Money> = {
  accepts: (value): value is Money => {
    if (typeof value !== "object" || value === null) return false;
    const { amount, currency, ...rest } = value as Partial<Money>;
    const isAmount = typeof amount === "string" && DECIMAL.test(amount);
    return isAmount && currencyRule.accepts(currency) && Object.keys(rest).length === 0;
  },
  fault: () => ({
    code: "INVALID_AMOUNT",
    expected: 'money such as { amount: "12.50", currency: "USD" }, not below zero',
  }),
  json: {
    type: "object",
    properties: { amount: { type: "string", pattern: DECIMAL.source }, currency: currencyRule.json },
    required: ["amount", "currency"],
    additionalProperties: false,
  },
};

function amountFault(value: unknown, ifNegative: string): Fault {
  const expected = 'a decimal text such as "12.50", or a number, not below zero';
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string") return { code: "INVALID_AMOUNT", expected };
  const bare = withoutCurrency(text);
  const unsigned = bare.replace(/^-|^\((.*)\)$/u, "$1");
  if (unsigned !== bare && /\d/.test(bare)) return { code: "NEGATIVE_AMOUNT", expected, hint: ifNegative };
  const hint = amountHint(text, bare);
  return hint === undefined ? { code: "INVALID_AMOUNT", expected } : { code: "INVALID_AMOUNT", expected, hint };
}

/** How to write an amount as people write it: `€ 12,50`, `1.234,56`, `.50`, `+12.50`. */
function amountHint(text: string, bare: string): string | undefined {
  const digits = bare.replace(/^\+/, "").replace(/^\./, "0.");
  const decimal = withPoint(digits);
  if (!DECIMAL.test(decimal)) return undefined;
  if (/^\d{1,3},\d{3}$/.test(digits)) {
    return `Write "${decimal}", or "${digits.replace(",", ".")}" if the comma is the decimal mark`;
  }
  return `Write "${decimal}"${/[^\s\d.,+]/.test(text) ? ": the currency has its own field" : ""}`;
}

function withoutCurrency(text: string): string {
  const mark = "(?:RMB|[A-Z]{3}|\\p{Sc}|元)";
  return text.trim().replace(new RegExp(`^([-+(]?)${mark}\\s*|\\s*${mark}(\\)?)$`, "gu"), "$1$2");
}

/** Without marks between thousands, and with a point before the decimals. */
function withPoint(digits: string): string {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return digits.replaceAll(",", "");
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
  return digits.replace(/^(\d+),(\d+)$/, "$1.$2");
}
