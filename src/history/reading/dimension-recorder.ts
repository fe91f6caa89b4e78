import type { DayNumber } from "../../core/index.js";
import type { Transaction, TransactionLine } from "../../model/index.js";
import type { Dimension } from "../customer-base.js";
import { type GrowingDimension, growingDimension } from "../rows/growing-dimension.js";
import { localHour } from "./day-reader.js";
import { quantityMicro, readMeasure, type ToMinor } from "./read-measure.js";
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
  const withCost = rules.measures.includes("cost");
  const { codeOf, push, finish } = growingDimension(withCost);
  return {
    dimension,
    record({ row, index, customer, day, minor, toMinor }) {
      const lines = row.lines ?? [];
      const isRefund = row.kind === "refund";
      const micro = (line: TransactionLine, i: number): number => quantityMicro(line, [index, "lines", i, "quantity"]);
      if (lines.length === 0 || isOfOrder(dimension)) {
        const quantity = lines.reduce((sum, line, i) => sum + micro(line, i), 0);
        const value = codeOf(isOfOrder(dimension) ? nameOfOrder(row, dimension, rules) : undefined);
        const costMinor = withCost ? readMeasure(row, index, "cost", toMinor) : undefined;
        push({ customer, day, value, isRefund, count: 1, minor, quantityMicro: quantity, costMinor });
        return;
      }
      const met = new Set<number>();
      lines.forEach((line, i) => {
        const value = codeOf(nameOfLine(line, dimension));
        const net = toMinor(line.net, [index, "lines", i, "net"]);
        const count = met.has(value) ? 0 : 1;
        met.add(value);
        const { cost } = line;
        const costMinor = withCost && cost !== undefined ? toMinor(cost, [index, "lines", i, "cost"]) : undefined;
        push({ customer, day, value, isRefund, count, minor: net, quantityMicro: micro(line, i), costMinor });
      });
    },
    finish,
  };
}

/** What is the same for all lines of an order. */
type OrderDimension = "channel" | "store" | "hour";

const isOfOrder = (dimension: Dimension): dimension is OrderDimension =>
  dimension === "channel" || dimension === "store" || dimension === "hour";

const nameOfOrder = (row: Transaction, dimension: OrderDimension, rules: ReadRules): string | undefined =>
  dimension === "hour" ? localHour(row.at, rules) : row[dimension];

function nameOfLine(line: TransactionLine, dimension: Exclude<Dimension, OrderDimension>): string | undefined {
  if (dimension !== "brandInCategory") return line[dimension];
  const { category, brand } = line;
  return category === undefined || brand === undefined ? undefined : JSON.stringify([category, brand]);
}
