import type { Definition, Duration, FestivalId } from "../core/index.js";

/** Up to which bound, included, a customer is still active, at-risk and dormant; past the last one, lost. */
export interface StageBounds<Bound> {
  readonly active: Bound;
  readonly atRisk: Bound;
  readonly dormant: Bound;
}

/** The same number of days for everybody: `{ active: { days: 90 }, … }`. */
export interface FixedThresholds {
  readonly mode: "fixed";
  readonly upTo: StageBounds<Duration>;
}

/** Type-7 quantiles of all gaps between purchase days in the base: 0.4 is the length that 40 % of the gaps do not pass. */
export interface PopulationPercentileThresholds {
  readonly mode: "population-percentile";
  readonly upTo: StageBounds<number>;
}

/** Multiples of the customer's own median gap, or of the base's where there are too few gaps of one's own. */
export interface OwnCadenceThresholds {
  readonly mode: "own-cadence";
  readonly upTo: StageBounds<number>;
  /** With fewer gaps the base's median gap stands in. */
  readonly minGaps: number;
  /** No gap counts for less than this many days. */
  readonly minGapDays: number;
}

/** One step of a survival curve: `survival` is the share who have not bought again after that many days. */
export interface SurvivalPoint {
  readonly days: number;
  readonly survival: number;
}

/** The days by which these shares of the buyers have bought again, on a survival curve made elsewhere (a Kaplan-Meier fit of the gaps, say). */
export interface SurvivalCurveThresholds {
  readonly mode: "survival-curve";
  readonly upTo: StageBounds<number>;
  /** Days ascending, survival never rising. */
  readonly curve: readonly SurvivalPoint[];
}

/** How the bounds between active, at-risk, dormant and lost are found. */
export type StageThresholds =
  | FixedThresholds
  | PopulationPercentileThresholds
  | OwnCadenceThresholds
  | SurvivalCurveThresholds;

/** Who buys in one season only, and how many whole seasons without a purchase such a customer may miss. */
export interface SeasonRules {
  /** Purchases in at least so many seasons, and in no other part of the year. */
  readonly minSeasons: number;
  /** Days before and after a festival that belong to its season. */
  readonly aroundDays: number;
  readonly festivals: readonly FestivalId[];
  /** Seasons missed, whole numbers. */
  readonly upTo: StageBounds<number>;
}

/**
 * How stages are told apart, as data: JSON, validated by {@link defineLifecycleRules}, versioned; every result names its rules.
 * @category Lifecycle
 */
export interface LifecycleRules extends Definition<"lifecycle-rules"> {
  readonly thresholds: StageThresholds;
  /** New since the first purchase for `atLeast`, or for so many of the base's median gaps where that is longer. */
  readonly newFor: { readonly atLeast: Duration; readonly medianGaps: number };
  /** Won back since the return, for so long. */
  readonly wonBackFor: Duration;
  /** With earlier stages at hand, a bound is passed only by this share of it more, and passed back only by as much less. */
  readonly hysteresis: number;
  /** Null: nobody is taken for a seasonal buyer. */
  readonly seasons: SeasonRules | null;
  /** A contract that ends within this and does not renew puts its customer at risk. */
  readonly contractEndsWithin: Duration;
}
