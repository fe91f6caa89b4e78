import type { Duration } from "../../core/index.js";
import type { Collection } from "../../model/index.js";
import type { FactReader } from "../../model/shared.js";
import type {
  AggregateValue,
  AllCondition,
  AnyCondition,
  AssumeCondition,
  AtLeastCondition,
  CompareCondition,
  ConstantCondition,
  EveryCondition,
  ExistenceCondition,
  NotCondition,
  ReferenceCondition,
  SequenceCondition,
} from "../condition.js";
import type { Ratio } from "../reading/exact-numbers.js";
import type { Reading } from "../reading/reading.js";
import type { ValueType } from "../typing/value-types.js";
import type { Part } from "../value.js";
import type { Window } from "../window.js";

// A plan is a condition with everything resolved that depends neither on the subject nor on the moment: types, literals, references,
// parameters.
// Equal subtrees are one plan, so a plan is a graph without circles.

/** What every plan knows. */
interface Planned<C> {
  readonly condition: C;
  /** How many places share this plan. */
  uses: number;
  /** What evaluating it costs, roughly in reads of a code column. */
  readonly cost: number;
  /** Speaks of the subject alone, so that its result may be kept while one subject is judged. */
  readonly isRoot: boolean;
}

export interface ConstantPlan extends Planned<ConstantCondition> {
  readonly type: "constant";
}
/** `all` is n of n, `any` 1 of n. */
export interface GroupPlan extends Planned<AllCondition | AnyCondition | AtLeastCondition> {
  readonly type: "group";
  readonly count: number;
  readonly of: readonly Plan[];
}
export interface NotPlan extends Planned<NotCondition> {
  readonly type: "not";
  readonly of: Plan;
}
export interface AssumePlan extends Planned<AssumeCondition> {
  readonly type: "assume";
  readonly of: Plan;
}
export interface ReferencePlan extends Planned<ReferenceCondition> {
  readonly type: "reference";
  /** JSON Pointer to the condition that is referred to. */
  readonly path: string;
  readonly of: Plan;
}
export interface ComparePlan extends Planned<CompareCondition> {
  readonly type: "compare";
  readonly subject: ValuePlan;
  readonly subjectType: ValueType;
  readonly orMissing: boolean;
  readonly test: TestPlan;
}
export interface QuantifierPlan extends Planned<ExistenceCondition | EveryCondition> {
  readonly type: "quantifier";
  readonly items: ItemsPlan;
  /** For `every`: what the items must meet. */
  readonly holds: Plan | undefined;
}
export interface StepPlan {
  readonly items: ItemsPlan;
}
export interface SequencePlan extends Planned<SequenceCondition> {
  readonly type: "sequence";
  readonly steps: readonly StepPlan[];
  readonly absent: StepPlan | undefined;
  readonly within: Duration | undefined;
  readonly ties: boolean;
  /** Of each step, the field in which all are the same. */
  readonly same: ((step: StepPlan) => CellPlan) | undefined;
}

export type Plan =
  | ConstantPlan
  | GroupPlan
  | NotPlan
  | AssumePlan
  | ReferencePlan
  | ComparePlan
  | QuantifierPlan
  | SequencePlan;

/** Which items are looked at: a collection, narrowed by a condition and a window. */
export interface ItemsPlan {
  readonly collection: Collection;
  readonly name: string;
  readonly isInner: boolean;
  readonly where: Plan | undefined;
  readonly window: WindowPlan | undefined;
  readonly latest: number | undefined;
}

/** What lies in the window: events up to asOf, or an instant or a day of any time. */
export type WindowUse = "events" | "instant" | "day";
/** A window with its parameters put in; where it lies is for a run to say. */
export interface WindowPlan {
  readonly window: Window;
  readonly use: WindowUse;
  /** What moves it with the subject. */
  readonly anchor?: CellPlan | undefined;
}
/** Half-open, in epoch milliseconds or in day numbers. */
export interface FixedWindow {
  readonly from: number;
  readonly to: number;
  /** As it is told to people: with its own bounds, and not cut at asOf. */
  readonly told?: ToldWindow | undefined;
}
export interface ToldWindow {
  readonly start: number;
  readonly end: number;
  readonly bounds: "(]" | "[)";
  readonly inDays: boolean;
}

export interface CellPlan {
  /** `at` and `id` of an item stand beside its fields. */
  readonly type: "attribute" | "item";
  readonly field: string;
  /** The collection of the item. */
  readonly collection: Collection | undefined;
  readonly read: FactReader;
  readonly part: Part | undefined;
  readonly fieldType: ValueType;
  readonly isAssessed: boolean;
}
export interface LiteralPlan {
  readonly type: "literal";
  readonly value: Reading;
}
export interface AggregatePlan {
  readonly type: "aggregate";
  readonly value: AggregateValue;
  readonly items: ItemsPlan;
  readonly of: ValuePlan | undefined;
  readonly ofType: ValueType | undefined;
}
/** An exact multiple: a factor of the rule, or two scales of money brought together. */
export interface ScaledPlan {
  readonly type: "scaled";
  readonly times: Ratio;
  readonly of: ValuePlan;
}
/** Something made of a text: its position among ordered values, or the same without regard to case. */
export interface MappedPlan {
  readonly type: "mapped";
  readonly map: (text: string) => string | number | undefined;
  readonly of: ValuePlan;
}
/** The moment of the run, or a part of it. */
export interface NowPlan {
  readonly type: "now";
  readonly part: Part | undefined;
}
/** An amount of a known currency made one of any currency, or the other way round: another currency is then a gap. */
export interface TaggedPlan {
  readonly type: "tagged" | "untagged";
  readonly currency: string;
  readonly of: ValuePlan;
}

export type ValuePlan = CellPlan | LiteralPlan | AggregatePlan | ScaledPlan | MappedPlan | NowPlan | TaggedPlan;

export interface ComparisonPlan {
  readonly type: "comparison";
  readonly op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte";
  readonly operand: ValuePlan;
}
export interface BetweenPlan {
  readonly type: "between";
  readonly from: ValuePlan;
  readonly to: ValuePlan;
  readonly openFrom: boolean;
  readonly openTo: boolean;
  readonly wraps: boolean;
}
export interface MembershipPlan {
  readonly type: "membership";
  readonly op: "in" | "notIn" | "hasAny" | "hasAll" | "hasNone";
  readonly values: readonly Reading[];
}
export interface TextPlan {
  readonly type: "text";
  readonly op: "contains" | "startsWith" | "endsWith" | "under";
  readonly text: string;
  readonly separator: string;
}
export interface PresencePlan {
  readonly type: "presence";
  readonly op: "exists" | "missing";
}
export interface WithinPlan {
  readonly type: "within";
  readonly window: WindowPlan;
}
export interface AnniversaryPlan {
  readonly type: "anniversary";
  readonly from: number;
  readonly to: number;
  readonly leapDay: "feb28" | "mar1";
}

export type TestPlan =
  | ComparisonPlan
  | BetweenPlan
  | MembershipPlan
  | TextPlan
  | PresencePlan
  | WithinPlan
  | AnniversaryPlan;
