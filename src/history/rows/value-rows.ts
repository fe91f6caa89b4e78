import { type Column, weekdayOf } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import { partsOf } from "../base/parts-of.js";
import type { CustomerBase, Dimension } from "../customer-base.js";
import { unstatedColumn } from "./sparse-rows.js";

/** Customer × day × value, guests left out. Value 0 is "not stated", value `k` is `names[k - 1]`. */
export interface ValueRows {
  readonly names: readonly string[];
  readonly offsets: Column;
  readonly days: Column;
  readonly values: Column;
  readonly orders: Column;
  readonly grossMinor: Column;
  readonly refundedMinor: Column;
  /** Where the base was read with the measure `cost`: what the goods cost, less what came back, and how many lines do not say. */
  readonly costMinor?: Column | undefined;
  readonly unstatedCost?: Column | undefined;
}

/** The rows of a dimension, or of the weekdays, which every base has. */
export function valueRows(base: CustomerBase, dimension: Dimension | "weekday"): ValueRows {
  if (dimension === "weekday") return weekdayRows(base);
  const { names, rows } = partsOf(base).dimensions.get(dimension) ?? refuse(base, dimension);
  const { orders, grossMinor, refundedMinor, cost: costMinor, [unstatedColumn("cost")]: unstatedCost } = rows.columns;
  const { offsets, days } = rows;
  return { names, offsets, days, values: rows.values!, orders, grossMinor, refundedMinor, costMinor, unstatedCost };
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
