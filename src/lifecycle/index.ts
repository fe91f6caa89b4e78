/**
 * Where customers stand in their life with a business, and how many of each cohort stay.
 * @module lifecycle
 */
export { type ClassifyLifecycleOptions, classifyLifecycle } from "./classify-lifecycle.js";
export { defaultLifecycleRules } from "./default-lifecycle-rules.js";
export { defineLifecycleRules, type LifecycleRulesInput } from "./define-lifecycle-rules.js";
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
export type { StageEvidence, StageReturn } from "./stage-evidence.js";
