import type { DayNumber, Duration } from "../../core/index.js";
import { todayOf } from "../../core/shared.js";
import {
  type CustomerBase,
  type PurchaseCadence,
  type PurchaseCalendar,
  purchaseCadence,
} from "../../history/index.js";
import { quantile } from "../../math/index.js";
import { declineTails } from "./decline.js";
import { type ChurnHorizon, horizonFrom, recentDaysOf, usualHorizon } from "./horizon.js";
import { type NumberColumn, numberColumn, numbers, once } from "./number-column.js";

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

/** What purchases tell, signal by signal. */
export function purchaseSignals(base: CustomerBase, pace: Pace): Readonly<Record<string, () => NumberColumn>> {
  const { size, calendar, columns } = base;
  const { offsets, days, orders } = calendar;
  const { today, cadence, baseGapDays, recentDays, horizon } = pace;
  const { firstDay, lastDay } = columns;
  const windows = once(() => spendWindows(calendar, size, today, recentDays));
  const bought = (customer: number): boolean => lastDay.known[customer] === 1;
  const sinceLast = (customer: number): number | undefined =>
    bought(customer) ? today - lastDay.values[customer]! : undefined;
  const tenure = (customer: number): number | undefined =>
    firstDay.known[customer] === 1 ? today - firstDay.values[customer]! : undefined;
  return {
    "churn.daysSinceLast": () => numbers(size, sinceLast),
    "churn.gapsSinceLast": () =>
      numbers(size, (customer) => {
        const since = sinceLast(customer);
        return since === undefined || baseGapDays === undefined ? undefined : since / baseGapDays;
      }),
    "churn.ownGapDays": () => numberColumn(cadence.columns.medianGapDays),
    "churn.overdueRatio": () => numberColumn(cadence.columns.overdueRatio),
    "churn.overduePercentile": () =>
      numbers(size, (customer) =>
        cadence.columns.overdueRatio.known[customer] === 1
          ? shorterGaps(calendar, customer, today - lastDay.values[customer]!) / cadence.columns.gaps[customer]!
          : undefined,
      ),
    "churn.silentChance": () =>
      numbers(size, (customer) => {
        const time = tenure(customer);
        if (time === undefined || baseGapDays === undefined) return undefined;
        return Math.exp((-horizon.days * columns.purchaseDays[customer]!) / (time + baseGapDays));
      }),
    "churn.recentSpendRatio": () => {
      const { recent, purchases } = windows();
      const usual = medianOfBuyers(recent, purchases);
      return numbers(size, (customer) =>
        bought(customer) && usual !== undefined ? recent[customer]! / usual : undefined,
      );
    },
    "churn.frequencyTail": () => declineTails({ offsets, days, counted: orders }, today),
    "churn.spendTrend": () => {
      const { recent, earlier } = windows();
      return numbers(size, (customer) => {
        const [now, then] = [recent[customer]!, earlier[customer]!];
        const wasThereTwice = (tenure(customer) ?? 0) >= 2 * recentDays;
        return wasThereTwice && now >= 0 && then >= 0 && now + then > 0 ? (now - then) / (now + then) : undefined;
      });
    },
    "churn.basketChange": () => {
      const { recent, earlier, recentOrders, earlierOrders } = windows();
      return numbers(size, (customer) => {
        const [now, then] = [recentOrders[customer]!, earlierOrders[customer]!];
        if (Math.min(now, then) < BASKETS_FROM || earlier[customer]! <= 0) return undefined;
        return recent[customer]! / now / (earlier[customer]! / then) - 1;
      });
    },
    "churn.returnRate": () =>
      numbers(size, (customer) => {
        const gross = columns.grossMinor[customer]!;
        return gross > 0 && columns.orders[customer]! >= RETURNS_FROM
          ? columns.refundedMinor[customer]! / gross
          : undefined;
      }),
    "churn.tenureDays": () => numbers(size, tenure),
  };
}

/** What was spent in the last so many days, and in as many before them. */
function spendWindows(calendar: PurchaseCalendar, size: number, today: DayNumber, recentDays: number) {
  const { offsets, days, orders, grossMinor, refundedMinor } = calendar;
  const [recent, earlier] = [new Float64Array(size), new Float64Array(size)];
  const [purchases, recentOrders, earlierOrders] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  for (let customer = 0; customer < size; customer++) {
    // From the latest day back: most of a history is older than both windows.
    for (let row = offsets[customer + 1]! - 1; row >= offsets[customer]!; row--) {
      const age = today - days[row]!;
      if (age >= 2 * recentDays) break;
      const net = grossMinor[row]! - refundedMinor[row]!;
      if (age < recentDays) {
        recent[customer]! += net;
        recentOrders[customer]! += orders[row]!;
        if (orders[row] !== 0) purchases[customer]!++;
      } else {
        earlier[customer]! += net;
        earlierOrders[customer]! += orders[row]!;
      }
    }
  }
  return { recent, earlier, purchases, recentOrders, earlierOrders };
}

/** How many of a customer's gaps were shorter than one of so many days; equal ones count half. */
function shorterGaps({ offsets, days, orders }: PurchaseCalendar, customer: number, gap: number): number {
  let shorter = 0;
  let before: number | undefined;
  for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
    if (orders[row] === 0) continue;
    const own = before === undefined ? Infinity : days[row]! - before;
    shorter += own < gap ? 1 : own === gap ? 0.5 : 0;
    before = days[row]!;
  }
  return shorter;
}

function medianOfBuyers(net: Float64Array, purchases: Int32Array): number | undefined {
  const spent = new Float64Array(net.length);
  let buyers = 0;
  for (let customer = 0; customer < net.length; customer++) {
    if (purchases[customer]! > 0 && net[customer]! > 0) spent[buyers++] = net[customer]!;
  }
  return buyers === 0 ? undefined : quantile(spent.subarray(0, buyers), 0.5);
}
