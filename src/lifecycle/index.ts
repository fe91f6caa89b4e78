/**
 * Where customers stand in their life with a business, and how many of each cohort stay.
 * @module lifecycle
 */

export type { CohortFrame, CohortOptions, CohortPeriod } from "./cohorts/cohort-options.js";
export { type CohortValue, type CohortValueRow, cohortValue } from "./cohorts/cohort-value.js";
export { type RetentionCohort, type RetentionCohorts, retentionCohorts } from "./cohorts/retention-cohorts.js";
export type { RetentionRate } from "./cohorts/retention-rate.js";
export {
  type CohortRetention,
  type PeriodRetention,
  type RetentionRates,
  retentionRates,
} from "./cohorts/retention-rates.js";
export {
  type RepurchasedBy,
  type RepurchaseStep,
  type TimeToSecondPurchase,
  type TimeToSecondPurchaseOptions,
  timeToSecondPurchase,
} from "./cohorts/time-to-second-purchase.js";
export { type LifecycleErrorCode, lifecycleErrorCodes } from "./errors.js";
export { type LifecycleReasonCode, lifecycleReasonCodes } from "./reasons.js";
export { type ClassifyLifecycleOptions, classifyLifecycle } from "./stages/classify-lifecycle.js";
export { defaultLifecycleRules } from "./stages/default-lifecycle-rules.js";
export {
  defineLifecycleRules,
  type LifecycleRulesInput,
  validateLifecycleRules,
} from "./stages/define-lifecycle-rules.js";
export type { EarlierStage, EarlierStages } from "./stages/earlier-stages.js";
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
} from "./stages/lifecycle-rules.js";
export {
  type FadingStage,
  fadingStages,
  type LifecycleObjective,
  type LifecycleStage,
  lifecycleObjectives,
  lifecycleStages,
} from "./stages/lifecycle-stage.js";
export type { AppliedThresholds, LifecycleColumns, LifecycleRow, LifecycleStages } from "./stages/lifecycle-stages.js";
export type { StageEvidence, StageReturn } from "./stages/stage-evidence.js";
