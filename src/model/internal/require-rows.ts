import { ClienteleError, showValue } from "../../core/index.js";

/** A text can be gone through too, letter by letter, but never means rows. */
export function requireRows(rows: unknown): void {
  if (typeof rows !== "string" && typeof Object(rows)[Symbol.iterator] === "function") return;
  throw new ClienteleError({ code: "NOT_ROWS", path: ["rows"], expected: "a list of rows", received: showValue(rows) });
}
