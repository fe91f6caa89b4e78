import { refusal } from "../../core/shared.js";

/**
 * Refuses anything but a list (or another iterable) of rows. A text is iterable too, letter by letter, but never means rows.
 * @throws INVALID_ROWS
 */
export function requireRows(rows: unknown, path: readonly (string | number)[] = ["rows"]): void {
  if (typeof rows !== "string" && typeof Object(rows)[Symbol.iterator] === "function") return;
  throw refusal("INVALID_ROWS", path, "a list of rows", rows);
}
