import { ClienteleError, showValue } from "../../core/index.js";

/** A row that cannot be read: `parseTransactions` is the door that tolerates such rows. */
export function invalidTransaction(
  row: number,
  field: string,
  expected: string,
  received: unknown,
  hint?: string,
): ClienteleError {
  return new ClienteleError({
    code: "INVALID_TRANSACTION",
    path: [row, field],
    expected,
    received: showValue(received),
    hint,
  });
}
