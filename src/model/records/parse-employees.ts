import type { Employee } from "./employee.js";
import { employeeRecordSchema } from "./employee.schema.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";

/** What {@link parseEmployees} made of the rows. */
export interface ParsedEmployees {
  readonly employees: readonly Employee[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into employees; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * Reading from a stream is one call a batch, with `firstIndex`.
 * @throws NOT_ROWS, INVALID_OPTIONS
 * @example
 * import { parseEmployees } from "clientele/model";
 * const rows = [{ id: "e1", since: "01/02/2026" }];
 * parseEmployees(rows).rejected[0]?.issues[0]?.code; // => "INVALID_DAY"
 * @category Reading rows
 */
export function parseEmployees(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedEmployees {
  const { records, rejected } = parseRows(rows, employeeRecordSchema, options);
  return { employees: records, rejected };
}
