/**
 * Where customers stand in their life with a business, and how many of each cohort stay.
 * @module lifecycle
 */
export { type ClassifyLifecycleOptions, classifyLifecycle } from "./classify-lifecycle.js";
export type { CohortFrame, CohortOptions, CohortPeriod } from "./cohort-options.js";
export { type CohortValue, type CohortValueRow, cohortValue } from "./cohort-value.js";
export { defaultLifecycleRules } from "./default-lifecycle-rules.js";
export { defineLifecycleRules, type LifecycleRulesInput, validateLifecycleRules } from "./define-lifecycle-rules.js";
export type { EarlierStage, EarlierStages } from "./earlier-stages.js";
export { type LifecycleErrorCode, lifecycleErrorCodes } from "./errors.js";
export type {
  FixedThresholds,
  LifecycleRules,
  OwnCadenceThresholds,
  PopulationPercentileThresholds,
  SeasonRules,
  StageBounds,
  StageThresholds,
  SurvivalCurveThresholds,
  SurvivalPoint,
} from "./lifecycle-rules.js";
export {
  type FadingStage,
  fadingStages,
  type LifecycleObjective,
  type LifecycleStage,
  lifecycleObjectives,
  lifecycleStages,
} from "./lifecycle-stage.js";
export type { AppliedThresholds, LifecycleColumns, LifecycleRow, LifecycleStages } from "./lifecycle-stages.js";
export { type LifecycleReasonCode, lifecycleReasonCodes } from "./reasons.js";
export { type RetentionCohort, type RetentionCohorts, retentionCohorts } from "./retention-cohorts.js";
export type { RetentionRate } from "./retention-rate.js";
export {
  type CohortRetention,
  type PeriodRetention,
  type RetentionRates,
  retentionRates,
} from "./retention-rates.js";
export type { StageEvidence, StageReturn } from "./stage-evidence.js";
export {
  type RepurchasedBy,
  type RepurchaseStep,
  type TimeToSecondPurchase,
  type TimeToSecondPurchaseOptions,
  timeToSecondPurchase,
} from "./time-to-second-purchase.js";
