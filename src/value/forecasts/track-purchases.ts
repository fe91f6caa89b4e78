import { addPeriods, type Day, formatDay, startOfPeriod } from "../../core/index.js";
import { checkOptions, choice, todayOf } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import { daysPerUnit } from "../../history/shared.js";
import type { PurchaseModel } from "../models/fitted-model.js";
import { processOf } from "../models/process-of.js";
import { NEW_CUSTOMER } from "../models/purchase-process.js";
import { historiesOf } from "./histories.js";

/** Repeat purchases of one period, seen and expected. */
export interface TrackedPeriod {
  readonly start: Day;
  readonly actual: number;
  readonly expected: number;
  readonly cumulativeActual: number;
  readonly cumulativeExpected: number;
}

/** What purchases are tracked by. */
export interface TrackPurchasesOptions {
  /** Default `"week"`, from Monday on. */
  readonly period?: "week" | "month" | undefined;
}

/**
 * The repeat purchases of each period beside those that the model expects of customers who first bought when these did.
 *
 * Expected up to a day: Σ over customers of E(X(t)), t the time since their first purchase: the model's word on everybody as a new customer, so a
 * curve that bends away from what was seen says that customers have changed or that the model is wrong. The last period may not be over.
 * @throws INVALID_BASE, INVALID_MODEL, INVALID_OPTIONS
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { fitBgNbd, trackPurchases } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 3000, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const base = summarizePurchases(orders, { asOf: "2025-12-31" });
 * const last = trackPurchases(base, fitBgNbd(base), { period: "month" }).at(-1);
 * Math.abs((last?.cumulativeExpected ?? 0) / (last?.cumulativeActual ?? 1) - 1) < 0.1; // => true
 * @category Validation
 */
export function trackPurchases(
  base: CustomerBase,
  model: PurchaseModel,
  options: TrackPurchasesOptions = {},
): readonly TrackedPeriod[] {
  historiesOf(base, model);
  checkOptions<TrackPurchasesOptions>(options, { period: choice(["week", "month"]) });
  const { period = "week" } = options;
  const { firstDay } = base.columns;
  const today = todayOf(base);
  const customersFrom = new Map<number, number>();
  let earliest = today;
  for (let index = 0; index < base.size; index++) {
    if (firstDay.known[index] !== 1) continue;
    const day = firstDay.values[index]!;
    customersFrom.set(day, (customersFrom.get(day) ?? 0) + 1);
    earliest = Math.min(earliest, day);
  }
  const repeatsOn = repeatDays(base);
  const process = processOf(model);
  const alive = process.alive(NEW_CUSTOMER);
  const unit = daysPerUnit[model.timeUnit];
  const expectedBy = (end: number): number => {
    let sum = 0;
    for (const [day, customers] of customersFrom) {
      if (day < end) sum += customers * alive * process.expected(NEW_CUSTOMER, (end - day) / unit);
    }
    return sum;
  };
  const tracked: TrackedPeriod[] = [];
  let [cumulativeActual, cumulativeExpected] = [0, 0];
  if (customersFrom.size === 0) return tracked;
  for (let start = startOfPeriod(earliest, period, 1); start <= today; start = addPeriods(start, period, 1)) {
    const end = Math.min(addPeriods(start, period, 1) - 1, today);
    let actual = 0;
    for (let day = start; day <= end; day++) actual += repeatsOn.get(day) ?? 0;
    const expected = expectedBy(end) - cumulativeExpected;
    cumulativeActual += actual;
    cumulativeExpected += expected;
    tracked.push({ start: formatDay(start), actual, expected, cumulativeActual, cumulativeExpected });
  }
  return tracked;
}

/** How many customers bought again on each day. */
function repeatDays(base: CustomerBase): ReadonlyMap<number, number> {
  const { offsets, days, orders } = base.calendar;
  const { firstDay } = base.columns;
  const counts = new Map<number, number>();
  for (let index = 0; index < base.size; index++) {
    for (let row = offsets[index]!; row < offsets[index + 1]!; row++) {
      const day = days[row]!;
      if (orders[row]! > 0 && day > firstDay.values[index]!) counts.set(day, (counts.get(day) ?? 0) + 1);
    }
  }
  return counts;
}
