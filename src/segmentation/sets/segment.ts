import type { CONDITION_LANGUAGE, Condition, Parameters } from "../../conditions/index.js";
import type { Definition } from "../../core/index.js";

/**
 * A group of customers by a rule: whoever the condition holds for belongs to it, on whatever day it is asked.
 * @category Segments
 */
export interface SegmentDefinition extends Definition<"segment"> {
  readonly language: typeof CONDITION_LANGUAGE;
  readonly parameters?: Parameters | undefined;
  readonly when: Condition;
}

/**
 * A group of customers by name: a mailing list, the invited, a test group.
 * @category Segments
 */
export interface StaticSegment extends Definition<"static-segment"> {
  readonly customerIds: readonly string[];
}

/** A group of customers, by a rule or by name. */
export type Segment = SegmentDefinition | StaticSegment;
