/**
 * Early warning of churn: signals of each customer's own past, rules over them, backtests that do not cheat, and what to do.
 * @module churn
 */
export { type ChurnReasonShare, type ChurnTrait, churnReasons } from "./actions/churn-reasons.js";
export { type RankedForAction, type RankForActionOptions, rankForAction } from "./actions/rank-for-action.js";
export { type RecurringRevenue, type RecurringRevenueOptions, recurringRevenue } from "./actions/recurring-revenue.js";
export { type RiskChanges, riskChanges } from "./actions/risk-changes.js";
export {
  type RetentionOffer,
  type RetentionOfferValue,
  retentionOfferValue,
  type WinBackCandidate,
  type WinBackOptions,
  winBackCandidates,
} from "./actions/win-back.js";
export {
  type BacktestDate,
  backtestChurn,
  type ChurnBacktest,
} from "./backtest/backtest-churn.js";
export type { BacktestOptions } from "./backtest/backtest-options.js";
export {
  type CalibrationBin,
  type CalibrationTableOptions,
  calibrateScores,
  calibrationTable,
} from "./backtest/calibration.js";
export {
  type ClassifierEvaluation,
  type EvaluateClassifierOptions,
  evaluateClassifier,
} from "./backtest/evaluate-classifier.js";
export { type LiftBin, type LiftTableOptions, liftTable } from "./backtest/lift-table.js";
export {
  type CampaignProfit,
  type CampaignProfitOptions,
  expectedCampaignProfit,
  type RuleContribution,
  ruleContributions,
} from "./backtest/rule-contributions.js";
export { type ChurnErrorCode, churnErrorCodes } from "./errors.js";
export { type ChurnReasonCode, churnReasonCodes } from "./reasons.js";
export { assessChurnRisk, type ChurnOptions } from "./risks/assess-churn-risk.js";
export type { ChurnAssessment, ChurnColumns, ChurnRisks, ChurnStatus, RulesWorth } from "./risks/churn-risks.js";
export type { ChurnAction, ChurnRules } from "./rules/churn-rules.js";
export { defaultChurnRules } from "./rules/default-churn-rules.js";
export { type ChurnRulesInput, defineChurnRules, validateChurnRules } from "./rules/define-churn-rules.js";
export type { ChurnSignalOptions, ChurnSources } from "./signals/churn-options.js";
export {
  type ChurnFields,
  type ChurnSchema,
  type ChurnSignal,
  churnSchema,
  type PlainChurnSchema,
} from "./signals/churn-schema.js";
export { churnSignals } from "./signals/churn-signals.js";
