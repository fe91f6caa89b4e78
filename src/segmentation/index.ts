/**
 * Groups of customers: RFM scores and their names.
 * @module segmentation
 */
export { analyzeRfmMap, type RfmMapAnalysis } from "./analyze-rfm-map.js";
export { defineRfmMap, type RfmMapInput, validateRfmMap } from "./define-rfm-map.js";
export { type SegmentationErrorCode, segmentationErrorCodes } from "./errors.js";
export { type SegmentationReasonCode, segmentationReasonCodes } from "./reasons.js";
export type { RfmCellsRule, RfmMap, RfmMapAxes, RfmMapRule, RfmRange, RfmRangesRule } from "./rfm-map.js";
export { type RfmMapId, rfmMaps } from "./rfm-maps.js";
export type { RfmColumns, RfmCutPoints, RfmMethod, RfmRow, RfmScores } from "./rfm-scores.js";
export { type ScoreRfmOptions, scoreRfm } from "./score-rfm.js";
export { type RfmSegmentRow, type RfmSegments, segmentByRfm } from "./segment-by-rfm.js";
export { type RfmSegmentTotals, summarizeRfmSegments } from "./summarize-rfm-segments.js";
