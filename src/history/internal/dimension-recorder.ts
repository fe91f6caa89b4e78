import type { DayNumber } from "../../core/index.js";
import type { Transaction, TransactionLine } from "../../model/index.js";
import type { Dimension } from "../customer-base.js";
import { localHour } from "./day-reader.js";
import { growingFloat64, growingInt32 } from "./growing-columns.js";
import { quantityMicro, type ToMinor } from "./read-measure.js";
import type { ReadRules } from "./read-rules.js";
import type { DimensionColumns, DimensionTable } from "./sparse-rows.js";
import { sumRows } from "./sum-rows.js";

/** Whose purchase or refund it is, on which day, and how much. */
export interface RecordedPurchase {
  readonly row: Transaction;
  readonly index: number;
  readonly customer: number;
  readonly day: DayNumber;
  readonly minor: number;
  readonly toMinor: ToMinor;
}

/** Collects one dimension: what was bought by category, brand, channel … */
export interface DimensionRecorder {
  readonly dimension: Dimension;
  record(purchase: RecordedPurchase): void;
  /** `position` gives a dictionary code its customer; `customers` counts guests as one. */
  finish(position: (code: number) => number, customers: number): DimensionTable;
}

const NOT_STATED = 0;

export function dimensionRecorder(dimension: Dimension, rules: ReadRules): DimensionRecorder {
  const codes = new Map<string, number>();
  const codeOf = (name: string | undefined): number => {
    if (name === undefined) return NOT_STATED;
    let code = codes.get(name);
    if (code === undefined) {
      code = codes.size + 1;
      codes.set(name, code);
    }
    return code;
  };
  const customers = growingInt32();
  const days = growingInt32();
  const values = growingInt32();
  const sums = [growingInt32(), growingInt32(), growingFloat64(), growingFloat64(), growingFloat64(), growingFloat64()];

  const push = (purchase: RecordedPurchase, value: number, first: boolean, minor: number, micro: number): void => {
    const refund = purchase.row.kind === "refund";
    customers.push(purchase.customer);
    days.push(purchase.day);
    values.push(value);
    const count = first ? 1 : 0;
    const row = refund ? [0, count, 0, minor, 0, micro] : [count, 0, minor, 0, micro, 0];
    row.forEach((sum, i) => {
      sums[i]?.push(sum);
    });
  };

  return {
    dimension,
    record(purchase) {
      const { row, index, minor } = purchase;
      const lines = row.lines ?? [];
      if (dimension === "channel" || dimension === "store" || dimension === "hour") {
        const name = dimension === "hour" ? localHour(row.at, rules) : row[dimension];
        const micro = lines.reduce((sum, line, i) => sum + quantityMicro(line, [index, "lines", i, "quantity"]), 0);
        push(purchase, codeOf(name), true, minor, micro);
      } else if (lines.length === 0) {
        push(purchase, NOT_STATED, true, minor, 0);
      } else {
        const met = new Set<number>();
        lines.forEach((line: TransactionLine, i) => {
          const value = codeOf(line[dimension]);
          const net = purchase.toMinor(line.net, [index, "lines", i, "net"]);
          push(purchase, value, !met.has(value), net, quantityMicro(line, [index, "lines", i, "quantity"]));
          met.add(value);
        });
      }
    },
    finish(position, count) {
      const names = [...codes.keys()].sort();
      const sortedCode = new Int32Array(names.length + 1);
      names.forEach((name, i) => {
        sortedCode[codes.get(name) as number] = i + 1;
      });
      const [orders, refunds, grossMinor, refundedMinor, quantity, returned] = sums.map((sum) => sum.finish());
      const columns = { orders, refunds, grossMinor, refundedMinor, quantityMicro: quantity, returnedMicro: returned };
      const keys = {
        customers: customers.finish().map(position),
        days: days.finish(),
        values: values.finish().map((code) => sortedCode[code] as number),
      };
      return { names, rows: sumRows(count, keys, columns as unknown as DimensionColumns) };
    },
  };
}
