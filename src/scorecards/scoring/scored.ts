import type { Reason } from "../../core/index.js";
import type { Contribution } from "./scorecard.js";

/** The override that set the band, and the band that the score alone would give. */
export interface BandOverride {
  readonly id: string;
  readonly bandByScore: string;
  /** It is not known whether the override holds: the band is the one that it names for that. */
  readonly unknown?: true | undefined;
}

/**
 * What a scorecard says of one subject.
 * @category Scorecards
 */
export interface Scored {
  /** The sum of the contributions. */
  readonly score: number;
  /** The least and the most that the scorecard can give. */
  readonly minScore: number;
  readonly maxScore: number;
  /** The least and the most that this subject's score can become when what is missing becomes known. */
  readonly possible: readonly [lowest: number, highest: number];
  readonly band: string;
  readonly action?: string | undefined;
  /** The rate that the calibration gives for the score, 0 to 1. */
  readonly probability?: number | undefined;
  /** The share of the points that known facts have settled, 0 to 1. Of the score alone: an override that is open stands in `override`. */
  readonly confidence: number;
  /** What set the band in place of the score. */
  readonly override?: BandOverride | undefined;
  readonly contributions: readonly Contribution[];
  /** Why, the weightiest first: the override, then each contribution that counts. */
  readonly reasons: readonly Reason[];
  /** The facts that were not known where a rule needed them. */
  readonly missing: readonly string[];
}
