import type { ClienteleError, DayNumber } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import type { Transaction } from "../../model/index.js";
import type { SetAsideKind } from "../base/set-aside.js";

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
  return refusal("REFUND_REFUSED", [index, "kind"], 'no refunds, because of refunds: "refuse"', inWords("a refund"));
}

export function duplicateTransaction(id: string, index: number): ClienteleError {
  return refusal(
    "DUPLICATE_TRANSACTION",
    [index, "id"],
    "an id that is used once",
    id,
    "Keep one row per order and per refund: counting both would invent a purchase",
  );
}

export function refundInOtherCurrency({ row, index }: PendingRefund, currency: string): ClienteleError {
  return refusal(
    "REFUND_IN_OTHER_CURRENCY",
    [index, "currency"],
    `the currency of its order, ${currency}`,
    row.currency,
  );
}
