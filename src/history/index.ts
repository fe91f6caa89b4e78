/**
 * The customer base: transactions read once into a calendar of purchases per customer, and what follows from it.
 * @module history
 */
export { baseAt } from "./base-at.js";
export type {
  BaseFrame,
  CustomerBase,
  CustomerSummary,
  Dimension,
  IgnoredCounts,
  Measure,
  PurchaseCalendar,
  PurchaseTotals,
  SummaryColumns,
} from "./customer-base.js";
export { type HistoryErrorCode, historyErrorCodes } from "./errors.js";
export { type HistoryReasonCode, historyReasonCodes } from "./reasons.js";
export type { Aliases, ExchangeRates, Exclusion, RefundPolicy, SummarizeOptions } from "./summarize-options.js";
export { summarizePurchases } from "./summarize-purchases.js";
