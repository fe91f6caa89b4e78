import { divideRounded, formatMinorUnits, type Money } from "../../core/index.js";
import { anything, checkOptions, costInMinorUnits, fields, finite, listOf, text, whole } from "../../core/shared.js";

/** An activity, how long once takes and how often it was done. */
export interface TimedActivity {
  readonly id: string;
  readonly minutes: number;
  readonly count: number;
}

/** What a department costs, how long it can work, and what it did. */
export interface TimeDrivenInput {
  readonly capacity: { readonly minutes: number; readonly cost: Money };
  readonly activities: readonly TimedActivity[];
}

/** What was done, at its cost; what was not is apart. */
export interface TimeDrivenCosts {
  readonly activities: readonly { readonly id: string; readonly unitCost: Money; readonly cost: Money }[];
  readonly usedMinutes: number;
  /** Of the capacity; above 1 where more was done than it holds. */
  readonly usedShare: number;
  readonly assigned: Money;
  /** What idle time costs: nobody's fault but the plan's, so charged to no customer. */
  readonly unused: Money;
}

/**
 * Costs by the time that things take (R. S. Kaplan and S. R. Anderson, "Time-Driven Activity-Based Costing", Harvard Business Review 2004): cost ÷ capacity gives a rate
 * per minute, minutes × rate the cost of doing something once. Unit costs feed `ServiceDriver.rate`. Rounded half up once each.
 * @throws INVALID_OPTIONS, INVALID_AMOUNT
 * @example
 * import { timeDrivenCosts } from "clientele/value";
 * const { activities, usedShare, unused } = timeDrivenCosts({
 *   capacity: { minutes: 700000, cost: { amount: "560000.00", currency: "USD" } },
 *   activities: [{ id: "order", minutes: 8, count: 49000 }, { id: "inquiry", minutes: 44, count: 1400 }, { id: "credit", minutes: 50, count: 2500 }],
 * });
 * activities.map(({ unitCost }) => unitCost.amount); // => ["6.40", "35.20", "40.00"]
 * usedShare; // ≈ 0.82657
 * unused.amount; // => "97120.00"
 * @category Profitability
 */
export function timeDrivenCosts(input: TimeDrivenInput): TimeDrivenCosts {
  checkOptions<TimeDrivenInput>(
    input,
    {
      capacity: fields({ minutes: whole({ from: 1 }), cost: anything }),
      activities: listOf(fields({ id: text, minutes: finite({ from: 0 }), count: whole({ from: 0 }) })),
    },
    ["capacity", "activities"],
  );
  const { capacity, activities } = input;
  const { minor, scale } = costInMinorUnits(capacity.cost, ["capacity", "cost"]);
  const [cost, { currency }] = [BigInt(minor), capacity.cost];
  // Minutes are read to the thousandth.
  const costOf = (thousandths: bigint): bigint =>
    divideRounded(cost * thousandths, BigInt(capacity.minutes) * 1000n, "half-up");
  const money = (minor: bigint): Money => ({ amount: formatMinorUnits(minor, scale), currency });
  const timed = activities.map(({ minutes, count }) => {
    const each = BigInt(Math.round(minutes * 1000));
    return { each, all: each * BigInt(count) };
  });
  const used = timed.reduce((sum, { all }) => sum + all, 0n);
  return {
    activities: timed.map(({ each, all }, index) => ({
      id: activities[index]!.id,
      unitCost: money(costOf(each)),
      cost: money(costOf(all)),
    })),
    usedMinutes: Number(used) / 1000,
    usedShare: Number(used) / 1000 / capacity.minutes,
    assigned: money(costOf(used)),
    unused: money(cost - costOf(used) > 0n ? cost - costOf(used) : 0n),
  };
}
