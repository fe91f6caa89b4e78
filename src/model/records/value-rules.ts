import { nearestName } from "../../core/shared.js";
import type { ValueRule } from "./record-table.js";

const NON_EMPTY = { type: "string", minLength: 1 } as const;

/** True where the first character is a letter, digit or mark of ASCII: most ids are told from blanks without a copy. */
function startsInAscii(id: string): boolean {
  const first = id.charCodeAt(0);
  return first > 0x20 && first < 0x7f;
}

/** A blank cell is nobody's id. */
export const idRule: ValueRule<string> = {
  accepts: (value): value is string => typeof value === "string" && (startsInAscii(value) || value.trim() !== ""),
  fault: (value) => ({ code: "INVALID_ID", expected: "a text that is not blank", ...withHint(quoted(value)) }),
  json: { ...NON_EMPTY, pattern: "\\S" },
};

export const textRule: ValueRule<string> = {
  accepts: isText,
  fault: (value) => ({
    code: "INVALID_TEXT",
    expected: "a non-empty text",
    ...withHint(quoted(value)),
  }),
  json: NON_EMPTY,
};

export const textsRule: ValueRule<readonly string[]> = {
  accepts: (value): value is readonly string[] => Array.isArray(value) && value.every(isText),
  fault: (value) => ({
    code: "INVALID_LIST",
    expected: "a list of non-empty texts",
    ...withHint(isText(value) ? `Write it as a list: ${listed(value)}` : undefined),
  }),
  json: { type: "array", items: NON_EMPTY },
};

export const booleanRule: ValueRule<boolean> = {
  accepts: (value): value is boolean => typeof value === "boolean",
  fault: (value) => ({
    code: "INVALID_BOOLEAN",
    expected: "true or false",
    ...withHint(unquoted(value, /^(true|false)$/)),
  }),
  json: { type: "boolean" },
};

export const numberRule: ValueRule<number> = {
  accepts: (value): value is number => Number.isFinite(value),
  fault: (value) => ({ code: "INVALID_NUMBER", expected: "a finite number", ...withHint(unquoted(value, NUMERIC)) }),
  json: { type: "number" },
};

/** Counts, quantities, minutes. */
export const quantityRule: ValueRule<number> = {
  accepts: (value): value is number => Number.isFinite(value) && (value as number) >= 0,
  fault: (value) => ({
    code: "INVALID_NUMBER",
    expected: "a finite number, not below zero",
    ...withHint(unquoted(value, /^\d+(\.\d+)?$/)),
  }),
  json: { type: "number", minimum: 0 },
};

const NUMERIC = /^-?\d+(\.\d+)?$/;

/** One of a few named values. */
export function choiceRule<const V extends string>(values: readonly V[]): ValueRule<V> {
  return {
    accepts: (value): value is V => values.includes(value as V),
    fault: (value) => {
      const meant = typeof value === "string" ? nearestName(value, values) : undefined;
      const hint = meant === undefined ? undefined : `Did you mean "${meant}"?`;
      return { code: "INVALID_CHOICE", expected: `one of ${values.join(", ")}`, ...withHint(hint) };
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
  Number.isFinite(value) || typeof value === "bigint" ? `Write it as a text: "${value}"` : undefined;

/** `"vip, test"` as the two texts it means. */
const listed = (text: string): string =>
  JSON.stringify(
    text
      .split(/[,;|，；、]/u)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );

const unquoted = (value: unknown, form: RegExp): string | undefined =>
  typeof value === "string" && form.test(value) && plainly(value) !== "Infinity"
    ? `Write it without quotes: ${plainly(value)}`
    : undefined;

/** As JavaScript writes it: `007` would be another number, or none. */
const plainly = (text: string): string => (NUMERIC.test(text) ? String(Number(text)) : text);

const withHint = (hint: string | undefined): { readonly hint?: string } => (hint === undefined ? {} : { hint });
