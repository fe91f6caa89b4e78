import { conditionLimits } from "../limits.js";
import type { ValueType } from "../typing/value-type.js";
import { anyOf, closed, type JsonSchema, oneWord, whole } from "./json-schema.js";

// Every day that exists and no other, the 29th of February in leap years too.
const MONTH_DAY =
  "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))";
const LEAP_YEAR = "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
const DAY = `(?:\\d{4}-${MONTH_DAY}|${LEAP_YEAR}-02-29)`;
const CLOCK = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const OFFSET = "(?:[Zz]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)";
const INSTANT = `${DAY}[Tt]${CLOCK}(?::[0-5]\\d(?:[.,]\\d{1,9})?)?${OFFSET}`;

const matching = (pattern: string): JsonSchema => ({ type: "string", pattern: `^${pattern}$` });

/** A text that is not empty. */
export const someText: JsonSchema = { type: "string", minLength: 1, maxLength: conditionLimits.textLength };

/** A day, or an instant with its offset. */
export const pointSchema: JsonSchema = matching(`(?:${DAY}|${INSTANT})`);

/** An exact decimal, the factor of a scaled value. */
export const factorSchema: JsonSchema = matching("-?\\d{1,15}(?:\\.\\d{1,15})?");

/** A literal of any type. */
export const anyLiteral: JsonSchema = anyOf([
  { type: ["string", "number", "boolean"] },
  closed({ amount: { type: "string" }, currency: { type: "string" } }),
]);

/** Literals that stand beside values of a type; a bare day stands beside an instant only where they are compared by order. */
export function literalSchema(type: ValueType, isOrder: boolean): JsonSchema {
  switch (type.kind) {
    case "text":
    case "list":
      return type.values === undefined
        ? { type: "string", maxLength: conditionLimits.textLength }
        : oneWord(type.values);
    case "number":
      return type.whole === undefined ? { type: "number" } : whole(...type.whole);
    case "boolean":
      return { type: "boolean" };
    case "money":
      return closed({ amount: amountSchema(type.scale), currency: currencySchema(type.currency) });
    case "day":
      return matching(DAY);
    case "instant":
      return isOrder ? pointSchema : matching(INSTANT);
    case "time":
      return matching(CLOCK);
    case "monthDay":
      return matching(`(?:${MONTH_DAY}|02-29)`);
    case "birthday":
      return { not: {} };
  }
}

/** How many decimals an amount in any currency may have depends on its currency, which the schema of one text cannot see. */
function amountSchema(scale: number | undefined): JsonSchema {
  if (scale === undefined) return matching("-?\\d+(?:\\.\\d+)?");
  return matching(scale === 0 ? "-?\\d+(?:\\.0+)?" : `-?\\d+(?:\\.(?:\\d{1,${scale}}|\\d{${scale}}0*))?`);
}

const currencySchema = (currency: string): JsonSchema =>
  currency === "*" ? matching("[A-Z]{3}") : { const: currency };
