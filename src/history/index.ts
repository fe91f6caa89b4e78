/**
 * The customer base: transactions read once into a calendar of purchases per customer, and what follows from it.
 * @module history
 */
export { type AppendOptions, appendTransactions } from "./changes/append-transactions.js";
export { baseAt } from "./changes/base-at.js";
export { compactBase } from "./changes/compact-base.js";
export { mergeBases } from "./changes/merge-bases.js";
export { renameCustomers } from "./changes/rename-customers.js";
export { type ContactResponses, type ContactResponsesOptions, contactResponses } from "./contacts/contact-responses.js";
export { type ContactDue, type ContactsDueOptions, contactsDue } from "./contacts/contacts-due.js";
export type {
  Engagement,
  EngagementColumns,
  EngagementOptions,
  EngagementRow,
  EngagementTable,
} from "./contacts/engagement.js";
export { engagementIndex } from "./contacts/engagement-index.js";
export type {
  InteractionLog,
  InteractionSummary,
  InteractionsColumns,
  InteractionsRow,
  SummarizeInteractionsOptions,
} from "./contacts/interaction-summary.js";
export {
  type CaseGroup,
  type CaseGrouping,
  type CaseSummary,
  type OverdueCase,
  type SummarizeCasesOptions,
  summarizeCases,
} from "./contacts/summarize-cases.js";
export {
  type FeedbackGroup,
  type FeedbackGrouping,
  type FeedbackShare,
  type FeedbackSummary,
  type SummarizeFeedbackOptions,
  summarizeFeedback,
} from "./contacts/summarize-feedback.js";
export { summarizeInteractions } from "./contacts/summarize-interactions.js";
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
export type {
  CustomerFactParts,
  CustomerFactTable,
  CustomerRecord,
  FactFrame,
  ItemsOfCustomers,
} from "./facts/customer-fact-parts.js";
export { customerFacts } from "./facts/customer-facts.js";
export type { FactMeasure } from "./facts/fact-measure.js";
export { type PercentileEdges, percentileEdges } from "./facts/percentile-edges.js";
export { type ColumnsFor, type SchemaWith, withFacts } from "./facts/with-facts.js";
export { type PercentileField, withPercentile } from "./facts/with-percentile.js";
export { type RankField, type WithRankOptions, withRank } from "./facts/with-rank.js";
export { type Concentration, type ConcentrationOptions, concentration } from "./measures/concentration.js";
export { type DimensionRows, dimensionRows } from "./measures/dimension-rows.js";
export { preferences } from "./measures/preferences.js";
export type {
  BasePreference,
  Preference,
  PreferenceDimension,
  Preferences,
  PreferencesColumns,
  PreferencesOptions,
  PreferencesRow,
} from "./measures/preferences-table.js";
export {
  type ProductRanking,
  type ProductRankingBy,
  type ProductRankingOptions,
  productRanking,
  type RankedProduct,
} from "./measures/product-ranking.js";
export {
  type PurchaseCadence,
  type PurchaseCadenceColumns,
  type PurchaseCadenceOptions,
  type PurchaseCadenceRow,
  purchaseCadence,
} from "./measures/purchase-cadence.js";
export { repeatPurchases } from "./measures/repeat-purchases.js";
export type {
  HeldOutPurchases,
  RepeatPurchases,
  RepeatPurchasesColumns,
  RepeatPurchasesOptions,
  RepeatPurchasesRow,
  TimeUnit,
} from "./measures/repeat-purchases-table.js";
export type { PurchaseBatches, PurchaseSource, SummarizedFrom } from "./purchases/purchase-source.js";
export { splitByCurrency } from "./purchases/split-by-currency.js";
export type {
  Aliases,
  ExchangeRates,
  Exclusion,
  RefundPolicy,
  SummarizeOptions,
} from "./purchases/summarize-options.js";
export { summarizePurchases } from "./purchases/summarize-purchases.js";
export type {
  CodedTexts,
  NumberSource,
  TextSource,
  TransactionColumns,
  VectorLike,
} from "./purchases/transaction-columns.js";
export { type HistoryReasonCode, historyReasonCodes } from "./reasons.js";
export { requireBase } from "./require-base.js";
export { dehydrateBase } from "./storage/dehydrate-base.js";
export type {
  DehydratedBase,
  DehydratedLinkedOrder,
  DehydratedRows,
  DehydratedSetAside,
} from "./storage/dehydrated-base.js";
export { hydrateBase } from "./storage/hydrate-base.js";
