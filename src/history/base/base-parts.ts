import type { DayNumber } from "../../core/index.js";
import type { Dimension, Measure } from "../customer-base.js";
import type { RefundPolicy } from "../purchases/summarize-options.js";
import type { CalendarRows, DimensionTable } from "../rows/sparse-rows.js";
import type { LinkedOrder } from "./linked-order.js";
import type { SetAside } from "./set-aside.js";

/** What was asked for when the base was read. Two bases meet only if they agree on it. */
export interface BaseRules {
  readonly timeZone: string;
  readonly currency: string;
  readonly scale: number;
  readonly refunds: RefundPolicy;
  readonly measures: readonly Measure[];
  readonly dimensions: readonly Dimension[];
}

/** What is known of a base before its rows are made. */
export interface BaseFrameParts {
  readonly rules: BaseRules;
  /** Epoch milliseconds, and the local day they are in. */
  readonly asOf: number;
  readonly asOfDay: DayNumber;
}

/**
 * What stands behind a customer base (docs/decisions/0060-the-customer-base-in-columns.md).
 * Everything in it is additive by (customer, day) and stands in one order only, whatever the order of the input was.
 */
export interface BaseParts extends BaseFrameParts {
  /** Ascending by code unit. A customer is its position in here; guests are the customer after the last. */
  readonly customerIds: readonly string[];
  /** 1: a customer even without any record. */
  readonly listed: Uint8Array;
  readonly calendar: CalendarRows;
  readonly dimensions: ReadonlyMap<Dimension, DimensionTable>;
  /** Orders that have refunds, in {@link compareLinkedOrders} order. */
  readonly linked: readonly LinkedOrder[];
  readonly setAside: readonly SetAside[];
  readonly afterAsOf: number;
}
