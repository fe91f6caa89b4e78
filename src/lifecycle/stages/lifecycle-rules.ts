import type { Definition, Duration, Festival } from "../../core/index.js";

/** The last value, included, at which a customer is still active, at risk or dormant; beyond the last one, lost. */
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

/** Multiples of the customer's own median gap, or of the base's for customers with too few gaps. */
export interface OwnCadenceThresholds {
  readonly mode: "own-cadence";
  readonly upTo: StageBounds<number>;
  /** With fewer gaps, the base's median gap is used. */
  readonly minGaps: number;
  /** A gap counts as at least this many days. */
  readonly minGapDays: number;
}

/** One step of a survival curve: `survival` is the share who have not bought again after that many days. */
export interface SurvivalPoint {
  readonly days: number;
  readonly survival: number;
}

/** The days by which these shares of the buyers have bought again, read off a survival curve such as `kaplanMeier` gives for the gaps. */
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

/** Who counts as a seasonal buyer, and how many whole seasons such a customer may miss. */
export interface SeasonRules {
  /** Purchases in at least so many seasons, and in no other part of the year. */
  readonly minSeasons: number;
  /** Days before and after a festival that belong to its season. */
  readonly aroundDays: number;
  /** Of the table, or your own, which then need a name: `{ name: "双十一", calendar: "gregorian", month: 11, day: 11 }`. */
  readonly festivals: readonly Festival[];
  /** Seasons missed, whole numbers. */
  readonly upTo: StageBounds<number>;
}

/**
 * The rules of the stages, as data: JSON, validated by {@link defineLifecycleRules}, versioned; every result names its rules.
 * @category Lifecycle
 */
export interface LifecycleRules extends Definition<"lifecycle-rules"> {
  readonly thresholds: StageThresholds;
  /** How long a customer is new: `atLeast`, or that many of the base's median gaps if longer. */
  readonly newFor: { readonly atLeast: Duration; readonly medianGaps: number };
  /** How long a customer who came back counts as won back. */
  readonly wonBackFor: Duration;
  /** With `earlier` stages: a bound must be exceeded by this share before the stage changes, and undercut by as much before it changes back. */
  readonly hysteresis: number;
  /** null: nobody is judged as a seasonal buyer. */
  readonly seasons: SeasonRules | null;
  /** A contract that ends within this and does not renew puts its customer at risk. */
  readonly contractEndsWithin: Duration;
}
