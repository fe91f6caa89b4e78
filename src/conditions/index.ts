/**
 * The one rule language: conditions as data, judged in three values, explained, described, in rows and in columns.
 * @module conditions
 */
export { type ConditionBuilders, conditions, type ParameterBuilder } from "./builders/conditions.js";
export type {
  ItemBuilder,
  ItemsBuilder,
  LatestItems,
  SequenceOptions,
  StepBuilder,
  TimedItemsBuilder,
} from "./builders/item-builders.js";
export type { Scoped, TypedParameter, TypedValue } from "./builders/scoped.js";
export type {
  AnniversaryOptions,
  BetweenOptions,
  BuilderOf,
  DayRange,
  OrMissing,
  TextOptions,
} from "./builders/value-builders.js";
export {
  after,
  between,
  current,
  type DurationInput,
  type EventWindow,
  type FollowingWindow,
  following,
  last,
  olderThan,
  previous,
  upcoming,
  type WeekOptions,
} from "./builders/windows.js";
export { type CanonicalizeConditionOptions, canonicalizeCondition } from "./canonicalize-condition.js";
export { compileCondition } from "./compile-condition.js";
export { type CompiledConditions, compileConditions } from "./compile-conditions.js";
export { type CompiledItemCondition, compileItemCondition } from "./compile-item-condition.js";
export { compileStoredCondition } from "./compile-stored-condition.js";
export type { CompiledCondition } from "./compiled-condition.js";
export type {
  AggregateValue,
  AllCondition,
  AnniversaryTest,
  AnyCondition,
  AssumeCondition,
  AtLeastCondition,
  BetweenTest,
  CompareCondition,
  ComparisonTest,
  Condition,
  ConstantCondition,
  EveryCondition,
  ExistenceCondition,
  MembershipTest,
  NotCondition,
  Operand,
  PresenceTest,
  ReferenceCondition,
  ScaledValue,
  SequenceCondition,
  Step,
  Test,
  TextTest,
  Value,
  WithinTest,
} from "./condition.js";
export { conditionJsonSchema } from "./condition-json-schema.js";
export { type DescribeConditionOptions, describeCondition } from "./describe-condition.js";
export { type DescribeVerdictOptions, describeVerdict } from "./describe-verdict.js";
export {
  CONDITION_LANGUAGE,
  type ConditionEnvelope,
  type ConditionInput,
  type Parameter,
  type Parameters,
} from "./envelope.js";
export { type ConditionsErrorCode, conditionsErrorCodes } from "./errors.js";
export { evaluateTable, type Members, membersOf } from "./evaluate-table.js";
export { type ExplainConditionOptions, explainCondition } from "./explain-condition.js";
export type {
  Evidence,
  Expected,
  ExplainOptions,
  Explanation,
  MissingData,
  NearMiss,
  NearMissLeaf,
  ResolvedWindow,
  ShownBounds,
  ShownValue,
  Verdict,
} from "./explanation/explanation.js";
export type { EvaluationFrame } from "./frame.js";
export { type ConditionLimits, conditionLimits } from "./limits.js";
export { type ConditionWarning, lintCondition } from "./lint-condition.js";
export { migrateCondition } from "./migrate-condition.js";
export { nextChangeAt } from "./next-change-at.js";
export { parseCondition } from "./parse-condition.js";
export { type ConditionsReasonCode, conditionsReasonCodes } from "./reasons.js";
export { type CollectionRenames, type FieldRenames, type Renames, renameFields } from "./rename-fields.js";
export type { Truth } from "./truth.js";
export { type References, type ValidateConditionOptions, validateCondition } from "./validate-condition.js";
export type {
  AggregateFunction,
  AttributeValue,
  FestivalPart,
  ItemValue,
  Literal,
  NamedPart,
  NowValue,
  Over,
  ParameterValue,
  Part,
} from "./value.js";
export type {
  AfterWindow,
  BetweenWindow,
  CalendarWindowNode,
  RollingWindowNode,
  UpcomingWindow,
  Window,
  WindowDuration,
} from "./window.js";
