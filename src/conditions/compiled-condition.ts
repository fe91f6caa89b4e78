import type { Column } from "../core/index.js";
import type { FactSchema, Facts, FactTable } from "../model/index.js";
import type { ExplainOptions, Verdict } from "./explanation/explanation.js";
import type { Truth } from "./truth.js";

/**
 * A condition ready to judge subjects of schema `S` in one run. Judging never throws.
 * @category Conditions
 */
export interface CompiledCondition<S extends FactSchema> {
  /** True, false or `"unknown"`, which is truthy: ask {@link CompiledCondition.matches} for a boolean. */
  evaluate(facts: Facts<S>): Truth;
  /** Whether it is certainly true. */
  matches(facts: Facts<S>): boolean;
  /** The result with its reasons: every node, the decisive leaves, what is missing and how little would be needed. */
  explain(facts: Facts<S>, options?: ExplainOptions): Verdict;
  /**
   * The next instant at which the answer is another though nothing new has happened, as an event leaves a window or a birthday comes;
   * null where there is none. Nothing changes before it; after 64 possible changes that were none, it is the next possible one.
   */
  nextChangeAt(facts: Facts<S>): string | null;
  /** All rows of a table at once: 0 false, 1 true, 2 unknown. @throws FRAME_MISMATCH for a table of another moment or zone */
  evaluateAll(table: FactTable<S>): Column;
}

/**
 * Many conditions of one run, ready together: what they have in common is judged once.
 * @category Conditions
 */
export interface CompiledConditions<S extends FactSchema> {
  readonly conditions: readonly CompiledCondition<S>[];
  /** One answer per condition, in their order. */
  evaluate(facts: Facts<S>): readonly Truth[];
  /** One column per condition, in their order: 0 false, 1 true, 2 unknown. @throws FRAME_MISMATCH */
  evaluateAll(table: FactTable<S>): readonly Column[];
}

/**
 * A condition on one item of a subject, such as a line of an order.
 * @category Conditions
 */
export interface CompiledItemCondition<S extends FactSchema> {
  /** Of the item at a position of its collection, as the facts list it. */
  evaluate(facts: Facts<S>, index: number): Truth;
  /** Whether it is certainly true. */
  matches(facts: Facts<S>, index: number): boolean;
  explain(facts: Facts<S>, index: number, options?: ExplainOptions): Verdict;
}
