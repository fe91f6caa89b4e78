import type { Day } from "../../core/index.js";

/**
 * How long one period of a cohort table is.
 * @category Cohorts
 */
export type CohortPeriod = "week" | "month" | "quarter" | "year";

/** Options of the cohort tables. */
export interface CohortOptions {
  /** Default `month`. */
  readonly period?: CohortPeriod | undefined;
  /** Monday 1 (default) … Sunday 7. */
  readonly weekStartsOn?: number | undefined;
  /**
   * What the period of `asOf` shows while it is not over: `null` (default), because what has not happened yet is not zero; `keep` shows what
   * there is so far.
   */
  readonly incomplete?: "null" | "keep" | undefined;
}

/** The periods of a cohort table, and the moment and options it was made with. */
export interface CohortFrame {
  readonly asOf: string;
  readonly timeZone: string;
  readonly period: CohortPeriod;
  readonly incomplete: "null" | "keep";
  /** The first day of every period from the first purchase of all to `asOf`. */
  readonly periods: readonly Day[];
  /** How many of them are over. */
  readonly completePeriods: number;
}
