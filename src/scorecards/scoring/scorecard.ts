import type { CONDITION_LANGUAGE, Condition, Parameters, Test, Value } from "../../conditions/index.js";
import type { Definition, Localized } from "../../core/index.js";

/**
 * Points for a condition. Of the rules of one `group` that hold, only the highest counts.
 * @category Scorecards
 */
export interface ScorecardRule {
  readonly id: string;
  readonly when: Condition;
  /** A whole number; below zero lowers the score. */
  readonly points: number;
  readonly group?: string | undefined;
  /** The reason code given when the rule counts. */
  readonly reason: string;
  /** Attributes that the reason shows beside those the rule tests: "usually every 23 days, now 61". One that is not known is shown as `?`. */
  readonly show?: readonly string[] | undefined;
}

/** Points for the values of one subject that meet a test. */
export interface ScorecardBin {
  readonly points: number;
  readonly test: Test;
  readonly reason?: string | undefined;
}

/**
 * Points by the value of one subject: every value falls into exactly one bin.
 * @category Scorecards
 */
export interface ScorecardAttribute {
  readonly attribute: string;
  readonly subject: Value;
  readonly bins: readonly ScorecardBin[];
  /** Points while the value is unknown, whatever else is known. */
  readonly unknown: number;
  /** The reason code of bins that name none. */
  readonly reason: string;
  /** Attributes that the reason shows beside the subject. */
  readonly show?: readonly string[] | undefined;
}

/** Scores from `min` up to the next band's. */
export interface ScorecardBand {
  readonly id: string;
  readonly min: number;
  /** What to do about it; a code of the host. */
  readonly action?: string | undefined;
  readonly label?: Localized | undefined;
}

/**
 * Sets the band, whatever the score. The score stays, and the result says which band it would have been.
 *
 * While it is not known whether `when` holds, nothing is passed in silence: the band is the one named by `unknown`, and without one the result
 * is unknown with the missing facts, unless the band would be the same either way. To count unknown as not holding, wrap the condition in `assume`.
 */
export interface ScorecardOverride {
  readonly id: string;
  readonly when: Condition;
  readonly band: string;
  readonly reason: string;
  /** Attributes that the reason shows beside those the condition tests. */
  readonly show?: readonly string[] | undefined;
  /** The band while it is not known whether the condition holds; if absent, the result is unknown then. */
  readonly unknown?: string | undefined;
}

/** A score and the rate seen at it, 0 to 1. */
export type CalibrationPoint = readonly [score: number, rate: number];

/**
 * Points per condition, summed and put into bands: churn rules, value scores, fraud scores are scorecards.
 * @category Scorecards
 */
export interface Scorecard<Kind extends string = "scorecard"> extends Definition<Kind> {
  readonly language: typeof CONDITION_LANGUAGE;
  readonly parameters?: Parameters | undefined;
  readonly rules: readonly ScorecardRule[];
  readonly attributes?: readonly ScorecardAttribute[] | undefined;
  /** Lowest first; together they hold every score that can come out. */
  readonly bands: readonly ScorecardBand[];
  /** Looked at in order; the first that holds decides. */
  readonly overrides?: readonly ScorecardOverride[] | undefined;
  /** From scores to rates; between two points in a straight line, beyond them the nearest. */
  readonly calibration?: readonly CalibrationPoint[] | undefined;
  /** Below this confidence the result is unknown. By default only where nothing is known and no attribute gives points for that; 0 is never. */
  readonly minConfidence?: number | undefined;
}

/** What one rule or attribute gave. All together add up to the score. */
export interface Contribution {
  /** The rule's id or the attribute's name. */
  readonly ruleId: string;
  readonly points: number;
  /** The bin of an attribute that its value fell into. */
  readonly bin?: number | undefined;
  /** The rule held, but this one of its group counts: it gives more, or as much and stands first. */
  readonly supersededBy?: string | undefined;
}
