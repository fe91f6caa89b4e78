import type { Issue, LocalTimes } from "../../core/index.js";
import type { UnknownFields } from "./is-transaction.js";

/**
 * How rows are read into records.
 * @category Reading rows
 */
export interface ParseOptions {
  /** Unknown field names are issues (default), since they may be misspelt, or are ignored. */
  readonly unknownFields?: UnknownFields | undefined;
  /** The index of the first row, when rows come in batches; default 0. */
  readonly firstIndex?: number | undefined;
  /** With `"in-zone"`, a time without offset is the wall clock of `timeZone`, and its record is a copy with the instant; default `"refuse"`. */
  readonly localTimes?: LocalTimes | undefined;
  /** The zone of local times; default `"UTC"`. */
  readonly timeZone?: string | undefined;
}

/**
 * A row that was rejected: its index, and everything that is wrong with it. Paths start at the row.
 * @category Reading rows
 */
export interface RejectedRow {
  readonly index: number;
  readonly issues: readonly Issue[];
}
