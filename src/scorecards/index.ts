/**
 * Points per condition with bands, and decision tables: what churn rules, value scores, fraud scores and treatments are made of.
 * @module scorecards
 */

export { type ScorecardsErrorCode, scorecardsErrorCodes } from "./errors.js";
export { type ScorecardsReasonCode, scorecardsReasonCodes } from "./reasons.js";
export type { SubjectRunOptions, TableRunOptions } from "./rules/judgement-options.js";
export { applyScorecard, type ScoreColumns, type ScoredCustomer } from "./scoring/apply-scorecard.js";
export { calibratedRate } from "./scoring/calibrated-rate.js";
export { type CompiledScorecard, compileScorecard } from "./scoring/compile-scorecard.js";
export { defineScorecard, type ScorecardInput, validateScorecard } from "./scoring/define-scorecard.js";
export { scoreSubject } from "./scoring/score-subject.js";
export type {
  CalibrationPoint,
  Contribution,
  Scorecard,
  ScorecardAttribute,
  ScorecardBand,
  ScorecardBin,
  ScorecardOverride,
  ScorecardRule,
} from "./scoring/scorecard.js";
export type { BandOverride, Scored } from "./scoring/scored.js";
export { analyzeDecisionTable } from "./tables/analyze-decision-table.js";
export { applyDecisionTable, type DecidedCustomer, type DecisionColumns } from "./tables/apply-decision-table.js";
export { type CompiledDecisionTable, compileDecisionTable } from "./tables/compile-decision-table.js";
export { decideByTable } from "./tables/decide-by-table.js";
export type { CellExplanation, RowExplanation, TableDecision } from "./tables/decision.js";
export type {
  Aggregation,
  DecisionRow,
  DecisionTable,
  HitPolicy,
  OutputFields,
  OutputOf,
  TableOutput,
} from "./tables/decision-table.js";
export type {
  DecisionTableAnalysis,
  TableGap,
  TableOverlap,
  UnreachableRow,
} from "./tables/decision-table-analysis.js";
export { type DecisionTableInput, defineDecisionTable, validateDecisionTable } from "./tables/define-decision-table.js";
