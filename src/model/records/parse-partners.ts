import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";
import type { Partner } from "./partner.js";
import { partnerRecordSchema } from "./partner.schema.js";

/** What {@link parsePartners} made of the rows. */
export interface ParsedPartners {
  readonly partners: readonly Partner[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into partners; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * Reading from a stream is one call a batch, with `firstIndex`.
 * @throws NOT_ROWS, INVALID_OPTIONS
 * @example
 * import { parsePartners } from "clientele/model";
 * const rows = [{ id: "p1", kind: "dealer", territory: ["CN-44"] }];
 * parsePartners(rows).partners.length; // => 1
 * @category Reading rows
 */
export function parsePartners(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedPartners {
  const { records, rejected } = parseRows(rows, partnerRecordSchema, options);
  return { partners: records, rejected };
}
