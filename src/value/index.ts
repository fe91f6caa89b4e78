/**
 * What customers are worth: models of buying and spending, forecasts with their uncertainty.
 * @module value
 */

export { allocateEffort, type EffortOptions, type EffortRow } from "./effort/allocate-effort.js";
export {
  defaultValueWeights,
  defineValueWeights,
  scoreValue,
  type ValueComponent,
  type ValueScoreRow,
  type ValueWeights,
  validateValueWeights,
} from "./effort/score-value.js";
export { type ServiceLevel, type ServiceLevelRow, serviceLevels } from "./effort/service-levels.js";
export { type ValueErrorCode, valueErrorCodes } from "./errors.js";
export {
  conditionalExpectedSpend,
  type ExpectedSpend,
  type SpendSource,
} from "./forecasts/conditional-expected-spend.js";
export {
  customerLifetimeValue,
  discountedExpectedResidualTransactions,
  type LifetimeValue,
  type LifetimeValueColumns,
  type LifetimeValueModels,
  type LifetimeValueOptions,
  type ResidualTransactionsOptions,
} from "./forecasts/customer-lifetime-value.js";
export type { IntervalOption } from "./forecasts/draws.js";
export {
  type ConditionalExpectedPurchasesOptions,
  conditionalExpectedPurchases,
  expectedPurchases,
} from "./forecasts/expected-purchases.js";
export type { Estimate, EstimateColumns, Estimates } from "./forecasts/histories.js";
export {
  forecastOpportunities,
  type OpportunityForecast,
} from "./forecasts/opportunities.js";
export { type ProbabilityAliveOptions, probabilityAlive } from "./forecasts/probability-alive.js";
export { type PurchaseHistoryOfOne, purchaseProbabilities } from "./forecasts/purchase-probabilities.js";
export { type RemainingLifetimeOptions, remainingLifetime } from "./forecasts/remaining-lifetime.js";
export {
  discountedExpectedResidualLifetime,
  type RenewalPoint,
  retentionCurve,
} from "./forecasts/retention-curve.js";
export { type SimulateCustomersOptions, simulateCustomers } from "./forecasts/simulate-customers.js";
export { type TrackedPeriod, type TrackPurchasesOptions, trackPurchases } from "./forecasts/track-purchases.js";
export {
  type HoldoutGroup,
  type HoldoutReport,
  type ValidateHoldoutOptions,
  validateHoldout,
} from "./forecasts/validate-holdout.js";
export { compareModels, type ModelComparison } from "./models/compare-models.js";
export { fitBgBb, type OpportunityHistory, type OpportunityStatistics } from "./models/fit-bg-bb.js";
export { fitGammaGamma, type SpendStatistics } from "./models/fit-gamma-gamma.js";
export { fitBgNbd, fitMbgNbd, fitNbd, fitParetoNbd } from "./models/fit-purchase-model.js";
export { fitShiftedBetaGeometric } from "./models/fit-shifted-beta-geometric.js";
export type {
  FitModelOptions,
  FitStatus,
  FittedModel,
  ModelParameters,
  ParametersOf,
  PurchaseModel,
  PurchaseModelKind,
} from "./models/fitted-model.js";
export type { FitOptions, PurchaseHistory } from "./models/purchase-history.js";
export type { PurchaseStatistics } from "./models/purchase-statistics.js";
export {
  type ContributionColumns,
  type ContributionOptions,
  type ContributionRow,
  type Contributions,
  contributionMargin,
  type ServiceDriver,
  type Waterfall,
} from "./profit/contribution-margin.js";
export {
  identifyLowProfit,
  type LowProfitOptions,
  type LowProfitRow,
  type ProfitClass,
} from "./profit/identify-low-profit.js";
export { breakEvenOrderValue, type OrderCosts, priceForMargin } from "./profit/prices.js";
export { type ProfitBridge, profitBridge } from "./profit/profit-bridge.js";
export { type ProfitCurve, type ProfitCurvePoint, profitCurve } from "./profit/profit-curve.js";
export {
  type Lever,
  type ProfitLever,
  type ProfitLeversOptions,
  type ProfitLeversRow,
  profitLevers,
} from "./profit/profit-levers.js";
export {
  type TimeDrivenCosts,
  type TimeDrivenInput,
  type TimedActivity,
  timeDrivenCosts,
} from "./profit/time-driven-costs.js";
export { type ValueReasonCode, valueReasonCodes } from "./reasons.js";
export {
  type AcquisitionCost,
  type AcquisitionPayback,
  type AcquisitionPaybackOptions,
  acquisitionPayback,
} from "./worth/acquisition-payback.js";
export {
  type MarginRetention,
  type MarginRetentionValue,
  marginRetentionValue,
  type ValueSummary,
  valueSummary,
} from "./worth/simple-values.js";
