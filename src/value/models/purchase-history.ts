import type { Day } from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  checkOptions,
  choice,
  fields,
  type OptionRules,
  type Path,
  refusal,
  text,
} from "../../core/shared.js";
import { type CustomerBase, type RepeatPurchases, repeatPurchases, type TimeUnit } from "../../history/index.js";
import { daysPerUnit } from "../../history/shared.js";
import type { FitModelOptions } from "./fitted-model.js";
import { type Compressed, compressDays, indexTimes, type PurchaseStatistics } from "./purchase-statistics.js";

/**
 * What purchase models are fitted to: a base, its repeat purchases, or plain statistics.
 * @category Statistics
 */
export type PurchaseHistory = CustomerBase | RepeatPurchases | PurchaseStatistics;

/**
 * How a purchase model is fitted.
 * @category Models
 */
export interface FitOptions extends FitModelOptions {
  /** What to count time in, of a base; default `"week"`. Repeat purchases and statistics carry theirs. */
  readonly timeUnit?: TimeUnit | undefined;
  /** Fit to what was bought up to this day, of a base. */
  readonly calibrationEnd?: Day | undefined;
}

const units = Object.keys(daysPerUnit) as TimeUnit[];
const optionRules: OptionRules<FitOptions> = { id: text, timeUnit: choice(units), calibrationEnd: anything };

/** The statistics of any history, with equal rows put together. Customers who had not bought by the end have no history. */
export function readHistory(
  data: PurchaseHistory,
  options: FitOptions,
): { readonly statistics: Compressed; readonly timeUnit: TimeUnit } {
  checkOptions<FitOptions>(options, optionRules);
  if (isStatistics(data)) {
    checkStatistics(data);
    return { statistics: requireRepeats(indexTimes(data)), timeUnit: data.timeUnit };
  }
  const { timeUnit = "week", calibrationEnd } = options;
  const repeats = isRepeats(data) ? data : repeatPurchases(data, { timeUnit, calibrationEnd });
  const unit = daysPerUnit[repeats.timeUnit];
  const { bought, frequency, recency, age } = repeats.columns;
  let size = 0;
  const x = new Int32Array(bought.length);
  const last = new Int32Array(bought.length);
  const end = new Int32Array(bought.length);
  for (let row = 0; row < bought.length; row++) {
    if (bought[row] === 0) continue;
    x[size] = frequency[row]!;
    // Whole days underneath: the division by the unit is undone exactly.
    last[size] = Math.round(recency[row]! * unit);
    end[size++] = Math.round(age[row]! * unit);
  }
  const statistics = compressDays(x.subarray(0, size), last.subarray(0, size), end.subarray(0, size), unit);
  return { statistics: requireRepeats(statistics), timeUnit: repeats.timeUnit };
}

const isRepeats = (data: CustomerBase | RepeatPurchases): data is RepeatPurchases => "end" in Object(data);

const isStatistics = (data: PurchaseHistory): data is PurchaseStatistics => Object.hasOwn(Object(data), "age");

const shape = fields({
  timeUnit: choice(units),
  frequency: anything,
  recency: anything,
  age: anything,
  weight: anything,
});

function checkStatistics(data: PurchaseStatistics): void {
  const check = checker("INVALID_PURCHASE_STATISTICS");
  shape(data, [], check);
  const { frequency, recency, age, weight } = data;
  const columns = { frequency, recency, age, ...(weight === undefined ? {} : { weight }) };
  for (const [name, column] of Object.entries(columns)) {
    if (typeof column !== "object" || column === null || typeof column.length !== "number") {
      check.report([name], "a column of numbers", column);
    } else if (column.length !== age?.length)
      check.report([name], `${age?.length} numbers, as many as age`, column.length);
  }
  check.refuseFaults("INVALID_PURCHASE_STATISTICS");
  for (let row = 0; row < age.length && check.issues.length < MOST_TOLD; row++) {
    const n = weight?.[row] ?? 1;
    checkPast({ frequency: frequency[row]!, recency: recency[row]!, age: age[row]! }, (name) => [name, row], check);
    if (!(Number.isFinite(n) && n >= 0)) check.report(["weight", row], "a number of customers, not below zero", n);
  }
  check.refuseFaults("INVALID_PURCHASE_STATISTICS");
}

/** One history; `at` says where each of its numbers stands. */
export function checkPast(
  { frequency: x, recency: last, age: end }: Readonly<Record<"frequency" | "recency" | "age", number>>,
  at: (name: "frequency" | "recency" | "age") => Path,
  check: Checker,
): void {
  const isCount = Number.isInteger(x) && x >= 0 && x <= MOST_PURCHASES;
  if (!isCount) {
    check.report(at("frequency"), `repeat purchases, a whole number from 0 to ${MOST_PURCHASES}`, x);
  }
  if (!(Number.isFinite(end) && end >= 0)) check.report(at("age"), "a time observed, not below zero", end);
  else if (!(Number.isFinite(last) && last >= 0 && last <= end))
    check.report(at("recency"), `a time from 0 to the age, ${end}`, last);
  else if (x === 0 && last > 0) check.report(at("recency"), "0 where nothing was bought again", last);
  else if (isCount && x > 0 && last === 0)
    check.report(at("recency"), "above 0 where something was bought again", last);
}

/** A table of so many sums is made for each step of a fit. */
const MOST_PURCHASES = 1_000_000;
const MOST_TOLD = 20;

function requireRepeats(statistics: Compressed): Compressed {
  const { customers, customersBy } = statistics;
  const repeaters = customers - customersBy[0]!;
  if (repeaters >= FEWEST) return statistics;
  const received = { customers, withRepeatPurchase: repeaters };
  const hint = "With so few, tell the plain average instead: repeatRate, averageOrderValue";
  throw refusal("TOO_FEW_REPEAT_CUSTOMERS", [], `${FEWEST} customers or more with a repeat purchase`, received, hint);
}

/** Fewer than these carry no model of four parameters. */
const FEWEST = 10;
