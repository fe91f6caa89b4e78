const LONGEST = 60;

/**
 * A received value in words for an error: short, one line, never throwing.
 * @category Errors
 */
export function showValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return cut(JSON.stringify(value));
    case "bigint":
      return cut(`${value}n`);
    case "object":
      return value === null ? "null" : showObject(value);
    case "function":
    case "symbol":
      return typeof value;
    default:
      return String(value);
  }
}

function showObject(value: object): string {
  try {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
    // Writing out a million rows for the sixty characters that are shown would take longer than finding the fault.
    if (Array.isArray(value) && value.length > LONGEST) return `a list of ${value.length}`;
    const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
    return kind === "Object" || kind === "Array" ? cut(JSON.stringify(value)) : `an object (${kind})`;
  } catch {
    return "an object";
  }
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = LONGEST - 1;
  const splitsPair = text.charCodeAt(end - 1) >= 0xd800 && text.charCodeAt(end - 1) < 0xdc00;
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}
