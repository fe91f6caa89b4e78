import type { Column } from "../../core/index.js";
import type { SummaryColumns } from "../customer-base.js";
import type { MergedCustomers } from "./merge-customers.js";
import { emptySummary } from "./summary-columns.js";

/**
 * The columns of two bases as one, customer by customer. Distinct days do not add up: they are counted when they are asked for, and where a sum
 * is too great, so that the rows refuse it.
 */
export function addedColumns(
  { customerIds, fromA, fromB }: MergedCustomers,
  a: SummaryColumns,
  b: SummaryColumns,
  purchaseDays: () => Column,
): SummaryColumns {
  const size = customerIds.length;
  // As where they were read.
  const hasRefunds = a.netMinor !== a.grossMinor || b.netMinor !== b.grossMinor;
  const summary = emptySummary(size, hasRefunds);
  const { orders, grossMinor, refundedMinor, netMinor } = summary;
  const { values: firstDay, known: bought } = summary.firstDay;
  const { values: lastDay } = summary.lastDay;
  const add = (side: SummaryColumns, from: Int32Array): void => {
    for (let customer = 0; customer < size; customer++) {
      const before = from[customer]!;
      if (before < 0) continue;
      orders[customer]! += side.orders[before]!;
      grossMinor[customer]! += side.grossMinor[before]!;
      if (hasRefunds) {
        refundedMinor[customer]! += side.refundedMinor[before]!;
        netMinor[customer]! += side.netMinor[before]!;
      }
      if (grossMinor[customer]! > Number.MAX_SAFE_INTEGER || refundedMinor[customer]! > Number.MAX_SAFE_INTEGER)
        purchaseDays();
      if (side.lastDay.known[before] !== 1) continue;
      const [first, last] = [side.firstDay.values[before]!, side.lastDay.values[before]!];
      const isNew = bought[customer] === 0;
      if (isNew || first < firstDay[customer]!) firstDay[customer] = first;
      if (isNew || last > lastDay[customer]!) lastDay[customer] = last;
      bought[customer] = 1;
    }
  };
  add(a, fromA);
  add(b, fromB);
  return {
    ...summary,
    get purchaseDays() {
      return purchaseDays();
    },
  };
}
