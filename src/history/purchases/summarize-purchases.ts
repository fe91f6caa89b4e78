import type { BaseParts } from "../base/base-parts.js";
import { makeBase } from "../base/make-base.js";
import type { CustomerBase } from "../customer-base.js";
import { readRules } from "../reading/read-rules.js";
import { readBatches, readSource, requireSource } from "../reading/read-source.js";
import type { PurchaseBatches, PurchaseSource, SummarizedFrom } from "./purchase-source.js";
import type { SummarizeOptions } from "./summarize-options.js";
import type { TransactionColumns } from "./transaction-columns.js";

/**
 * Reads orders and refunds, in any order, into the customer base as of one instant.
 *
 * Every completed transaction up to `asOf` counts once, on its local day. A refund lowers the customer of its order from the refund's day on;
 * an order whose refunds reach its amount is no purchase from then on. A refund whose order is not there, or is dated on a later day, lowers
 * net on its own day and is counted in `warnings`. Net may be negative and is never clamped. Guests (`customerId: null`) are in
 * `totals.anonymous` only. Whatever is left out is counted in `ignored` and `warnings`; nothing is guessed.
 *
 * Money is exact: minor units of one currency at one scale; sums of the base pass 2^53 unharmed.
 * The source is rows (an array, any iterable), ready columns ({@link TransactionColumns}), or batches of rows that arrive one by one
 * (an async iterable), which gives a promise. Of a batch nothing stays but its numbers and its transaction ids, some 50 bytes a record.
 *
 * No transaction gives an empty base, in currency `XXX` where none is named. The order of the input changes nothing.
 * @throws INVALID_ROWS, INVALID_OPTIONS, CIRCULAR_ALIAS, INVALID_INSTANT, INVALID_TIME_ZONE; for a row, with its number in the path, what
 * `checkTransaction` finds, AMOUNT_TOO_FINE, DUPLICATE_TRANSACTION, REFUND_REFUSED, REFUND_IN_OTHER_CURRENCY, QUANTITY_TOO_FINE;
 * MIXED_CURRENCIES with the list; INVALID_TRANSACTION_COLUMNS; AMOUNT_OUT_OF_RANGE past 2^53 minor units for one customer
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import type { Transaction } from "clientele/model";
 * const orders: Transaction[] = [
 *   { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" },
 *   { id: "2", customerId: "ann", at: "2026-03-02", amount: 80, currency: "USD" },
 *   { id: "3", customerId: "ann", at: "2026-03-09", amount: 80, currency: "USD", kind: "refund", refundOf: "2" },
 *   { id: "4", customerId: null, at: "2026-03-10", amount: "9.90", currency: "USD" },
 * ];
 * const base = summarizePurchases(orders, { asOf: "2026-04-01" });
 * base.get("ann")?.net; // => "120.00"
 * base.get("ann")?.lastPurchase; // => "2026-01-05"
 * base.totals.anonymous.net; // => "9.90"
 * @category Customer base
 */
export function summarizePurchases<const S extends PurchaseSource | PurchaseBatches>(
  source: S,
  options: SummarizeOptions,
): SummarizedFrom<S> {
  const rules = readRules(options);
  requireSource(source);
  const base = isAsync(source) ? readBatches(source, rules).then(baseOf) : baseOf(readSource(source, rules));
  return base as SummarizedFrom<S>;
}

const baseOf = (parts: BaseParts): CustomerBase => makeBase(parts, () => parts);

const isAsync = (source: object): source is PurchaseBatches => Symbol.asyncIterator in source;
