import type { Customer } from "./customer.js";
import { customerRecordSchema } from "./customer.schema.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";

/** What {@link parseCustomers} made of the rows. */
export interface ParsedCustomers {
  readonly customers: readonly Customer[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into customers; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * Reading from a stream is one call a batch, with `firstIndex`.
 * @throws NOT_ROWS, INVALID_OPTIONS
 * @example
 * import { parseCustomers } from "clientele/model";
 * const rows = [{ id: "ann", name: "Ann" }, { id: "ben", birthday: "1990-02-30" }];
 * parseCustomers(rows).customers; // => [{ id: "ann", name: "Ann" }]
 * @category Reading rows
 */
export function parseCustomers(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedCustomers {
  const { records, rejected } = parseRows(rows, customerRecordSchema, options);
  return { customers: records, rejected };
}
