import type { DayNumber, Duration } from "../../core/index.js";
import { todayOf } from "../../core/shared.js";
import { type CustomerBase, type PurchaseCadence, purchaseCadence } from "../../history/index.js";
import { quantile } from "../../math/index.js";
import { declineTails } from "./decline.js";
import { type ChurnHorizon, horizonFrom, recentDaysOf, usualHorizon } from "./horizon.js";
import { type NumberColumn, numbers } from "./number-column.js";

/** How fast a base buys, and how far it is looked ahead. */
export interface Pace {
  readonly today: DayNumber;
  readonly cadence: PurchaseCadence;
  readonly baseGapDays: number | undefined;
  /** How far back "recent" goes. */
  readonly recentDays: number;
  readonly horizon: ChurnHorizon;
}

/** The pace of a base; without a horizon the usual one. */
export function paceOf(base: CustomerBase, horizon: Duration | undefined): Pace {
  const cadence = purchaseCadence(base);
  const { baseMedianGapDays: gap } = cadence;
  const baseGapDays = gap.status === "known" ? gap.value : undefined;
  const today = todayOf(base);
  return {
    today,
    cadence,
    baseGapDays,
    recentDays: recentDaysOf(baseGapDays),
    horizon: horizonFrom(today, horizon ?? usualHorizon(baseGapDays)),
  };
}

/** From this many orders on a share of returned money says something. */
const RETURNS_FROM = 3;
/** A mean of fewer orders says too little. */
const BASKETS_FROM = 2;

/** Every signal that purchases tell, in one pass over the calendar. */
export function purchaseSignals(base: CustomerBase, pace: Pace): Readonly<Record<string, NumberColumn>> {
  const { size, calendar, columns } = base;
  const { offsets, days, orders, grossMinor, refundedMinor } = calendar;
  const { today, cadence, baseGapDays, recentDays, horizon } = pace;

  const shorter = new Float64Array(size);
  const recentPurchases = new Int32Array(size);
  const [recent, earlier] = [new Float64Array(size), new Float64Array(size)];
  const [recentOrders, earlierOrders] = [new Int32Array(size), new Int32Array(size)];
  for (let customer = 0; customer < size; customer++) {
    const gap = today - columns.lastDay.values[customer]!;
    let before: number | undefined;
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
      const day = days[row]!;
      const age = today - day;
      if (orders[row] !== 0) {
        if (before !== undefined) shorter[customer]! += day - before < gap ? 1 : day - before === gap ? 0.5 : 0;
        before = day;
        if (age < recentDays) {
          recentPurchases[customer]!++;
          recentOrders[customer]! += orders[row]!;
        } else if (age < 2 * recentDays) earlierOrders[customer]! += orders[row]!;
      }
      const net = grossMinor[row]! - refundedMinor[row]!;
      if (age < recentDays) recent[customer]! += net;
      else if (age < 2 * recentDays) earlier[customer]! += net;
    }
  }
  const usualSpend = medianOfBuyers(recent, recentPurchases);
  const { firstDay, lastDay } = columns;
  const bought = (customer: number): boolean => lastDay.known[customer] === 1;
  const sinceLast = (customer: number): number | undefined =>
    bought(customer) ? today - lastDay.values[customer]! : undefined;
  const tenure = (customer: number): number | undefined =>
    firstDay.known[customer] === 1 ? today - firstDay.values[customer]! : undefined;
  const wasThereTwice = (customer: number): boolean => (tenure(customer) ?? 0) >= 2 * recentDays;
  return {
    "churn.daysSinceLast": numbers(size, sinceLast),
    "churn.gapsSinceLast": numbers(size, (customer) => {
      const since = sinceLast(customer);
      return since === undefined || baseGapDays === undefined ? undefined : since / baseGapDays;
    }),
    "churn.ownGapDays": numberColumn(cadence.columns.medianGapDays),
    "churn.overdueRatio": numberColumn(cadence.columns.overdueRatio),
    "churn.overduePercentile": numbers(size, (customer) =>
      cadence.columns.overdueRatio.known[customer] === 1
        ? shorter[customer]! / cadence.columns.gaps[customer]!
        : undefined,
    ),
    "churn.silentChance": numbers(size, (customer) => {
      const time = tenure(customer);
      if (time === undefined || baseGapDays === undefined) return undefined;
      return Math.exp((-horizon.days * columns.purchaseDays[customer]!) / (time + baseGapDays));
    }),
    "churn.recentSpendRatio": numbers(size, (customer) =>
      bought(customer) && usualSpend !== undefined ? recent[customer]! / usualSpend : undefined,
    ),
    "churn.frequencyTail": declineTails({ offsets, days, counted: orders }, today),
    "churn.spendTrend": numbers(size, (customer) => {
      const [now, then] = [recent[customer]!, earlier[customer]!];
      return wasThereTwice(customer) && now >= 0 && then >= 0 && now + then > 0
        ? (now - then) / (now + then)
        : undefined;
    }),
    "churn.basketChange": numbers(size, (customer) => {
      const [now, then] = [recentOrders[customer]!, earlierOrders[customer]!];
      if (Math.min(now, then) < BASKETS_FROM || earlier[customer]! <= 0) return undefined;
      return recent[customer]! / now / (earlier[customer]! / then) - 1;
    }),
    "churn.returnRate": numbers(size, (customer) => {
      const gross = columns.grossMinor[customer]!;
      return gross > 0 && columns.orders[customer]! >= RETURNS_FROM
        ? columns.refundedMinor[customer]! / gross
        : undefined;
    }),
    "churn.tenureDays": numbers(size, tenure),
  };
}

function medianOfBuyers(net: Float64Array, purchases: Int32Array): number | undefined {
  const spent = net.filter((value, customer) => purchases[customer]! > 0 && value > 0);
  return spent.length === 0 ? undefined : quantile(spent, 0.5);
}

const numberColumn = ({
  values,
  known,
}: {
  readonly values: ArrayLike<number>;
  readonly known: ArrayLike<number>;
}): NumberColumn => ({ type: "number", values: Float64Array.from(values), known: Uint8Array.from(known) });
