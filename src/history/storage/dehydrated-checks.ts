import { anything, checker, fields, refusal } from "../../core/shared.js";

type Path = readonly (string | number)[];

/** A whole number from 0. */
export function requireCount(value: unknown, path: Path, most: number = Number.MAX_SAFE_INTEGER): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most) return value as number;
  throw refusal(
    "INVALID_BASE",
    path,
    most === Number.MAX_SAFE_INTEGER ? "a whole number from 0" : `a whole number from 0 to ${most}`,
    value,
  );
}

export function requireList<T>(value: unknown, path: Path): readonly T[] {
  if (Array.isArray(value)) return value;
  throw refusal("INVALID_BASE", path, "a list", value);
}

export function requireOneOf<Name extends string>(
  value: unknown,
  names: readonly Name[],
  path: Path,
): asserts value is Name {
  if (!names.includes(value as Name)) throw refusal("INVALID_BASE", path, `one of ${names.join(", ")}`, value);
}

/** Non-empty texts, each greater than the one before. */
export function requireTextsAscending(value: unknown, path: Path): readonly string[] {
  const texts = requireList<string>(value, path);
  texts.forEach((text, i) => {
    if (typeof text !== "string" || text === "") throw refusal("INVALID_BASE", [...path, i], "a non-empty text", text);
    if (i > 0 && !((texts[i - 1] as string) < text)) {
      throw refusal("INVALID_BASE", [...path, i], "a text greater than the one before (code units)", text);
    }
  });
  return [...texts];
}

/** An object with no other keys than these. */
export function requireKeys(value: unknown, keys: readonly string[], path: Path = []): void {
  const check = checker("INVALID_BASE");
  fields(Object.fromEntries(keys.map((key) => [key, anything])))(value, path, check);
  check.refuseFaults("INVALID_BASE");
}
