import type { CONDITION_LANGUAGE, Parameters, Test, Value } from "../../conditions/index.js";
import type { Definition, Localized } from "../../core/index.js";
import type { BooleanField, NumberField, StringField, ValueOf } from "../../model/index.js";

/**
 * Which row decides, by the names of DMN (OMG, Decision Model and Notation 1.5, 8.2.8): the `first` that matches, the only one that may
 * (`unique`), any one of several that give the same (`any`), the one with the best output (`priority`), or every one that does (`collect`).
 * @category Decision tables
 */
export type HitPolicy = (typeof hitPolicies)[number];
export const hitPolicies = ["first", "unique", "any", "priority", "collect"] as const;

/**
 * What `collect` makes of the outputs that it finds: their sum, the least, the greatest, or how many there are.
 * @category Decision tables
 */
export type Aggregation = (typeof aggregations)[number];
export const aggregations = ["sum", "min", "max", "count"] as const;

/** What a row gives: a value for each declared output. */
export type TableOutput = Readonly<Record<string, string | number | boolean>>;

/** What every row gives, declared: texts, numbers or truth values. */
export type OutputFields = Readonly<Record<string, StringField | NumberField | BooleanField>>;

/** The output of a table with declared fields. */
export type OutputOf<F extends OutputFields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/**
 * One row: a cell per input, `null` for any value or none, and what it gives.
 * @category Decision tables
 */
export interface DecisionRow<Output extends TableOutput = TableOutput> {
  readonly id?: string | undefined;
  readonly cells: readonly (Test | null)[];
  readonly output: Output;
  readonly label?: Localized | undefined;
}

/**
 * Cases in rows: subjects in columns, a test or nothing in each cell, and what to do.
 * @category Decision tables
 */
export interface DecisionTable<Output extends TableOutput = TableOutput, Kind extends string = "decision-table">
  extends Definition<Kind> {
  readonly language: typeof CONDITION_LANGUAGE;
  readonly hitPolicy: HitPolicy;
  /** With `collect`, and one output: the number that the table comes to. Sum, min and max want an output of numbers. */
  readonly aggregation?: Aggregation | undefined;
  /**
   * With `priority`: the outputs whose lists of `values`, the best value first, rank the rows; the weightiest output first. May be left out
   * where one output alone lists its values.
   */
  readonly priority?: readonly string[] | undefined;
  readonly parameters?: Parameters | undefined;
  readonly inputs: readonly Value[];
  readonly outputs: OutputFields;
  readonly rows: readonly DecisionRow<Output>[];
  /** Cases that no row decides are intended. With `collect` they always are. */
  readonly gaps?: "allowed" | undefined;
}
