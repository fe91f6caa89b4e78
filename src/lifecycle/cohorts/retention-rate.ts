/**
 * The three rates from one period to another, 1 for all of it; null if there was nobody, or no revenue, to retain.
 * @category Cohorts
 */
export interface RetentionRate {
  /** The share of those who bought in the first period who also bought in the second. */
  readonly customers: number | null;
  /** The share of the first period's revenue that came again, counting for each customer at most what it was. */
  readonly grossRevenue: number | null;
  /** The second period's revenue of the same customers over the first's: those who buy more make up for those who leave. */
  readonly netRevenue: number | null;
}
