import type { Feedback } from "./feedback.js";
import { feedbackRecordSchema } from "./feedback.schema.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";

/** What {@link parseFeedback} made of the rows. */
export interface ParsedFeedback {
  readonly feedback: readonly Feedback[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into feedback; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * Reading from a stream is one call a batch, with `firstIndex`.
 * @throws NOT_ROWS, INVALID_OPTIONS
 * @example
 * import { parseFeedback } from "clientele/model";
 * const rows = [{ id: "f1", customerId: "ann", at: "2026-01-05", rating: { score: 11, scale: { lowest: 0, highest: 10 } } }];
 * parseFeedback(rows).rejected[0]?.issues[0]?.code; // => "SCORE_OFF_SCALE"
 * @category Reading rows
 */
export function parseFeedback(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedFeedback {
  const { records, rejected } = parseRows(rows, feedbackRecordSchema, options);
  return { feedback: records, rejected };
}
