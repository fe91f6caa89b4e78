/**
 * The three rates from one period to another, 1 for all of it; null without anybody, or any revenue, to retain.
 * @category Cohorts
 */
export interface RetentionRate {
  /** Of the customers who bought in the one, the share who bought in the other. */
  readonly customers: number | null;
  /** Of each customer's revenue in the one, the part that came again in the other, at most what it was. */
  readonly grossRevenue: number | null;
  /** The revenue of the same customers in the other over that in the one: who buys more makes up for who leaves. */
  readonly netRevenue: number | null;
}
