const LONGEST = 60;

/**
 * A received value in words for an error: short, one line, never throwing.
 * @category Errors
 */
export function showValue(value: unknown): string {
  if (typeof value === "string") return cut(JSON.stringify(value));
  if (typeof value === "bigint") return cut(`${value}n`);
  if (typeof value === "number" || typeof value === "boolean" || value == null) return String(value);
  if (typeof value === "function" || typeof value === "symbol") return typeof value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
  try {
    return cut(JSON.stringify(value) ?? "an object");
  } catch {
    return "an object";
  }
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
