import type { Money } from "../../core/index.js";
import { moneyRule } from "./money-rule.js";
import type { ValueRule } from "./record-table.js";
import { textsRule } from "./value-rules.js";

/** A value of a host's own field: JSON, so that it can be stored and read back. */
export type PlainValue = string | number | boolean | Money | readonly string[];

/**
 * A host's own fields by name. What is not known is left out.
 * @category Records
 */
export type Attributes = Readonly<Record<string, PlainValue>>;

const isPlainValue = (value: unknown): value is PlainValue =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  Number.isFinite(value) ||
  textsRule.accepts(value) ||
  moneyRule.accepts(value);

export const attributesRule: ValueRule<Attributes> = {
  accepts: (value): value is Attributes =>
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isPlainValue),
  fault: (value) => {
    const wrong = Object.entries(Array.isArray(value) ? {} : Object(value)).find(
      ([, entry]) => !isPlainValue(entry),
    )?.[0];
    const expected = "an object of texts, finite numbers, booleans, money and lists of texts";
    const code = "INVALID_ATTRIBUTES";
    return wrong === undefined
      ? { code, expected }
      : { code, expected, hint: `Leave ${JSON.stringify(wrong)} out, or write it as one of these` };
  },
  json: {
    type: "object",
    additionalProperties: {
      anyOf: [{ type: ["string", "number", "boolean"] }, textsRule.json, moneyRule.json],
    },
  },
};
