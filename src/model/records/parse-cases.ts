import type { Case } from "./case.js";
import { caseRecordSchema } from "./case.schema.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";

/** What {@link parseCases} made of the rows. */
export interface ParsedCases {
  readonly cases: readonly Case[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into cases; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * Reading from a stream is one call a batch, with `firstIndex`.
 * @throws NOT_ROWS, INVALID_OPTIONS
 * @example
 * import { parseCases } from "clientele/model";
 * const rows = [{ id: "c1", customerId: "ann", openedAt: "2026-01-05T10:00:00Z", kind: "complaint", severity: "high" }];
 * parseCases(rows).cases.length; // => 1
 * @category Reading rows
 */
export function parseCases(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedCases {
  const { records, rejected } = parseRows(rows, caseRecordSchema, options);
  return { cases: records, rejected };
}
