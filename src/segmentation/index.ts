/**
 * Groups of customers: segments by rules, the classes that a business uses, RFM scores and their names; each with its reasons.
 * @module segmentation
 */

export type { Classes, Classified } from "./classes/classes.js";
export {
  type AbcClass,
  type ClassifyAbcOptions,
  type ClassifyValueBandsOptions,
  classifyAbc,
  classifyValueBands,
  type ValueBand,
} from "./classes/classify-bands.js";
export { type ClassifyByValueOptions, classifyByValue, type ValueClass } from "./classes/classify-by-value.js";
export { type ChannelUse, classifyChannelUse } from "./classes/classify-channel-use.js";
export {
  type ClassifyDemographicsOptions,
  classifyDemographics,
  type Demographics,
  type DemographicsColumns,
} from "./classes/classify-demographics.js";
export { type ClassifyHabitOptions, classifyHabit, type Habit } from "./classes/classify-habit.js";
export {
  type ClassifyNeedsOptions,
  type CustomerNeeds,
  classifyNeeds,
  type Need,
  type NeedStrength,
  type NeedsColumns,
} from "./classes/classify-needs.js";
export {
  type ClassifyPurchaseBehaviourOptions,
  classifyPurchaseBehaviour,
  type PurchaseBehaviour,
  type PurchaseBehaviourColumns,
} from "./classes/classify-purchase-behaviour.js";
export {
  type CodeTree,
  type CodeTreeNode,
  classifyByTree,
  defineCodeTree,
  validateCodeTree,
} from "./classes/code-tree.js";
export { type CustomerInterests, type InferInterestsOptions, inferInterests } from "./classes/infer-interests.js";
export {
  type OverrepresentedTrait,
  type OverrepresentedTraitsOptions,
  overrepresentedTraits,
} from "./classes/overrepresented-traits.js";
export { northAndSouthOfChina, regionsOfChina } from "./classes/regions-of-china.js";
export {
  defineTargetProfile,
  matchTargetProfile,
  type ProfileMatch,
  type TargetProfile,
  type TargetTrait,
  validateTargetProfile,
} from "./classes/target-profile.js";
export { type SegmentationErrorCode, segmentationErrorCodes } from "./errors.js";
export { type SegmentationReasonCode, segmentationReasonCodes } from "./reasons.js";
export { analyzeRfmMap, type RfmMapAnalysis } from "./rfm/analyze-rfm-map.js";
export { defineRfmMap, type RfmMapInput, validateRfmMap } from "./rfm/define-rfm-map.js";
export type { RfmCellsRule, RfmMap, RfmMapAxes, RfmMapId, RfmMapRule, RfmRange, RfmRangesRule } from "./rfm/rfm-map.js";
export { rfmMaps } from "./rfm/rfm-maps.js";
export type { RfmColumns, RfmCutPoints, RfmMethod, RfmRow, RfmScores } from "./rfm/rfm-scores.js";
export { type ScoreRfmOptions, scoreRfm } from "./rfm/score-rfm.js";
export { type RfmSegmentRow, type RfmSegments, segmentByRfm } from "./rfm/segment-by-rfm.js";
export { type RfmSegmentTotals, summarizeRfmSegments } from "./rfm/summarize-rfm-segments.js";
export { type AssignExclusiveOptions, type AssignedSegment, assignExclusive } from "./sets/assign-exclusive.js";
export { defineSegment, staticSegment, validateSegment } from "./sets/define-segment.js";
export { evaluateSegments, type SegmentMembers, type SegmentMemberships } from "./sets/evaluate-segments.js";
export { explainSegment } from "./sets/explain-segment.js";
export {
  type PreviewSegmentOptions,
  previewSegment,
  type SegmentPreview,
  type WaterfallStep,
} from "./sets/preview-segment.js";
export type { Segment, SegmentDefinition, StaticSegment } from "./sets/segment.js";
export {
  type Classification,
  type MigrationCell,
  type SegmentMigration,
  segmentMigration,
} from "./sets/segment-migration.js";
export { type SegmentOverlap, segmentOverlap } from "./sets/segment-overlap.js";
export { type SplitMember, splitMembers } from "./sets/split-members.js";
export {
  type Membership,
  type MembershipChanges,
  membershipChanges,
  type UpdateMembershipOptions,
  updateMembership,
} from "./sets/update-membership.js";
