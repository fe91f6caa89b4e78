import type { Interaction } from "./interaction.js";
import { interactionRecordSchema } from "./interaction.schema.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";

/** What {@link parseInteractions} made of the rows. */
export interface ParsedInteractions {
  readonly interactions: readonly Interaction[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into interactions; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * Reading from a stream is one call a batch, with `firstIndex`.
 * @throws NOT_ROWS, INVALID_OPTIONS
 * @example
 * import { parseInteractions } from "clientele/model";
 * const rows = [{ id: "i1", customerId: "ann", at: "2026-01-05T10:00:00Z", kind: "called" }];
 * parseInteractions(rows).rejected[0]?.issues[0]?.hint; // => 'Did you mean "call"?'
 * @category Reading rows
 */
export function parseInteractions(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedInteractions {
  const { records, rejected } = parseRows(rows, interactionRecordSchema, options);
  return { interactions: records, rejected };
}
