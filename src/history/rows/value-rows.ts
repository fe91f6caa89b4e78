import { type Column, weekdayOf } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import { partsOf } from "../base/parts-of.js";
import type { CustomerBase, Dimension } from "../customer-base.js";
import type { DimensionTable } from "./sparse-rows.js";

/** Customer × day × value, guests left out. Value 0 is "not stated", value `k` is `names[k - 1]`. */
export interface ValueRows {
  readonly names: readonly string[];
  readonly offsets: Column;
  readonly days: Column;
  readonly values: Column;
  readonly orders: Column;
  readonly grossMinor: Column;
  readonly refundedMinor: Column;
}

/** The rows of a dimension, or of the weekdays, which every base has. */
export function valueRows(base: CustomerBase, dimension: Dimension | "weekday"): ValueRows {
  if (dimension === "weekday") return weekdayRows(base);
  const { names, rows } = dimensionTable(base, dimension);
  const { orders, grossMinor, refundedMinor } = rows.columns;
  return { names, offsets: rows.offsets, days: rows.days, values: rows.values!, orders, grossMinor, refundedMinor };
}

/** A dimension with guests and all. */
export function dimensionTable(base: CustomerBase, dimension: Dimension): DimensionTable {
  return partsOf(base).dimensions.get(dimension) ?? refuse(base, dimension);
}

function weekdayRows({ calendar }: CustomerBase): ValueRows {
  const values = new Uint8Array(calendar.days.length);
  for (let row = 0; row < values.length; row++) values[row] = weekdayOf(calendar.days[row]!);
  return { ...calendar, names: ["1", "2", "3", "4", "5", "6", "7"], values };
}

function refuse(base: CustomerBase, dimension: string): never {
  throw refusal(
    "DIMENSION_NOT_READ",
    ["dimension"],
    base.dimensions.length === 0 ? "no dimension: none was asked for" : `one of ${base.dimensions.join(", ")}`,
    inWords(dimension),
    `Read the transactions with dimensions: ["${dimension}"]`,
  );
}
