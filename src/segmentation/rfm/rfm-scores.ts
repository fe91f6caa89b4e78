import type { Column, CustomerTable, Reason } from "../../core/index.js";
import type { BaseFrame } from "../../history/index.js";

/**
 * The edges between scores: values up to and including an edge fall below it. One edge less than there are bins, ascending.
 * Plain data: keep last month's and score this month's base by them.
 * @category RFM
 */
export interface RfmCutPoints {
  readonly daysSinceLast: readonly number[];
  readonly orders: readonly number[];
  /** Decimal strings in the base's currency. */
  readonly net: readonly string[];
  /** The method `nested` cuts orders within each recency score, and net within each of those: score - 1 is the position. */
  readonly nested?:
    | { readonly orders: readonly (readonly number[])[]; readonly net: readonly (readonly (readonly string[])[])[] }
    | undefined;
}

/**
 * One customer's scores: 1 (least) to `bins` (best), beside what was scored.
 * A customer without a purchase is not scored: scores 0, code `"000"`.
 * @category RFM
 */
export interface RfmRow {
  readonly customerId: string;
  /** The most recent buyers have the highest score. */
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  /** The three scores in a row, `"543"`; with ten bins joined by `-`. */
  readonly code: string;
  readonly daysSinceLast: number | null;
  readonly orders: number;
  readonly net: string;
  readonly reasons: readonly Reason[];
}

/** The scores in columns, base order; 0 where `known` is 0, because the customer has no purchase. */
export interface RfmColumns {
  readonly recency: Column;
  readonly frequency: Column;
  readonly monetary: Column;
  readonly known: Column;
}

/** Every method there is. */
export const rfmMethods = ["quantile", "ntile", "nested"] as const;

/** How bins are cut: by values (ties share a score), by rank in equal sizes (ties are split by id), or by values within the score before. */
export type RfmMethod = (typeof rfmMethods)[number];

/** Scores of a whole base, with the edges they were cut by. */
export interface RfmScores extends CustomerTable<RfmRow, RfmColumns>, BaseFrame {
  readonly bins: number;
  readonly method: RfmMethod | "cut-points";
  readonly cutPoints: RfmCutPoints;
  /** Customers per score, the lowest first. */
  readonly binSizes: {
    readonly recency: readonly number[];
    readonly frequency: readonly number[];
    readonly monetary: readonly number[];
  };
}
