import { type Assessed, known, parseInstant, unknown, zoneOf } from "../core/index.js";
import { checkOptions, listOf, whole } from "../core/shared.js";
import { type CustomerBase, requireBase } from "../history/index.js";
import { kaplanMeier, type SurvivalStep, survivalInterval } from "./internal/kaplan-meier.js";
import { purchaseDays } from "./internal/purchase-days.js";

/** Which days {@link timeToSecondPurchase} answers for. */
export interface TimeToSecondPurchaseOptions {
  /** Days after the first purchase, whole numbers from 1; default 30, 60, 90, 180, 365. */
  readonly by?: readonly number[] | undefined;
}

/** How many had bought again by a day. */
export interface RepurchasedBy {
  readonly days: number;
  /** 0 to 1; unknown where nobody was still waiting for so long. */
  readonly share: Assessed<number>;
  /** 95 %, by the log-log transformation; null where the share is unknown. */
  readonly interval: readonly [lower: number, upper: number] | null;
}

/** One day on which somebody bought a second time. */
export interface RepurchaseStep {
  readonly days: number;
  /** Who had not bought again before that day and had been a customer for that long. */
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
  /** The first day by which half of the customers have bought again; unknown where that is not seen. */
  readonly medianDays: Assessed<number>;
  readonly by: readonly RepurchasedBy[];
  /** The whole distribution. */
  readonly steps: readonly RepurchaseStep[];
}

/**
 * How many days lie between the first and the second purchase day, with those counted in who have not had the time yet.
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
  const { events, censored, longest } = waits(base);
  const steps = kaplanMeier(events, censored);
  const median = steps.find(({ survival }) => survival <= 0.5);
  const total = (counts: Int32Array): number => counts.reduce((sum, count) => sum + count, 0);
  const repurchased = total(events);
  return {
    asOf: base.asOf,
    customers: repurchased + total(censored),
    repurchased,
    medianDays: median === undefined ? unknown(["followUp"]) : known(median.days),
    by: by.map((days) => repurchasedBy(days, steps, longest)),
    steps: steps.map(({ days, atRisk, events: count, survival }) => ({
      days,
      waiting: atRisk,
      repurchased: count,
      share: 1 - survival,
    })),
  };
}

function repurchasedBy(days: number, steps: readonly SurvivalStep[], longest: number): RepurchasedBy {
  const last = steps.filter((step) => step.days <= days).at(-1);
  if (days > longest && last?.survival !== 0) return { days, share: unknown(["followUp"]), interval: null };
  if (last === undefined) return { days, share: known(0), interval: [0, 0] };
  const [lower, upper] = survivalInterval(last);
  return { days, share: known(1 - last.survival), interval: [1 - upper, 1 - lower] };
}

/** Days to the second purchase, or to `asOf` for those without one, counted by days; `longest` is the longest of them, -1 without any. */
function waits(base: CustomerBase): {
  readonly events: Int32Array;
  readonly censored: Int32Array;
  readonly longest: number;
} {
  const { offsets, days } = purchaseDays(base.calendar);
  const today = zoneOf(base.timeZone).dayAt(parseInstant(base.asOf));
  const happened: number[] = [];
  const inVain: number[] = [];
  let longest = -1;
  for (let customer = 0; customer < base.size; customer++) {
    const first = offsets[customer]!;
    const bought = offsets[customer + 1]! - first;
    if (bought === 0) continue;
    const wait = (bought === 1 ? today : days[first + 1]!) - days[first]!;
    (bought === 1 ? inVain : happened).push(wait);
    longest = Math.max(longest, wait);
  }
  const counted = (waited: readonly number[]): Int32Array => {
    const counts = new Int32Array(longest + 1);
    for (const wait of waited) counts[wait]!++;
    return counts;
  };
  return { events: counted(happened), censored: counted(inVain), longest };
}
