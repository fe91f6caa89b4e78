import type { DayNumber } from "../../core/index.js";
import { growingFloat64, growingInt32 } from "./growing-columns.js";
import { type DimensionColumns, type DimensionTable, unstatedColumn } from "./sparse-rows.js";
import { sumRows } from "./sum-rows.js";

/** One dimension, while its rows are being read. */
export interface GrowingDimension {
  /** The code of a name; 0 for one that is not stated. */
  codeOf(name: string | undefined): number;
  push(row: DimensionRow): void;
  /** `position` gives a customer's code its place; `customers` counts guests as one. */
  finish(position: (code: number) => number, customers: number): DimensionTable;
}

export interface DimensionRow {
  readonly customer: number;
  readonly day: DayNumber;
  readonly value: number;
  readonly isRefund: boolean;
  /** 1 where the record counts for this value here, 0 where an earlier line of it did. */
  readonly count: 0 | 1;
  readonly minor: number;
  readonly quantityMicro: number;
  /** Undefined where it is not stated, or not asked for. */
  readonly costMinor: number | undefined;
}

/** `withCost`: the base has the measure `cost`, so each value has its own. */
export function growingDimension(withCost: boolean): GrowingDimension {
  const codes = new Map<string, number>();
  const customers = growingInt32();
  const days = growingInt32();
  const values = growingInt32();
  const [orders, refunds] = [growingInt32(), growingInt32()];
  const [grossMinor, refundedMinor] = [growingFloat64(), growingFloat64()];
  const [quantityMicro, returnedMicro] = [growingFloat64(), growingFloat64()];
  const [cost, unstatedCost] = [growingFloat64(), growingInt32()];
  return {
    codeOf(name) {
      if (name === undefined) return 0;
      let code = codes.get(name);
      if (code === undefined) {
        code = codes.size + 1;
        codes.set(name, code);
      }
      return code;
    },
    push(row) {
      const { isRefund, count, minor } = row;
      customers.push(row.customer);
      days.push(row.day);
      values.push(row.value);
      orders.push(isRefund ? 0 : count);
      refunds.push(isRefund ? count : 0);
      grossMinor.push(isRefund ? 0 : minor);
      refundedMinor.push(isRefund ? minor : 0);
      quantityMicro.push(isRefund ? 0 : row.quantityMicro);
      returnedMicro.push(isRefund ? row.quantityMicro : 0);
      if (!withCost) return;
      cost.push((isRefund ? -1 : 1) * (row.costMinor ?? 0));
      unstatedCost.push(row.costMinor === undefined ? 1 : 0);
    },
    finish(position, count) {
      const names = [...codes.keys()].sort();
      const sortedCode = new Int32Array(names.length + 1);
      names.forEach((name, i) => {
        sortedCode[codes.get(name) as number] = i + 1;
      });
      const keys = {
        customers: customers.finish().map(position),
        days: days.finish(),
        values: values.finish().map((code) => sortedCode[code] as number),
      };
      const columns: DimensionColumns = {
        orders: orders.finish(),
        refunds: refunds.finish(),
        grossMinor: grossMinor.finish(),
        refundedMinor: refundedMinor.finish(),
        quantityMicro: quantityMicro.finish(),
        returnedMicro: returnedMicro.finish(),
        ...(withCost ? { cost: cost.finish(), [unstatedColumn("cost")]: unstatedCost.finish() } : {}),
      };
      return { names, rows: sumRows(count, keys, columns) };
    },
  };
}
