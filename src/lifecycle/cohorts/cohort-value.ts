import { type Day, divideRounded, formatMinorUnits } from "../../core/index.js";
import type { CustomerBase } from "../../history/index.js";
import type { CohortFrame, CohortOptions } from "./cohort-options.js";
import { exactSums } from "./exact-sums.js";
import { eachBuyer } from "./period-activity.js";
import { periodGrid, triangleRow } from "./period-grid.js";

/** What a cohort has brought so far; cells by age, counted in periods. */
export interface CohortValueRow {
  /** The first day of the period of the first purchases. */
  readonly start: Day;
  readonly customers: number;
  /** Net from the first purchases to the end of that age, refunds taken off on their own day. */
  readonly cumulativeNet: readonly (string | null)[];
  /** The same per customer acquired, whether still buying or not; rounded to the scale, a half to the even neighbour. */
  readonly netPerCustomer: readonly (string | null)[];
}

/**
 * What each cohort has brought, by age.
 * @category Cohorts
 */
export interface CohortValue extends CohortFrame {
  readonly currency: string;
  readonly scale: number;
  /** One for each of `periods`, also those without new customers; their net per customer is null. */
  readonly cohorts: readonly CohortValueRow[];
}

/**
 * The cumulative net of each cohort and what it makes per customer acquired: cohorts compared at equal age.
 *
 * Cohorts and periods as in {@link retentionCohorts} (P. Fader, B. Hardie, M. Ross, The Customer-Base Audit, 2022, chapters 5 and 6).
 * Age 0 is the period of the first purchase; most customers bought part way through it. Nothing is discounted.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { cohortValue } from "clientele/lifecycle";
 * const order = (id: string, customerId: string, at: string) => ({ id, customerId, at, amount: "10.00", currency: "USD" });
 * const orders = [order("1", "ann", "2026-01-05"), order("2", "ben", "2026-01-20"), order("3", "ann", "2026-02-11")];
 * cohortValue(summarizePurchases(orders, { asOf: "2026-02-28" })).cohorts[0]?.netPerCustomer; // => ["10.00", "15.00"]
 * @category Cohorts
 */
export function cohortValue(base: CustomerBase, options: CohortOptions = {}): CohortValue {
  const grid = periodGrid(base, options);
  const customers = new Array<number>(grid.count).fill(0);
  const net = exactSums(grid.count, grid.count);
  eachBuyer(base, grid, (cohort, activity) => {
    customers[cohort]!++;
    for (const { period, netMinor } of activity) net.add(cohort, period - cohort, netMinor);
  });
  const { currency, scale } = base;
  return {
    ...grid.frame,
    currency,
    scale,
    cohorts: grid.frame.periods.map((start, cohort) => {
      const cumulative: bigint[] = [];
      for (let age = 0; cohort + age < grid.count; age++) {
        cumulative.push((cumulative.at(-1) ?? 0n) + BigInt(net.at(cohort, age)));
      }
      const size = BigInt(customers[cohort]!);
      return {
        start,
        customers: customers[cohort]!,
        cumulativeNet: triangleRow(grid, cohort, (age) => formatMinorUnits(cumulative[age]!, scale)),
        netPerCustomer: triangleRow(grid, cohort, (age) =>
          size === 0n ? null : formatMinorUnits(divideRounded(cumulative[age]!, size, "half-even"), scale),
        ),
      };
    }),
  };
}
