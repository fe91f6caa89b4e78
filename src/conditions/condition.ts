import type { Duration } from "../core/index.js";
import type { Truth } from "./truth.js";
import type { AggregateFunction, AttributeValue, ItemValue, Literal, NowValue, Over, ParameterValue } from "./value.js";
import type { Window } from "./window.js";

// The heart of the grammar in one file, because its sorts contain each other: a condition compares values with operands,
// and an aggregate, which is a value, filters its items by a condition.

/** One number, amount or other value made of many items. */
export interface AggregateValue {
  readonly type: "aggregate";
  readonly fn: AggregateFunction;
  readonly over: Over;
  readonly of?: ItemValue;
  readonly where?: Condition;
  readonly window?: Window;
  /** Of these items only the last so many. */
  readonly latest?: number;
  /** Leaves out items that are uncertain, as SQL does. */
  readonly skipMissing?: true;
}

/**
 * Something that has a type and may be absent.
 * @category Conditions
 */
export type Value = AttributeValue | ItemValue | ParameterValue | NowValue | AggregateValue;

/** A number or amount times an exact decimal, never rounded. */
export interface ScaledValue {
  readonly type: "scaled";
  readonly times: string;
  readonly of: Value;
}

/**
 * What a value is compared with.
 * @category Conditions
 */
export type Operand = Literal | Value | ScaledValue;

/** `ignoreCase` compares free texts without regard to case. */
interface CaseOfText {
  readonly ignoreCase?: true;
}

/** Equality and order. */
export interface ComparisonTest extends CaseOfText {
  readonly op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte";
  readonly value: Operand;
}

/** Between two ends, both of them in by default. Times of day, weekdays and month days wrap round. */
export interface BetweenTest {
  readonly op: "between";
  readonly from: Operand;
  readonly to: Operand;
  readonly bounds?: "[]" | "[)" | "(]" | "()";
}

/** Among listed values; the `has…` forms are for lists. */
export interface MembershipTest extends CaseOfText {
  readonly op: "in" | "notIn" | "hasAny" | "hasAll" | "hasNone";
  readonly values: readonly Literal[] | ParameterValue;
}

/** Of texts; `under` is a node of a code tree or anything below it. */
export interface TextTest extends CaseOfText {
  readonly op: "contains" | "startsWith" | "endsWith" | "under";
  readonly value: string | ParameterValue;
}

/** Asks whether anything is there, usable or not. */
export interface PresenceTest {
  readonly op: "exists" | "missing";
}

/** An instant or day within a window. */
export interface WithinTest {
  readonly op: "within";
  readonly window: Window;
}

/** An anniversary falls in `[asOfDay + from, asOfDay + to]`. */
export interface AnniversaryTest {
  readonly op: "anniversary";
  readonly from: number;
  readonly to: number;
  /** When 29 February is kept in a common year; default `"feb28"`. */
  readonly leapDay?: "feb28" | "mar1";
}

/**
 * A question without a subject: comparisons, scorecard bins and cells of decision tables are the same language.
 * @category Conditions
 */
export type Test =
  | ComparisonTest
  | BetweenTest
  | MembershipTest
  | TextTest
  | PresenceTest
  | WithinTest
  | AnniversaryTest;

/** What every condition may carry: a stable name for reasons and editors. */
export interface Identified {
  readonly id?: string;
}

/** Always the same answer. */
export interface ConstantCondition extends Identified {
  readonly type: "constant";
  readonly value: Truth;
}

/** True when every one of them is. */
export interface AllCondition extends Identified {
  readonly type: "all";
  readonly of: readonly Condition[];
}

/** True when one of them is. */
export interface AnyCondition extends Identified {
  readonly type: "any";
  readonly of: readonly Condition[];
}

/** True when at least `count` of them are. */
export interface AtLeastCondition extends Identified {
  readonly type: "atLeast";
  readonly count: number;
  readonly of: readonly Condition[];
}

/** The opposite; unknown stays unknown. */
export interface NotCondition extends Identified {
  readonly type: "not";
  readonly of: Condition;
}

/** Settles unknown, and says so. */
export interface AssumeCondition extends Identified {
  readonly type: "assume";
  readonly unknown: boolean;
  readonly of: Condition;
}

/** A value put to a test. `orMissing` makes it true where nothing is there. */
export type CompareCondition = Identified & {
  readonly type: "compare";
  readonly subject: Value;
  readonly orMissing?: true;
} & Test;

/** At least one item, or none at all, in the window meets `where`. */
export interface ExistenceCondition extends Identified {
  readonly type: "some" | "none";
  readonly over: Over;
  readonly where?: Condition;
  readonly window?: Window;
  readonly latest?: number;
}

/** Every item in the window that meets `where` also meets `holds`; true of no items at all. */
export interface EveryCondition extends Identified {
  readonly type: "every";
  readonly over: Over;
  readonly where?: Condition;
  readonly window?: Window;
  readonly latest?: number;
  readonly holds: Condition;
}

/** One event of a sequence; `absent`, for the last step only, asks that it did not happen. */
export interface Step {
  readonly over: Over;
  readonly where?: Condition;
  readonly absent?: true;
}

/** Different events one after the other, the first and the last at most `within` apart. */
export interface SequenceCondition extends Identified {
  readonly type: "sequence";
  readonly steps: readonly Step[];
  readonly within?: Duration;
  readonly window?: Window;
  readonly ties?: "allowed";
  /** A field of all of them, in which they are the same: the cart, the order. */
  readonly same?: string;
}

/** Another named condition, passed in with the frame. */
export interface ReferenceCondition extends Identified {
  readonly type: "reference";
  readonly id: string;
}

/**
 * A rule as data: true, false or unknown of a subject. JSON; equal rules are equal JSON.
 * @category Conditions
 */
export type Condition =
  | ConstantCondition
  | AllCondition
  | AnyCondition
  | AtLeastCondition
  | NotCondition
  | AssumeCondition
  | CompareCondition
  | ExistenceCondition
  | EveryCondition
  | SequenceCondition
  | ReferenceCondition;
