import type { Assessed, CustomerTable, Duration, MaybeColumn, MaybeList, Reason } from "../../core/index.js";
import type { ChurnSignal } from "../signals/churn-schema.js";

/**
 * What can be said of a customer: `scored`; `lapsed`, gone already; `too-new` for a rhythm; `too-slow-for-horizon`, whose own gap is longer than the
 * horizon and of whom nothing else is known; `unknown`.
 */
export type ChurnStatus = "scored" | "lapsed" | "too-new" | "too-slow-for-horizon" | "unknown";

/**
 * One customer's risk, with its reasons.
 * @category Churn
 */
export type ChurnAssessment = { readonly customerId: string } & (
  | {
      readonly status: "scored";
      readonly score: number;
      readonly band: string;
      /** By the scorecard's calibration, 0 to 1. */
      readonly probability?: number | undefined;
      /** The share of the points that known facts have settled, 0 to 1. */
      readonly confidence: number;
      /** The weightiest first. */
      readonly reasons: readonly Reason[];
      readonly missing: readonly string[];
      readonly action?: string | undefined;
    }
  | {
      readonly status: Exclude<ChurnStatus, "scored">;
      readonly reasons: readonly Reason[];
      readonly missing: readonly string[];
    }
);

/** The same in columns, base order. */
export interface ChurnColumns {
  readonly status: readonly ChurnStatus[];
  readonly score: MaybeColumn;
  readonly band: MaybeList<string>;
  readonly probability: MaybeColumn;
  readonly confidence: MaybeColumn;
}

/** What rules have been worth on a base: how well they told who would not buy again. */
export interface RulesWorth {
  /** 0.5 is what guessing gives, 1 a perfect order. */
  readonly auc: number;
  readonly interval: readonly [low: number, high: number];
  readonly customers: number;
  /** The share of them who bought no more. */
  readonly rate: number;
}

/**
 * The risks of a whole base, as of its moment.
 * @category Churn
 */
export interface ChurnRisks extends CustomerTable<ChurnAssessment, ChurnColumns> {
  readonly asOf: string;
  readonly timeZone: string;
  /** How far ahead was looked. */
  readonly horizon: Duration;
  /** The base's median gap, by which horizon and signals go; unknown where nobody came back. */
  readonly baseGapDays: Assessed<number>;
  readonly customers: Readonly<Record<ChurnStatus, number>>;
  /** The bands of the rules, the calmest first. */
  readonly bands: readonly string[];
  /** The least and the most that the rules can give. */
  readonly scores: readonly [least: number, most: number];
  /** Signals that nobody could have, because their source was not given; rules that ask for nothing else were left out. */
  readonly missingSignals: readonly ChurnSignal[];
  /**
   * What these rules were worth on this very base: backtested one and two horizons ago when first asked for. Read it before any list. Unknown where the
   * history is too short, or where the host's facts cannot be cut back in time: use `backtestChurn` then.
   */
  readonly worth: Assessed<RulesWorth>;
}
