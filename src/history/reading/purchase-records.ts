import type { LinkedOrder } from "../base/linked-order.js";
import type { SetAside } from "../base/set-aside.js";
import type { Dimension, Measure } from "../customer-base.js";
import type { DimensionTable } from "../rows/sparse-rows.js";
import type { SortedCustomers } from "../texts/customer-dictionary.js";
import type { PurchaseEntries } from "./purchase-entries.js";

/** What any source is read into: entries by dictionary code, refunds with their order's customer. */
export interface PurchaseRecords {
  readonly currency: string;
  readonly scale: number;
  readonly measures: readonly Measure[];
  readonly customers: SortedCustomers;
  /** Codes of those who are customers without any record too. */
  readonly listed: Iterable<number>;
  readonly orders: PurchaseEntries;
  readonly refunds: PurchaseEntries;
  readonly linked: readonly LinkedOrder[];
  readonly dimensionOf: (
    position: (code: number) => number,
    customers: number,
  ) => ReadonlyMap<Dimension, DimensionTable>;
  readonly setAside: readonly SetAside[];
  readonly afterAsOf: number;
}
