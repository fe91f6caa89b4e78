import type { Column } from "../../core/index.js";
import { MICRO } from "../../model/shared.js";
import { partsOf } from "../base/parts-of.js";
import type { CustomerBase, Dimension } from "../customer-base.js";
import { unstatedColumn } from "../rows/sparse-rows.js";
import { dimensionTable } from "../rows/value-rows.js";

/**
 * What each customer bought of each value on each day, in compressed sparse rows: customer `i` has the rows `offsets[i]` to `offsets[i + 1]`,
 * exclusive, days ascending, values within a day likewise. Guests are left out.
 * @category Customer base
 */
export interface DimensionRows {
  /** The values met, ascending. */
  readonly names: readonly string[];
  readonly offsets: Column;
  readonly days: Column;
  /** 0 is "not stated", `k` is `names[k - 1]`. */
  readonly values: Column;
  /** Orders placed that contain the value; an order with two values counts in both. */
  readonly orders: Column;
  /** Refunds that contain the value, on the day of the refund. */
  readonly refunds: Column;
  readonly grossMinor: Column;
  readonly refundedMinor: Column;
  /** Pieces bought; a line that states no quantity is one piece, an order without lines none. */
  readonly quantity: Column;
  /** Pieces that came back. */
  readonly returned: Column;
  /** What the goods cost, less the cost of what came back. Undefined unless the base was read with the measure `cost`. */
  readonly costMinor?: Column | undefined;
  /** How many of the lines do not state a cost; undefined like `costMinor`. */
  readonly unstatedCost?: Column | undefined;
}

/**
 * The purchases of a base by customer, day and value of a dimension, with money, pieces and, where they were read, costs.
 *
 * Net of a row = `grossMinor` − `refundedMinor`. For a window, add up the rows whose day lies in it: refunds stand on their own day, under the value
 * that came back. Channel, store and hour are told of whole orders, the others of lines; an order without lines is one row of value 0.
 * @throws INVALID_BASE, DIMENSION_NOT_READ
 * @example
 * import { dimensionRows, summarizePurchases } from "clientele/history";
 * const lines = [
 *   { sku: "t", category: "tea", net: "12.00", quantity: 2 },
 *   { sku: "c", category: "cups", net: "8.00" },
 * ];
 * const base = summarizePurchases([{ id: "1", customerId: "ann", at: "2026-01-05", amount: "20.00", currency: "USD", lines }], {
 *   asOf: "2026-04-01",
 *   dimensions: ["category"],
 * });
 * const { names, values, quantity, grossMinor } = dimensionRows(base, "category");
 * Array.from(values, (value, row) => [names[value - 1], quantity[row], grossMinor[row]]); // => [["cups", 1, 800], ["tea", 2, 1200]]
 * @category Customer base
 */
export function dimensionRows(base: CustomerBase, dimension: Dimension): DimensionRows {
  const customers = partsOf(base).customerIds.length;
  const { names, rows } = dimensionTable(base, dimension);
  const end = rows.offsets[customers]!;
  const { orders, refunds, grossMinor, refundedMinor, quantityMicro, returnedMicro, cost } = rows.columns;
  const pieces = (micro: Float64Array): Float64Array => micro.subarray(0, end).map((part) => part / MICRO);
  return {
    names,
    offsets: rows.offsets.subarray(0, customers + 1),
    days: rows.days.subarray(0, end),
    values: rows.values!.subarray(0, end),
    orders: orders.subarray(0, end),
    refunds: refunds.subarray(0, end),
    grossMinor: grossMinor.subarray(0, end),
    refundedMinor: refundedMinor.subarray(0, end),
    quantity: pieces(quantityMicro),
    returned: pieces(returnedMicro),
    costMinor: cost?.subarray(0, end),
    unstatedCost: rows.columns[unstatedColumn("cost")]?.subarray(0, end),
  };
}
