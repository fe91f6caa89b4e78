import type { DayNumber } from "../../core/index.js";
import type { Transaction } from "../../model/index.js";
import type { Dimension } from "../customer-base.js";
import { type GrowingDimension, growingDimension } from "../rows/growing-dimension.js";
import { localHour } from "./day-reader.js";
import { quantityMicro, type ToMinor } from "./read-measure.js";
import type { ReadRules } from "./read-rules.js";

/** Whose purchase or refund it is, on which day, and how much. */
export interface RecordedPurchase {
  readonly row: Transaction;
  readonly index: number;
  readonly customer: number;
  readonly day: DayNumber;
  readonly minor: number;
  readonly toMinor: ToMinor;
}

/** Collects one dimension of transactions: what was bought by category, brand, channel … */
export interface DimensionRecorder {
  readonly dimension: Dimension;
  record(purchase: RecordedPurchase): void;
  readonly finish: GrowingDimension["finish"];
}

export function dimensionRecorder(dimension: Dimension, rules: ReadRules): DimensionRecorder {
  const { codeOf, push, finish } = growingDimension();
  return {
    dimension,
    record({ row, index, customer, day, minor, toMinor }) {
      const lines = row.lines ?? [];
      const isRefund = row.kind === "refund";
      const micro = (i: number): number =>
        quantityMicro(lines[i] as (typeof lines)[number], [index, "lines", i, "quantity"]);
      if (dimension === "channel" || dimension === "store" || dimension === "hour") {
        const name = dimension === "hour" ? localHour(row.at, rules) : row[dimension];
        const quantity = lines.reduce((sum, _, i) => sum + micro(i), 0);
        push({ customer, day, value: codeOf(name), isRefund, count: 1, minor, quantityMicro: quantity });
      } else if (lines.length === 0) {
        push({ customer, day, value: codeOf(undefined), isRefund, count: 1, minor, quantityMicro: 0 });
      } else {
        const met = new Set<number>();
        lines.forEach((line, i) => {
          const value = codeOf(line[dimension]);
          const net = toMinor(line.net, [index, "lines", i, "net"]);
          const count = met.has(value) ? 0 : 1;
          met.add(value);
          push({ customer, day, value, isRefund, count, minor: net, quantityMicro: micro(i) });
        });
      }
    },
    finish,
  };
}
