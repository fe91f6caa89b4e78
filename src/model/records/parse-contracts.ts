import type { Contract } from "./contract.js";
import { contractRecordSchema } from "./contract.schema.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";

/** What {@link parseContracts} made of the rows. */
export interface ParsedContracts {
  readonly contracts: readonly Contract[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into contracts; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * Reading from a stream is one call a batch, with `firstIndex`.
 * @throws NOT_ROWS, INVALID_OPTIONS
 * @example
 * import { parseContracts } from "clientele/model";
 * const rows = [{ id: "k1", customerId: "ann", start: "2026-01-01", end: "2025-12-31" }];
 * parseContracts(rows).rejected[0]?.issues[0]?.expected; // => "not before start"
 * @category Reading rows
 */
export function parseContracts(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedContracts {
  const { records, rejected } = parseRows(rows, contractRecordSchema, options);
  return { contracts: records, rejected };
}
