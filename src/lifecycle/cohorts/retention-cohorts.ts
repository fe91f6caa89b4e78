import { type Day, formatMinorUnits, sumMinorUnits } from "../../core/index.js";
import type { CustomerBase } from "../../history/index.js";
import type { CohortFrame, CohortOptions } from "./cohort-options.js";
import { exactSums } from "./exact-sums.js";
import { eachBuyer } from "./period-activity.js";
import { periodGrid, triangleRow } from "./period-grid.js";

/** Customers whose first purchase falls into one period; cells by age, counted in periods, 0 being the period of the first purchase. */
export interface RetentionCohort {
  /** The first day of the period. */
  readonly start: Day;
  readonly customers: number;
  /** How many of them bought in the period. */
  readonly active: readonly (number | null)[];
  readonly orders: readonly (number | null)[];
  /** Gross less refunds, each on its own day. */
  readonly net: readonly (string | null)[];
}

/**
 * What each cohort did, period by period.
 * @category Cohorts
 */
export interface RetentionCohorts extends CohortFrame {
  readonly currency: string;
  readonly scale: number;
  /** One for each of `periods`, also those without new customers. */
  readonly cohorts: readonly RetentionCohort[];
  /** Customers in no cohort because they never bought, and the net in no cell: theirs, and any before a first purchase. */
  readonly outside: { readonly customers: number; readonly net: string };
}

/**
 * Groups customers by the period of their first purchase and shows what each group did in every period since.
 *
 * Periods are those of the base's local days. A first purchase is the first day with an order that stands at `asOf`: not fully refunded.
 * Active means an order in the period; a refund alone does not count. The period that is not over has null in its cells unless `incomplete` is
 * `keep`. The cohort of a shop's first period on record may hold older customers: nothing before the record is known.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { retentionCohorts } from "clientele/lifecycle";
 * const order = (id: string, customerId: string, at: string) => ({ id, customerId, at, amount: "10.00", currency: "USD" });
 * const orders = [
 *   order("1", "ann", "2026-01-05"), order("2", "ben", "2026-01-20"), order("3", "ann", "2026-02-11"), order("4", "cid", "2026-02-12"),
 * ];
 * const { cohorts } = retentionCohorts(summarizePurchases(orders, { asOf: "2026-03-15" }));
 * cohorts.map(({ active }) => active); // => [[2, 1, null], [1, null], [null]]
 * cohorts[0]?.net; // => ["20.00", "10.00", null]
 * @category Cohorts
 */
export function retentionCohorts(base: CustomerBase, options: CohortOptions = {}): RetentionCohorts {
  const grid = periodGrid(base, options);
  const customers = new Array<number>(grid.count).fill(0);
  const active = exactSums(grid.count, grid.count);
  const orders = exactSums(grid.count, grid.count);
  const net = exactSums(grid.count, grid.count);
  const { withoutPurchase, netOutside } = eachBuyer(base, grid, (cohort, activity) => {
    customers[cohort]!++;
    for (const done of activity) {
      const age = done.period - cohort;
      if (done.orders > 0) active.add(cohort, age, 1);
      orders.add(cohort, age, done.orders);
      net.add(cohort, age, done.netMinor);
    }
  });
  const { currency, scale } = base;
  return {
    ...grid.frame,
    currency,
    scale,
    cohorts: grid.frame.periods.map((start, cohort) => ({
      start,
      customers: customers[cohort]!,
      active: triangleRow(grid, cohort, (age) => Number(active.at(cohort, age))),
      orders: triangleRow(grid, cohort, (age) => Number(orders.at(cohort, age))),
      net: triangleRow(grid, cohort, (age) => formatMinorUnits(net.at(cohort, age), scale)),
    })),
    outside: { customers: withoutPurchase, net: formatMinorUnits(sumMinorUnits(netOutside), scale) },
  };
}
