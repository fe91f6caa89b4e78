import {
  type AmountInput,
  type InstantInput,
  isClienteleError,
  nearestName,
  parseInstant,
  readDay,
} from "../../core/index.js";
import type { Fault, ValueRule } from "./value-rule.js";

const NON_EMPTY = { type: "string", minLength: 1 } as const;

export const idRule: ValueRule<string> = {
  accepts: isText,
  fault: (value) => ({ code: "INVALID_ID", expected: "a non-empty text", ...hinted(quoted(value)) }),
  json: NON_EMPTY,
};

export const textRule: ValueRule<string> = {
  accepts: isText,
  fault: (value) => ({
    code: "INVALID_TEXT",
    expected: "a non-empty text",
    ...hinted(value === "" ? "Leave the field out where it is not known" : quoted(value)),
  }),
  json: NON_EMPTY,
};

export const textsRule: ValueRule<readonly string[]> = {
  accepts: (value): value is readonly string[] => Array.isArray(value) && value.every(isText),
  fault: (value) => ({
    code: "INVALID_LIST",
    expected: "a list of non-empty texts",
    ...hinted(isText(value) ? `Write it as a list: [${JSON.stringify(value)}]` : undefined),
  }),
  json: { type: "array", items: NON_EMPTY },
};

export const instantRule: ValueRule<InstantInput> = {
  // A bare day needs no zone to be a day: the guard runs on every row.
  accepts: (value): value is InstantInput =>
    typeof value === "string" && value.length === 10 ? readDay(value) !== undefined : instantFault(value) === undefined,
  fault: (value) => instantFault(value) as Fault,
  json: {
    description: "ISO 8601 date and time with offset, a day (YYYY-MM-DD), or epoch milliseconds",
    anyOf: [
      { type: "string" },
      { type: "integer" },
      { type: "object", properties: { epochMilliseconds: { type: "integer" } }, required: ["epochMilliseconds"] },
    ],
  },
};

/** The fault that core finds, in its words; undefined for an instant. */
function instantFault(value: unknown): Fault | undefined {
  try {
    parseInstant(value as InstantInput);
    return undefined;
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    return { code: error.code, expected: error.expected, ...hinted(error.hint) };
  }
}

export const dayRule: ValueRule<string> = {
  accepts: (value): value is string => typeof value === "string" && readDay(value) !== undefined,
  fault: () => ({ code: "INVALID_DAY", expected: "a day that exists, as YYYY-MM-DD" }),
  json: { type: "string", format: "date" },
};

/** Digits with at most one point between them. Scale and safe range are for whoever knows the currency. */
const DECIMAL = /^\d+(?:\.\d+)?$/;

export const amountRule: ValueRule<AmountInput> = {
  accepts: (value): value is AmountInput =>
    typeof value === "string" ? DECIMAL.test(value) : typeof value === "number" && value >= 0 && value < Infinity,
  fault: amountFault,
  json: {
    anyOf: [
      { type: "string", pattern: DECIMAL.source },
      { type: "number", minimum: 0 },
    ],
  },
};

function amountFault(value: unknown): Fault {
  const expected = 'a decimal text such as "12.50", or a number, not below zero';
  if ((typeof value === "number" && value < 0) || (typeof value === "string" && /^-\d+(\.\d+)?$/.test(value))) {
    const hint = 'Money given back is a transaction of kind "refund" with an amount above zero';
    return { code: "NEGATIVE_AMOUNT", expected, hint };
  }
  return { code: "INVALID_AMOUNT", expected, ...hinted(typeof value === "string" ? amountHint(value) : undefined) };
}

function amountHint(text: string): string | undefined {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return "Leave out the thousands separators";
  if (/^\d+,\d+$/.test(text)) return "Use a point as the decimal mark";
  if (DECIMAL.test(text.trim())) return "Leave out the spaces";
  if (DECIMAL.test(text.replace(/^(?:[A-Z]{3}|\p{Sc})\s*|\s*(?:[A-Z]{3}|\p{Sc}|元)$/u, ""))) {
    return "Leave out the currency: it has its own field";
  }
  return undefined;
}

export const currencyRule: ValueRule<string> = {
  accepts: (value): value is string => typeof value === "string" && /^[A-Z]{3}$/.test(value),
  fault: (value) => ({
    code: "INVALID_CURRENCY",
    expected: "an ISO 4217 code such as USD",
    ...hinted(typeof value === "string" && /^[a-z]{3}$/i.test(value) ? `Write "${value.toUpperCase()}"` : undefined),
  }),
  json: { type: "string", pattern: "^[A-Z]{3}$" },
};

export const booleanRule: ValueRule<boolean> = {
  accepts: (value): value is boolean => typeof value === "boolean",
  fault: (value) => ({
    code: "INVALID_BOOLEAN",
    expected: "true or false",
    ...hinted(value === "true" || value === "false" ? `Write it without quotes: ${value}` : undefined),
  }),
  json: { type: "boolean" },
};

export const numberRule: ValueRule<number> = numberFrom(-Infinity, "a finite number");
/** Counts and quantities. */
export const quantityRule: ValueRule<number> = numberFrom(0, "a finite number, not below zero");

function numberFrom(minimum: number, expected: string): ValueRule<number> {
  return {
    accepts: (value): value is number => typeof value === "number" && Number.isFinite(value) && value >= minimum,
    fault: (value) => ({
      code: "INVALID_NUMBER",
      expected,
      ...hinted(
        typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? `Write it without quotes: ${value}` : undefined,
      ),
    }),
    json: minimum === 0 ? { type: "number", minimum } : { type: "number" },
  };
}

/** One of a few named values. */
export function choiceRule<const V extends string>(values: readonly V[]): ValueRule<V> {
  return {
    accepts: (value): value is V => values.includes(value as V),
    fault: (value) => {
      const meant = typeof value === "string" ? nearestName(value, values) : undefined;
      return {
        code: "INVALID_CHOICE",
        expected: `one of ${values.join(", ")}`,
        ...hinted(meant === undefined ? undefined : `Did you mean "${meant}"?`),
      };
    },
    json: { enum: values },
  };
}

/** The rule, or null. */
export function orNull<T>(rule: ValueRule<T>): ValueRule<T | null> {
  return {
    accepts: (value): value is T | null => value === null || rule.accepts(value),
    fault: (value) => {
      const { expected, ...rest } = rule.fault(value);
      return { ...rest, expected: `${expected}, or null` };
    },
    json: { anyOf: [rule.json, { type: "null" }] },
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

const quoted = (value: unknown): string | undefined =>
  typeof value === "number" || typeof value === "bigint" ? `Write it as a text: "${value}"` : undefined;

const hinted = (hint: string | undefined): { hint?: string } => (hint === undefined ? {} : { hint });
