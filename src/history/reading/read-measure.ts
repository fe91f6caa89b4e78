import { type AmountInput, ClienteleError } from "../../core/index.js";
import type { Transaction, TransactionLine } from "../../model/index.js";
import { quantityIssue, readMillionths } from "../../model/shared.js";
import type { Measure } from "../customer-base.js";

/** An amount of the transaction in minor units of the base. */
export type ToMinor = (amount: AmountInput, path: readonly (string | number)[]) => number;

/** What a transaction states of a measure; undefined where it does not, or where one of its lines does not. */
export function readMeasure(row: Transaction, index: number, measure: Measure, toMinor: ToMinor): number | undefined {
  switch (measure) {
    case "cost":
    case "discount": {
      const amount = row[measure];
      if (amount !== undefined) return toMinor(amount, [index, measure]);
      return sumLines(row.lines, (line, i) => {
        const part = line[measure];
        return part === undefined ? undefined : toMinor(part, [index, "lines", i, measure]);
      });
    }
    case "promoted": {
      const stated = sumLines(row.lines, (line, i) => {
        const isPromoted = line.promoted ?? hasDiscount(line.discount);
        return isPromoted === undefined ? undefined : isPromoted ? toMinor(line.net, [index, "lines", i, "net"]) : 0;
      });
      if (stated !== undefined) return stated;
      const whole = hasDiscount(row.discount);
      return whole === undefined ? undefined : whole ? toMinor(row.amount, [index, "amount"]) : 0;
    }
    case "quantity":
      return sumLines(row.lines, (line, i) => quantityMicro(line, [index, "lines", i, "quantity"]));
    case "online":
      // A refund is made nowhere: it neither adds to nor takes from the orders made online.
      if (row.kind === "refund") return undefined;
      return row.mode === undefined ? undefined : row.mode === "online" ? 1 : 0;
    default:
      return measure satisfies never;
  }
}

/** The quantity of a line in millionths; 1 where it is left out. */
export function quantityMicro(line: TransactionLine, path: readonly (string | number)[]): number {
  const quantity = line.quantity ?? 1;
  const micro = readMillionths(quantity);
  if (micro !== undefined) return micro;
  throw new ClienteleError(quantityIssue(quantity, path));
}

const hasDiscount = (discount: AmountInput | undefined): boolean | undefined =>
  discount === undefined ? undefined : Number(discount) > 0;

function sumLines(
  lines: readonly TransactionLine[] | undefined,
  stated: (line: TransactionLine, index: number) => number | undefined,
): number | undefined {
  if (lines === undefined || lines.length === 0) return undefined;
  let sum = 0;
  for (let i = 0; i < lines.length; i++) {
    const value = stated(lines[i] as TransactionLine, i);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
