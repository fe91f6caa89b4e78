/** Reason codes of `history`, found in the `warnings` of a base. */
export const historyReasonCodes = [
  // { reason: the exclusion's own, transactions }
  "history.excluded",
  // { refunds }: refunds were left out because the options say so
  "history.refunds-ignored",
  // { currency, transactions }: no exchange rate was given
  "history.no-exchange-rate",
  // { refunds, amount: Money }: their order was not read with them, or is dated later; they lower net on their own day
  "history.unlinked-refund",
  // { refunds }: they name another customer than their order; the order's customer bears them
  "history.refund-of-another-customer",
  // { orders, amount: Money }: more was given back than paid, by that much
  "history.refunded-beyond-order",
  // { transactions }: a first read found them later than its asOf, which an append has moved on since; they must come with it
  "history.later-than-first-read",
  // { customers }: records, but nothing left after refunds; they stay, and models of spending leave them out
  "history.net-not-positive",
  // { refunds, amount: Money }: they name no product, so the return share of every product is too low
  "history.refunds-without-products",
  // { records }: later than the facts' asOf, left out
  "history.facts-after-as-of",
  // { records }: of customers who are not in the table, or of nobody, left out
  "history.facts-of-others",
] as const;
/** One of the reason codes of `history`. */
export type HistoryReasonCode = (typeof historyReasonCodes)[number];
