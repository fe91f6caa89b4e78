import type { Issue } from "../../core/index.js";
import type { UnknownFields } from "./is-transaction.js";

/**
 * How rows are read into records.
 * @category Reading rows
 */
export interface ParseOptions {
  /** A name that is no field of the record is an issue (default), for it may be a misspelt one; or it is let pass. */
  readonly unknownFields?: UnknownFields | undefined;
  /** The index of the first row, for rows that come in batches; default 0. */
  readonly firstIndex?: number | undefined;
}

/**
 * A row that is no record: where it stood, and everything that is wrong with it. Paths start at the row.
 * @category Reading rows
 */
export interface RejectedRow {
  readonly index: number;
  readonly issues: readonly Issue[];
}
