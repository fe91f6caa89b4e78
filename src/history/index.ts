/**
 * The customer base: transactions read once into a calendar of purchases per customer, and what follows from it.
 * @module history
 */
export { type AppendOptions, appendTransactions } from "./append-transactions.js";
export { baseAt } from "./base-at.js";
export { compactBase } from "./compact-base.js";
export { type Concentration, type ConcentrationOptions, concentration } from "./concentration.js";
export { type ContactResponses, type ContactResponsesOptions, contactResponses } from "./contact-responses.js";
export { type ContactDue, type ContactsDueOptions, contactsDue } from "./contacts-due.js";
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
export type {
  CustomerFactParts,
  CustomerFactTable,
  CustomerRecord,
  FactFrame,
  ItemsOfCustomers,
} from "./customer-fact-parts.js";
export { customerFacts } from "./customer-facts.js";
export { dehydrateBase } from "./dehydrate-base.js";
export type { DehydratedBase, DehydratedLinkedOrder, DehydratedRows, DehydratedSetAside } from "./dehydrated-base.js";
export { type DimensionRows, dimensionRows } from "./dimension-rows.js";
export type {
  Engagement,
  EngagementColumns,
  EngagementOptions,
  EngagementRow,
  EngagementTable,
} from "./engagement.js";
export { engagementIndex } from "./engagement-index.js";
export { type HistoryErrorCode, historyErrorCodes } from "./errors.js";
export type { FactMeasure } from "./fact-measure.js";
export { hydrateBase } from "./hydrate-base.js";
export type {
  InteractionLog,
  InteractionSummary,
  InteractionsColumns,
  InteractionsRow,
  SummarizeInteractionsOptions,
} from "./interaction-summary.js";
export { mergeBases } from "./merge-bases.js";
export { type PercentileEdges, percentileEdges } from "./percentile-edges.js";
export { preferences } from "./preferences.js";
export type {
  BasePreference,
  Preference,
  PreferenceDimension,
  Preferences,
  PreferencesColumns,
  PreferencesOptions,
  PreferencesRow,
} from "./preferences-table.js";
export {
  type ProductRanking,
  type ProductRankingBy,
  type ProductRankingOptions,
  productRanking,
  type RankedProduct,
} from "./product-ranking.js";
export {
  type PurchaseCadence,
  type PurchaseCadenceColumns,
  type PurchaseCadenceOptions,
  type PurchaseCadenceRow,
  purchaseCadence,
} from "./purchase-cadence.js";
export type { PurchaseBatches, PurchaseSource, SummarizedFrom } from "./purchase-source.js";
export { type HistoryReasonCode, historyReasonCodes } from "./reasons.js";
export { renameCustomers } from "./rename-customers.js";
export { repeatPurchases } from "./repeat-purchases.js";
export type {
  HeldOutPurchases,
  RepeatPurchases,
  RepeatPurchasesColumns,
  RepeatPurchasesOptions,
  RepeatPurchasesRow,
  TimeUnit,
} from "./repeat-purchases-table.js";
export { requireBase } from "./require-base.js";
export { splitByCurrency } from "./split-by-currency.js";
export {
  type CaseGroup,
  type CaseGrouping,
  type CaseSummary,
  type OverdueCase,
  type SummarizeCasesOptions,
  summarizeCases,
} from "./summarize-cases.js";
export {
  type FeedbackGroup,
  type FeedbackGrouping,
  type FeedbackShare,
  type FeedbackSummary,
  type SummarizeFeedbackOptions,
  summarizeFeedback,
} from "./summarize-feedback.js";
export { summarizeInteractions } from "./summarize-interactions.js";
export type { Aliases, ExchangeRates, Exclusion, RefundPolicy, SummarizeOptions } from "./summarize-options.js";
export { summarizePurchases } from "./summarize-purchases.js";
export type {
  CodedTexts,
  NumberSource,
  TextSource,
  TransactionColumns,
  VectorLike,
} from "./transaction-columns.js";
export { type ColumnsFor, type SchemaWith, withFacts } from "./with-facts.js";
export { type PercentileField, withPercentile } from "./with-percentile.js";
export { type RankField, type WithRankOptions, withRank } from "./with-rank.js";
