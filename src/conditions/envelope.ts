import type { Field } from "../model/index.js";
import type { Condition } from "./condition.js";
import type { Literal, Over } from "./value.js";

/** The language version that this library reads and writes. */
export const CONDITION_LANGUAGE = 1;

/** What may be set from outside: a field type, and a default where the host may leave it out. */
export type Parameter = Field & { readonly default?: Literal | readonly Literal[] };

/** Parameters by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/**
 * A condition that stands on its own: its language version, its parameters, and the items that `item` is bound to.
 * @category Conditions
 */
export interface ConditionEnvelope {
  readonly language: typeof CONDITION_LANGUAGE;
  readonly id?: string;
  readonly version?: number;
  readonly parameters?: Parameters;
  /** The condition judges one item of this collection instead of the subject as a whole. */
  readonly scope?: Over;
  readonly when: Condition;
}

/** What compiling takes: a condition, or an envelope around one. */
export type ConditionInput = Condition | ConditionEnvelope;
