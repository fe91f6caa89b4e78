import { currencyDecimals, formatInstant, formatMinorUnits, readAmount, readInstant } from "../../core/index.js";

type Json = Readonly<Record<string, unknown>>;

/** One spelling of a condition's JSON: keys sorted, stated defaults left out, numbers, amounts and the ends of windows in one form. */
export function tidyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidyJson);
  if (typeof value === "number") return Object.is(value, -0) ? 0 : value;
  if (typeof value !== "object" || value === null) return value;
  const node = value as Json;
  const entries = Object.entries(node).filter(([key, part]) => part !== undefined && !isDefault(key, part, node));
  const tidied = entries.map(([key, part]) => [key, tidyPart(key, part, node)] as const);
  return Object.fromEntries(tidied.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** An instant as the library writes it; anything else, bare days too, as it is. */
export function tidyInstant(text: string): string {
  const instant = readInstant(text);
  return instant === undefined ? text : formatInstant(instant);
}

function isDefault(key: string, part: unknown, node: Json): boolean {
  return (
    (key === "bounds" && part === "[]" && node.op === "between") ||
    (key === "leapDay" && part === "feb28" && node.op === "anniversary") ||
    (key === "weekStartsOn" && part === 1 && node.type === "calendar")
  );
}

function tidyPart(key: string, part: unknown, node: Json): unknown {
  if (typeof part !== "string") return tidyJson(part);
  if (key === "amount" && typeof node.currency === "string") return tidyDecimal(part, currencyDecimals(node.currency));
  if (key === "times" && node.type === "scaled") return tidyDecimal(part, 0);
  const isEnd = node.type === "between" && (key === "start" || key === "end");
  return isEnd ? tidyInstant(part) : part;
}

/** A decimal with as many decimals as it needs, and at least `decimals`. */
function tidyDecimal(text: string, decimals: number): string {
  const read = readAmount(text);
  if (read === undefined) return text;
  const scale = Math.max(read.scale, decimals);
  return formatMinorUnits(read.units * 10n ** BigInt(scale - read.scale), scale);
}
