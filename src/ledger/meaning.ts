import { formatInstant, isClienteleError, parseInstant, readInstant } from "../core/index.js";
import type { Meaning } from "../core/shared.js";

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]\d/;

/**
 * What a piece of a payload means, whatever its spelling: `10`, `"10"` and `"10.00"` are one number, `…00Z`, `…00.000Z` and a `Date` one
 * instant, and a property that is an empty list says no more than one that is left out. Text that is neither stays as it is: `"007"` is an id.
 */
export const meaning: Meaning = (value) => {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? String(value === 0 ? 0 : value) : value;
    case "string":
      if (DECIMAL.test(value)) return decimal(value);
      return INSTANT.test(value) ? instant(value) : value;
    case "object":
      if (value === null) return value;
      if (Array.isArray(value)) return value.length === 0 ? undefined : value;
      return value instanceof Date || isEpoch(value) ? instant(value) : value;
    default:
      return value;
  }
};

function decimal(text: string): string {
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

function instant(value: string | Date | { readonly epochMilliseconds: number }): unknown {
  if (typeof value === "string") {
    const found = readInstant(value);
    return found === undefined ? value : formatInstant(found);
  }
  try {
    return formatInstant(parseInstant(value));
  } catch (error) {
    if (isClienteleError(error)) return Number.NaN; // no instant: refused where it stands
    throw error;
  }
}

const isEpoch = (value: object): value is { readonly epochMilliseconds: number } =>
  Object.keys(value).length === 1 && typeof (value as Partial<Record<string, unknown>>).epochMilliseconds === "number";
