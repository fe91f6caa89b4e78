import { ClienteleError, type DayNumber, showValue } from "../../core/index.js";
import type { Transaction } from "../../model/index.js";
import type { SetAsideKind } from "./set-aside.js";

/** A refund whose order may still come: the input may be in any order. */
export interface PendingRefund {
  readonly row: Transaction;
  readonly index: number;
  readonly day: DayNumber;
  /** The surviving id; null for a guest. */
  readonly customer: string | null;
}

/** Why an order is not counted: its refunds are not counted either. */
export interface Fate {
  readonly kind: SetAsideKind;
  readonly label: string;
  readonly day: DayNumber;
}

/** Where an id was left out several times, the earliest counts, whatever the order of the rows. */
export function earlierFate(a: Fate | undefined, b: Fate): Fate {
  if (a === undefined || b.day < a.day) return b;
  if (a.day < b.day) return a;
  return a.kind < b.kind || (a.kind === b.kind && a.label <= b.label) ? a : b;
}

export function refundRefused(index: number): ClienteleError {
  return new ClienteleError({
    code: "REFUND_REFUSED",
    path: [index, "kind"],
    expected: 'no refunds, because of refunds: "refuse"',
    received: "a refund",
  });
}

export function duplicateTransaction(id: string, index: number): ClienteleError {
  return new ClienteleError({
    code: "DUPLICATE_TRANSACTION",
    path: [index, "id"],
    expected: "an id that no other row has",
    received: showValue(id),
    hint: "Keep one row per order and per refund: counting both would invent a purchase",
  });
}

export function refundInOtherCurrency({ row, index }: PendingRefund, currency: string): ClienteleError {
  return new ClienteleError({
    code: "REFUND_IN_OTHER_CURRENCY",
    path: [index, "currency"],
    expected: `the currency of its order, ${currency}`,
    received: showValue(row.currency),
  });
}
