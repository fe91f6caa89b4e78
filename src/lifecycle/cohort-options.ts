import type { Day } from "../core/index.js";

/**
 * The stretches that cohorts are cut into.
 * @category Cohorts
 */
export type CohortPeriod = "week" | "month" | "quarter" | "year";

/** How cohorts are cut. */
export interface CohortOptions {
  /** Default `month`. */
  readonly period?: CohortPeriod | undefined;
  /** Monday 1 (default) … Sunday 7. */
  readonly weekStartsOn?: number | undefined;
  /**
   * What stands for the period that `asOf` falls into, unless `asOf` is its very end: `null` (default), for what has not happened yet is no
   * zero; `keep` gives what there is so far.
   */
  readonly incomplete?: "null" | "keep" | undefined;
}

/** What a table of cohorts was made for. */
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
