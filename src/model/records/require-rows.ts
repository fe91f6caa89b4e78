import { ClienteleError, showValue } from "../../core/index.js";

/**
 * Refuses what is no list of rows. A text can be gone through too, letter by letter, but never means rows.
 * @throws NOT_ROWS
 */
export function requireRows(rows: unknown, path: readonly (string | number)[] = ["rows"]): void {
  if (typeof rows !== "string" && typeof Object(rows)[Symbol.iterator] === "function") return;
  throw new ClienteleError({ code: "NOT_ROWS", path, expected: "a list of rows", received: showValue(rows) });
}
