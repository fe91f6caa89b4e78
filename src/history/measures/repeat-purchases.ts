import {
  customerTable,
  type Day,
  type DayNumber,
  formatDay,
  known,
  type MaybeColumn,
  parseDay,
  parseInstant,
  unknown,
  zoneOf,
} from "../../core/index.js";
import { anything, checkOptions, choice, inWords, refusal } from "../../core/shared.js";
import { baseAt } from "../changes/base-at.js";
import type { CustomerBase } from "../customer-base.js";
import { requireBase } from "../require-base.js";
import { type PurchasesSince, purchasesSince } from "./purchases-since.js";
import type {
  RepeatPurchases,
  RepeatPurchasesColumns,
  RepeatPurchasesOptions,
  RepeatPurchasesRow,
  TimeUnit,
} from "./repeat-purchases-table.js";

/** How many days a unit of time has. */
export const daysPerUnit: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/**
 * Counts repeat purchases per customer: how many purchase days after the first (frequency), the time from the first to the last (recency) and
 * to the end (age), and the mean spend of the repeats; with `calibrationEnd`, up to that day, with the rest held out.
 *
 * The sufficient statistics x, t_x, T of Schmittlein, Morrison and Colombo, "Counting Your Customers" (Management Science 33, 1987). Purchases
 * of one local day are one purchase. Mean spend is the net of the repeat days divided by their number; a refund counts for the day of its
 * order, where that is known, and only if it was given by the end.
 *
 * Customers who had not bought by the end have `bought` 0. Mean spend is unknown without repeats, and where refunds leave nothing of them.
 * @throws INVALID_BASE, INVALID_OPTIONS, DAY_AFTER_AS_OF, INVALID_DAY
 * @example
 * import { repeatPurchases, summarizePurchases } from "clientele/history";
 * const order = (id: string, at: string, amount: string) => ({ id, customerId: "ann", at, amount, currency: "USD" });
 * const base = summarizePurchases(
 *   [order("1", "2026-01-01", "10.00"), order("2", "2026-01-15", "20.00"), order("3", "2026-02-12", "40.00")],
 *   { asOf: "2026-03-26" },
 * );
 * const { frequency, recency, age, meanSpend } = repeatPurchases(base, { timeUnit: "week" }).at(0);
 * [frequency, recency, age]; // => [2, 6, 12]
 * meanSpend; // => { status: "known", value: 30, reasons: [] }
 * repeatPurchases(base, { calibrationEnd: "2026-01-31" }).at(0).holdout?.frequency; // => 1
 * @category Measures
 */
export function repeatPurchases(base: CustomerBase, options: RepeatPurchasesOptions = {}): RepeatPurchases {
  requireBase(base);
  checkOptions<RepeatPurchasesOptions>(options, {
    timeUnit: choice(Object.keys(daysPerUnit) as TimeUnit[]),
    calibrationEnd: anything,
  });
  const { timeUnit = "day", calibrationEnd } = options;
  const unit = daysPerUnit[timeUnit];
  const today = zoneOf(base.timeZone).dayAt(parseInstant(base.asOf));
  const end = calibrationEnd === undefined ? today : checkedEnd(calibrationEnd, today);
  const columns = {
    ...calibration(base, end === today ? base : baseAt(base, formatDay(end)), end, unit),
    ...(calibrationEnd === undefined ? {} : { holdout: holdout(base, end) }),
  };
  const { asOf, timeZone, currency, scale, customerIds } = base;
  const table = customerTable<RepeatPurchasesRow, RepeatPurchasesColumns>({
    customerIds,
    columns,
    row: (index) => rowOf(customerIds[index]!, columns, index),
  });
  const frame = { asOf, timeZone, currency, scale, timeUnit, end: formatDay(end) };
  return { ...table, ...frame, ...(calibrationEnd === undefined ? {} : { holdoutLength: (today - end) / unit }) };
}

/** `seen` is the base as of the end: some of the base's customers, in the same order. */
function calibration(base: CustomerBase, seen: CustomerBase, end: DayNumber, unit: number): RepeatPurchasesColumns {
  const { firstDay, lastDay } = seen.columns;
  const dayAfterFirst = new Int32Array(firstDay.values).map((first) => first + 1);
  const repeats = purchasesSince(seen, dayAfterFirst);
  const means = meansOf(repeats, base.scale);
  const bought = new Uint8Array(base.size);
  const frequency = new Int32Array(base.size);
  const recency = new Float64Array(base.size);
  const age = new Float64Array(base.size);
  const meanSpend = { values: new Float64Array(base.size), known: new Uint8Array(base.size) };
  for (let index = 0, at = 0; at < seen.size; index++) {
    if (base.customerIds[index] !== seen.customerIds[at]) continue;
    if (firstDay.known[at] === 1) {
      const first = firstDay.values[at]!;
      bought[index] = 1;
      frequency[index] = repeats.purchaseDays[at]!;
      recency[index] = (lastDay.values[at]! - first) / unit;
      age[index] = (end - first) / unit;
      meanSpend.values[index] = means.values[at]!;
      meanSpend.known[index] = means.known[at]!;
    }
    at++;
  }
  return { bought, frequency, recency, age, meanSpend };
}

function holdout(base: CustomerBase, end: DayNumber): NonNullable<RepeatPurchasesColumns["holdout"]> {
  const later = purchasesSince(base, new Int32Array(base.size).fill(end + 1));
  return { frequency: later.purchaseDays, meanSpend: meansOf(later, base.scale) };
}

function meansOf({ purchaseDays, netMinor }: PurchasesSince, scale: number): MaybeColumn {
  const values = new Float64Array(netMinor.length);
  const known = new Uint8Array(netMinor.length);
  for (let i = 0; i < netMinor.length; i++) {
    if (purchaseDays[i] === 0 || netMinor[i]! <= 0) continue;
    values[i] = netMinor[i]! / purchaseDays[i]! / 10 ** scale;
    known[i] = 1;
  }
  return { values, known };
}

function rowOf(customerId: string, columns: RepeatPurchasesColumns, index: number): RepeatPurchasesRow {
  const { holdout } = columns;
  const mean = (column: MaybeColumn, purchaseDays: number): RepeatPurchasesRow["meanSpend"] =>
    column.known[index] === 1
      ? known(column.values[index]!)
      : unknown([purchaseDays === 0 ? "purchases" : "positiveNet"]);
  const frequency = columns.frequency[index]!;
  return {
    customerId,
    bought: columns.bought[index] === 1,
    frequency,
    recency: columns.recency[index]!,
    age: columns.age[index]!,
    meanSpend: mean(columns.meanSpend, frequency),
    ...(holdout === undefined
      ? {}
      : {
          holdout: {
            frequency: holdout.frequency[index]!,
            meanSpend: mean(holdout.meanSpend, holdout.frequency[index]!),
          },
        }),
  };
}

function checkedEnd(calibrationEnd: Day, today: DayNumber): DayNumber {
  const end = parseDay(calibrationEnd, ["calibrationEnd"]);
  if (end <= today) return end;
  throw refusal("DAY_AFTER_AS_OF", ["calibrationEnd"], `a day up to ${formatDay(today)}`, inWords(calibrationEnd));
}
