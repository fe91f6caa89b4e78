import { ClienteleError, type Issue } from "../../core/index.js";
import { checkTransaction } from "../../model/index.js";

/** The error of a row that cannot be read, with all its issues; `parseTransactions` is the door that tolerates such rows. */
export function rowFault(row: unknown, index: number): ClienteleError {
  const issues = checkTransaction(row, index, "ignore");
  const first: Issue = issues[0] ?? {
    code: "INVALID_RECORD",
    path: [index],
    expected: "a transaction",
    received: "another",
  };
  return new ClienteleError({ ...first, issues });
}
