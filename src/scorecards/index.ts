/**
 * Points per condition with bands, and decision tables: what churn rules, value scores, fraud scores and treatments are made of.
 * @module scorecards
 */
export { analyzeDecisionTable } from "./analyze-decision-table.js";
export { applyDecisionTable, type DecidedCustomer, type DecisionColumns } from "./apply-decision-table.js";
export { applyScorecard, type ScoreColumns, type ScoredCustomer } from "./apply-scorecard.js";
export { calibratedRate } from "./calibrated-rate.js";
export { type CompiledDecisionTable, compileDecisionTable } from "./compile-decision-table.js";
export { type CompiledScorecard, compileScorecard } from "./compile-scorecard.js";
export { decideByTable } from "./decide-by-table.js";
export type { CellExplanation, RowExplanation, TableDecision } from "./decision.js";
export type {
  Aggregation,
  DecisionRow,
  DecisionTable,
  HitPolicy,
  OutputFields,
  OutputOf,
  TableOutput,
} from "./decision-table.js";
export type { DecisionTableAnalysis, TableGap, TableOverlap, UnreachableRow } from "./decision-table-analysis.js";
export { type DecisionTableInput, defineDecisionTable, validateDecisionTable } from "./define-decision-table.js";
export { defineScorecard, type ScorecardInput, validateScorecard } from "./define-scorecard.js";
export { type ScorecardsErrorCode, scorecardsErrorCodes } from "./errors.js";
export type { SubjectRunOptions, TableRunOptions } from "./judgement-options.js";
export { type ScorecardsReasonCode, scorecardsReasonCodes } from "./reasons.js";
export { scoreSubject } from "./score-subject.js";
export type {
  CalibrationPoint,
  Contribution,
  Scorecard,
  ScorecardAttribute,
  ScorecardBand,
  ScorecardBin,
  ScorecardOverride,
  ScorecardRule,
} from "./scorecard.js";
export type { BandOverride, Scored } from "./scored.js";
