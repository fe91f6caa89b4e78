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
export { nextChangeAt } from "./change/next-change-at.js";
export { evaluateTable, type Members, membersOf } from "./columns/evaluate-table.js";
export { compileCondition } from "./compiling/compile-condition.js";
export { type CompiledConditions, compileConditions } from "./compiling/compile-conditions.js";
export { type CompiledItemCondition, compileItemCondition } from "./compiling/compile-item-condition.js";
export { compileStoredCondition } from "./compiling/compile-stored-condition.js";
export type { CompiledCondition } from "./compiling/compiled-condition.js";
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
export {
  CONDITION_LANGUAGE,
  type ConditionEnvelope,
  type ConditionInput,
  type Parameter,
  type Parameters,
} from "./envelope.js";
export { type ConditionsErrorCode, conditionsErrorCodes } from "./errors.js";
export { type ExplainConditionOptions, explainCondition } from "./explanation/explain-condition.js";
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
export { conditionJsonSchema } from "./json-schema/condition-json-schema.js";
export { type ConditionLimits, conditionLimits } from "./limits.js";
export { lintCondition } from "./lint/lint-condition.js";
export type { ConditionWarning } from "./lint/node-warnings.js";
export { type ConditionsReasonCode, conditionsReasonCodes } from "./reasons.js";
export { type CanonicalizeConditionOptions, canonicalizeCondition } from "./rewriting/canonicalize-condition.js";
export { migrateCondition } from "./rewriting/migrate-condition.js";
export { type CollectionRenames, type FieldRenames, type Renames, renameFields } from "./rewriting/rename-fields.js";
export type { Truth } from "./truth.js";
export { parseCondition } from "./validation/parse-condition.js";
export { type References, type ValidateConditionOptions, validateCondition } from "./validation/validate-condition.js";
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
export { type DescribeConditionOptions, describeCondition } from "./words/describe-condition.js";
export { type DescribeVerdictOptions, describeVerdict } from "./words/describe-verdict.js";
