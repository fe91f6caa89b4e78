import { type Assessed, known, unknown } from "../../core/index.js";
import { checkOptions, listOf, todayOf, whole } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { kaplanMeier, type SurvivalCurve } from "../../math/index.js";
import { purchaseDays } from "../purchase-days.js";

/** Options of {@link timeToSecondPurchase}. */
export interface TimeToSecondPurchaseOptions {
  /** Days after the first purchase, whole numbers from 1; default 30, 60, 90, 180, 365. */
  readonly by?: readonly number[] | undefined;
}

/** The share that has bought again by a day. */
export interface RepurchasedBy {
  readonly days: number;
  /** 0 to 1; unknown if nobody has been watched for so long. */
  readonly share: Assessed<number>;
  /** 95 %, by the log-log transformation; null where the share is unknown, or 0 or 1: such an interval would have no width. */
  readonly interval: readonly [lower: number, upper: number] | null;
}

/** One day on which somebody bought a second time. */
export interface RepurchaseStep {
  readonly days: number;
  /** Customers for at least that long who had not bought again before that day. */
  readonly waiting: number;
  readonly repurchased: number;
  /** The share of all who have bought again by then, 0 to 1. */
  readonly share: number;
}

/**
 * How long the second purchase takes.
 * @category Cohorts
 */
export interface TimeToSecondPurchase {
  readonly asOf: string;
  /** With a purchase. */
  readonly customers: number;
  /** Of these, with a second purchase day. */
  readonly repurchased: number;
  /** The first day by which half of the customers have bought again; unknown if that has not been seen. */
  readonly medianDays: Assessed<number>;
  readonly by: readonly RepurchasedBy[];
  /** The whole distribution. */
  readonly steps: readonly RepurchaseStep[];
}

/**
 * How long customers take to buy a second time, with those who have not had the time yet counted in.
 *
 * Share bought again by day t: 1 - S(t), S the Kaplan-Meier estimate (JASA 53 (1958) 457) where a customer without a second purchase is
 * watched from the first purchase to `asOf`. The plain share of repeat buyers is too low: yesterday's customers count in it as lost.
 * Whole local days; two orders on one day are one purchase day. Without customers every share is unknown.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { timeToSecondPurchase } from "clientele/lifecycle";
 * const order = (customerId: string, at: string) => ({ id: customerId + at, customerId, at, amount: "10.00", currency: "USD" });
 * const orders = [order("ann", "2026-01-01"), order("ann", "2026-01-11"), order("ben", "2026-01-01"), order("cid", "2026-03-30")];
 * const second = timeToSecondPurchase(summarizePurchases(orders, { asOf: "2026-04-01" }), { by: [30] });
 * second.repurchased; // => 1
 * second.by[0]?.share; // => { status: "known", value: 0.5, reasons: [] }
 * second.medianDays; // => { status: "known", value: 10, reasons: [] }
 * @category Cohorts
 */
export function timeToSecondPurchase(
  base: CustomerBase,
  options: TimeToSecondPurchaseOptions = {},
): TimeToSecondPurchase {
  requireBase(base);
  checkOptions<TimeToSecondPurchaseOptions>(options, { by: listOf(whole({ from: 1 })) });
  const { by = [30, 60, 90, 180, 365] } = options;
  const { days, bought } = waits(base);
  const curve = kaplanMeier(days, bought);
  return {
    asOf: base.asOf,
    customers: days.length,
    repurchased: bought.reduce((sum, one) => sum + one, 0),
    medianDays: curve.median,
    by: by.map((day) => repurchasedBy(day, curve)),
    steps: curve.steps.flatMap(({ time, atRisk, events, survival }): readonly RepurchaseStep[] =>
      events === 0 ? [] : [{ days: time, waiting: atRisk, repurchased: events, share: 1 - survival }],
    ),
  };
}

function repurchasedBy(days: number, { steps }: SurvivalCurve): RepurchasedBy {
  const last = steps.filter(({ time }) => time <= days).at(-1);
  const { survival, interval } = last ?? { survival: 1, interval: null };
  const longest = steps.at(-1)?.time ?? -1;
  if (days > longest && (last === undefined || survival > 0)) {
    return { days, share: unknown(["followUp"]), interval: null };
  }
  return {
    days,
    share: known(1 - survival),
    interval: interval === null ? null : [1 - interval[1], 1 - interval[0]],
  };
}

/** Of each customer with a purchase: the days to the second one, or to `asOf` where there is none yet. */
function waits(base: CustomerBase): { readonly days: readonly number[]; readonly bought: readonly number[] } {
  const { offsets, days } = purchaseDays(base.calendar);
  const today = todayOf(base);
  const waited: number[] = [];
  const bought: number[] = [];
  for (let customer = 0; customer < base.size; customer++) {
    const first = offsets[customer]!;
    const purchases = offsets[customer + 1]! - first;
    if (purchases === 0) continue;
    waited.push((purchases === 1 ? today : days[first + 1]!) - days[first]!);
    bought.push(purchases === 1 ? 0 : 1);
  }
  return { days: waited, bought };
}
