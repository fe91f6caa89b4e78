import type { Day } from "../../core/index.js";
import type { CustomerBase } from "../../history/index.js";
import type { CohortFrame, CohortOptions } from "./cohort-options.js";
import { eachBuyer } from "./period-activity.js";
import { periodGrid, triangleRow } from "./period-grid.js";
import { rateSums } from "./rate-sums.js";
import type { RetentionRate } from "./retention-rate.js";

/** From the period before to this one. */
export interface PeriodRetention extends RetentionRate {
  /** The first day of this period. */
  readonly start: Day;
}

/** From a cohort's own period to each age. */
export interface CohortRetention {
  readonly start: Day;
  readonly customers: number;
  /** Null where the period is not over; age 0 is the cohort itself. */
  readonly rates: readonly (RetentionRate | null)[];
}

/**
 * How many customers and how much revenue stayed.
 * @category Cohorts
 */
export interface RetentionRates extends CohortFrame {
  /** From the second period on; null where the period is not over. */
  readonly byPeriod: readonly (PeriodRetention | null)[];
  readonly cohorts: readonly CohortRetention[];
}

/**
 * Retention of customers and of revenue, from each period to the next and from each cohort's own period to every later one.
 *
 * Periods and cohorts as in {@link retentionCohorts}; revenue is net of refunds, each on its own day. Gross revenue retention is
 * sum of min(later, earlier) / sum of earlier, net revenue retention sum of later / sum of earlier, both over the customers whose earlier
 * revenue is above zero. So gross passes neither 1 nor the net rate; refunds of earlier orders can take both below 0.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { retentionRates } from "clientele/lifecycle";
 * const order = (customerId: string, at: string, amount: string) => ({ id: customerId + at, customerId, at, amount, currency: "USD" });
 * const orders = [
 *   order("ann", "2026-01-05", "10.00"), order("ben", "2026-01-20", "30.00"), order("ann", "2026-02-11", "60.00"),
 * ];
 * const { byPeriod } = retentionRates(summarizePurchases(orders, { asOf: "2026-02-28" }));
 * byPeriod; // => [{ start: "2026-02-01", customers: 0.5, grossRevenue: 0.25, netRevenue: 1.5 }]
 * @category Cohorts
 */
export function retentionRates(base: CustomerBase, options: CohortOptions = {}): RetentionRates {
  const grid = periodGrid(base, options);
  const customers = new Array<number>(grid.count).fill(0);
  const fromCohort = rateSums(grid.count, grid.count);
  const fromBefore = rateSums(1, grid.count + 1);
  eachBuyer(base, grid, (cohort, activity) => {
    customers[cohort]!++;
    const first = activity[0]!;
    fromCohort.begin(cohort, 0, first);
    for (const done of activity) fromCohort.carryOn(cohort, done.period - cohort, first, done);
    activity.forEach((done, index) => {
      fromBefore.begin(0, done.period + 1, done);
      const next = activity[index + 1];
      if (next?.period === done.period + 1) fromBefore.carryOn(0, next.period, done, next);
    });
  });
  const starts = grid.frame.periods;
  return {
    ...grid.frame,
    byPeriod: starts
      .slice(1)
      .map((start, index) => (index + 1 < grid.shown ? { start, ...fromBefore.rate(0, index + 1, index + 1) } : null)),
    cohorts: starts.map((start, cohort) => ({
      start,
      customers: customers[cohort]!,
      rates: triangleRow(grid, cohort, (age) => fromCohort.rate(cohort, 0, age)),
    })),
  };
}
