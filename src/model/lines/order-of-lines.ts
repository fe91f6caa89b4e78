import {
  type AmountInput,
  allocate,
  currencyDecimals,
  formatMinorUnits,
  parseExactMinorUnits,
  parseInstant,
  readAmount,
  type Zone,
} from "../../core/index.js";
import type { Transaction } from "../records/transaction.js";
import type { LineKind, LineRow } from "./line-row.js";

/** What all orders of one reading share. */
export interface OrderFrame {
  readonly scale: number;
  readonly zone: Zone;
  /** Is there an order of this id? */
  readonly isTaken: (id: string) => boolean;
}

/** The purchase and the refund that the rows of one order make; goods given back alone make a refund alone. */
export function transactionsOf(rows: readonly LineRow[], frame: OrderFrame): readonly Transaction[] {
  const bought = lessDiscounts(rows, frame.scale);
  const returned = rows.filter((row) => row.kind === "return");
  const { orderId } = rows[0] as LineRow;
  if (bought.length === 0) return [{ ...transactionOf(orderId, returned, frame), kind: "refund" }];
  const purchase = transactionOf(orderId, bought, frame);
  if (returned.length === 0) return [purchase];
  let refundId = `${orderId}:return`;
  while (frame.isTaken(refundId)) refundId += ":return";
  return [purchase, { ...transactionOf(refundId, returned, frame), kind: "refund", refundOf: orderId }];
}

function transactionOf(id: string, rows: readonly LineRow[], { scale, zone }: OrderFrame): Transaction {
  const { customerId, currency, order } = rows[0] as LineRow;
  const lines = rows.map((row) => row.line);
  const discounts = lines.map((line) => line.discount).filter((discount) => discount !== undefined);
  const costs = lines.map((line) => line.cost).filter((cost) => cost !== undefined);
  return {
    id,
    customerId,
    at: earliest(rows, zone).at,
    amount: total(
      lines.map((line) => line.net),
      scale,
    ),
    currency,
    ...order,
    ...(discounts.length === lines.length ? { discount: total(discounts, scale) } : {}),
    ...(costs.length === lines.length ? { cost: total(costs, scale) } : {}),
    lines,
  };
}

/** What was bought, each line less its share of the order's discounts. */
function lessDiscounts(rows: readonly LineRow[], scale: number): readonly LineRow[] {
  const bought = rows.filter((row) => row.kind === "sale");
  const discount = unitsOf(rows, "discount", scale);
  if (discount === 0n) return bought;
  const nets = bought.map(({ line }) => parseExactMinorUnits(line.net, scale));
  const shares = allocate(discount, nets.map(Number));
  return bought.map((row, index) => {
    const share = shares[index] as bigint;
    const before = parseExactMinorUnits(row.line.discount ?? 0, scale);
    const net = formatMinorUnits((nets[index] as bigint) - share, scale);
    return { ...row, line: { ...row.line, net, discount: formatMinorUnits(before + share, scale) } };
  });
}

/** What the rows of one kind come to, in minor units. */
export const unitsOf = (rows: readonly LineRow[], kind: LineKind, scale: number): bigint =>
  rows.reduce((sum, row) => (row.kind === kind ? sum + parseExactMinorUnits(row.line.net, scale) : sum), 0n);

/** Epoch milliseconds of a row; a bare day begins in the zone. */
export const instantOf = ({ at }: LineRow, { timeZone }: Zone): number => parseInstant(at, { timeZone });

function earliest(rows: readonly LineRow[], zone: Zone): LineRow {
  return rows.reduce((best, row) => (instantOf(row, zone) < instantOf(best, zone) ? row : best));
}

function total(amounts: readonly AmountInput[], scale: number): string {
  const units = amounts.reduce((sum, amount) => sum + parseExactMinorUnits(amount, scale), 0n);
  return formatMinorUnits(units, scale);
}

/** The decimals that keep every amount whole, and at least those of the currencies. */
export function finestScale(rows: Iterable<LineRow>): number {
  let scale = 0;
  for (const { currency, line } of rows) {
    scale = Math.max(scale, currencyDecimals(currency));
    for (const amount of [line.net, line.discount, line.cost]) {
      if (amount !== undefined) scale = Math.max(scale, readAmount(amount)?.scale ?? 0);
    }
  }
  return scale;
}
