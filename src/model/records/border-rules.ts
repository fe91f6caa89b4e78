import {
  type AmountInput,
  type Birthday,
  currencyDecimals,
  type Day,
  type Duration,
  type InstantInput,
  isClienteleError,
  type Money,
  parseBirthday,
  parseDay,
  parseDuration,
  parseInstant,
  readDay,
} from "../../core/index.js";
import type { Fault, ValueRule } from "./value-rule.js";

const DAY_OR_INSTANT = /^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?([Zz]|[+-]\d{2}(:?\d{2})?))?$/;

export const instantRule: ValueRule<InstantInput> = {
  ...ruleOf<InstantInput>(parseInstant, {
    description: "ISO 8601 date and time with offset, a day (YYYY-MM-DD), or epoch milliseconds",
    anyOf: [
      { type: "string", pattern: DAY_OR_INSTANT.source },
      { type: "integer" },
      {
        type: "object",
        properties: { epochMilliseconds: { type: "integer" } },
        required: ["epochMilliseconds"],
      },
    ],
  }),
  // A bare day needs no zone to be a day, and this runs on every row.
  accepts: (value): value is InstantInput =>
    typeof value === "string" && value.length === 10
      ? readDay(value) !== undefined
      : faultIn(parseInstant, value) === undefined,
};

export const dayRule: ValueRule<Day> = ruleOf<Day>(parseDay, { type: "string", format: "date" });

export const birthdayRule: ValueRule<Birthday | Day> = ruleOf<Birthday | Day>(parseBirthday, {
  anyOf: [
    { type: "string", format: "date" },
    {
      type: "object",
      properties: {
        calendar: { enum: ["gregorian", "chinese"] },
        month: { type: "integer", minimum: 1, maximum: 12 },
        day: { type: "integer", minimum: 1, maximum: 31 },
        leapMonth: { type: "boolean" },
        year: { type: "integer" },
      },
      required: ["calendar", "month", "day"],
    },
  ],
});

export const durationRule: ValueRule<Duration> = ruleOf<Duration>(parseDuration, {
  description: "exactly one of hours, days, weeks, months, quarters, years",
  type: "object",
  additionalProperties: { type: "integer", minimum: 0 },
  minProperties: 1,
  maxProperties: 1,
});

export const currencyRule: ValueRule<string> = ruleOf<string>(currencyDecimals, {
  type: "string",
  pattern: "^[A-Z]{3}$",
});

/** A value that one of core's readers takes, with the words of that reader. */
function ruleOf<T>(read: (value: T) => unknown, json: ValueRule<T>["json"]): ValueRule<T> {
  return {
    accepts: (value): value is T => faultIn(read, value) === undefined,
    fault: (value) => faultIn(read, value) as Fault,
    json,
  };
}

function faultIn<T>(read: (value: T) => unknown, value: unknown): Fault | undefined {
  try {
    read(value as T);
    return undefined;
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    const { code, expected, hint } = error;
    return hint === undefined ? { code, expected } : { code, expected, hint };
  }
}

/** Plain digits as core reads them, without a sign. Scale and safe range are for whoever knows the currency. */
const DECIMAL = /^\d+(?:\.\d+)?$/;

export const amountRule: ValueRule<AmountInput> = {
  accepts: (value): value is AmountInput =>
    typeof value === "string" ? DECIMAL.test(value) : typeof value === "number" && value >= 0 && value < Infinity,
  fault: (value) => amountFault(value, 'a decimal text such as "12.50", or a number, not below zero'),
  json: {
    anyOf: [
      { type: "string", pattern: DECIMAL.source },
      { type: "number", minimum: 0 },
    ],
  },
};

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

function amountFault(value: unknown, expected: string): Fault {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string") return { code: "INVALID_AMOUNT", expected };
  if (/^-\d/.test(text)) {
    const hint = 'Money given back is a transaction of kind "refund" with an amount above zero';
    return { code: "NEGATIVE_AMOUNT", expected, hint };
  }
  const hint = amountHint(text);
  return hint === undefined ? { code: "INVALID_AMOUNT", expected } : { code: "INVALID_AMOUNT", expected, hint };
}

function amountHint(text: string): string | undefined {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return "Leave out the thousands separators";
  if (/^\d+,\d+$/.test(text)) return "Use a point as the decimal mark";
  if (DECIMAL.test(text.trim())) return "Leave out the spaces";
  const bare = text.replace(/^(?:[A-Z]{3}|\p{Sc})\s*|\s*(?:[A-Z]{3}|\p{Sc}|元)$/gu, "");
  return DECIMAL.test(bare) ? "Leave out the currency: it has its own field" : undefined;
}
