import { exactSums, type Sums } from "./exact-sums.js";
import type { PeriodActivity } from "./period-activity.js";
import type { RetentionRate } from "./retention-rate.js";

/** Gathers what there was to retain and what was retained. */
export interface RateSums {
  /** A customer to be retained. */
  begin(row: number, column: number, earlier: PeriodActivity): void;
  /** What the same customer did later. */
  carryOn(row: number, column: number, earlier: PeriodActivity, later: PeriodActivity): void;
  /** The rates of what was carried on into a column over what began in another. */
  rate(row: number, begun: number, column: number): RetentionRate;
}

/** Sums for customers, gross and net revenue. */
export function rateSums(rows: number, columns: number): RateSums {
  const before = exactSums(rows, columns);
  const revenue = exactSums(rows, columns);
  const after = exactSums(rows, columns);
  const kept = exactSums(rows, columns);
  const later = exactSums(rows, columns);
  return {
    begin(row, column, { orders, netMinor }) {
      if (orders > 0) before.add(row, column, 1);
      if (netMinor > 0) revenue.add(row, column, netMinor);
    },
    carryOn(row, column, earlier, { orders, netMinor }) {
      if (earlier.orders > 0 && orders > 0) after.add(row, column, 1);
      if (earlier.netMinor <= 0) return;
      kept.add(row, column, Math.min(netMinor, earlier.netMinor));
      later.add(row, column, netMinor);
    },
    rate(row, begun, column) {
      const share = (part: Sums, whole: Sums): number | null => {
        const of = Number(whole.at(row, begun));
        return of === 0 ? null : Number(part.at(row, column)) / of;
      };
      return {
        customers: share(after, before),
        grossRevenue: share(kept, revenue),
        netRevenue: share(later, revenue),
      };
    },
  };
}
