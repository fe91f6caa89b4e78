import { type Assessed, type Day, known, unknown } from "../../core/index.js";
import { anything, checkOptions, requireFunction } from "../../core/shared.js";
import { type CustomerBase, type RepeatPurchases, repeatPurchases, type TimeUnit } from "../../history/index.js";
import type { PurchaseModel } from "../models/fitted-model.js";
import { processOf } from "../models/process-of.js";
import type { History } from "../models/purchase-process.js";
import { remembered } from "./histories.js";

/** How many of the customers with one frequency bought again, and how many were expected to. */
export interface HoldoutGroup {
  /** Repeat purchases up to the calibration end; the last group has "7+". */
  readonly frequency: string;
  readonly customers: number;
  /** Mean purchases per customer in the holdout. */
  readonly actual: number;
  readonly expected: number;
}

/** How a model that was fitted to the past did on what came after. */
export interface HoldoutReport {
  readonly calibrationEnd: Day;
  readonly end: Day;
  readonly model: PurchaseModel;
  /** Purchases of all customers in the holdout. */
  readonly actual: number;
  readonly expected: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquareError: number;
  /** The share of customers whose purchases fell between the 5 % and the 95 % point of what the model held probable; near or above 0.9 where it is right. */
  readonly coverage: Assessed<number>;
  readonly byFrequency: readonly HoldoutGroup[];
}

/** What a holdout is cut by. */
export interface ValidateHoldoutOptions {
  /** The last day that the model may see. */
  readonly calibrationEnd: Day;
  /** What to count time in; default `"week"`. */
  readonly timeUnit?: TimeUnit | undefined;
}

const HIGHEST = 7;

/**
 * Fits a model to the purchases up to a day and compares what it expects of each customer with what they then did.
 *
 * Customers who had not bought by the calibration end are not judged. Errors are per customer: mean |actual - expected|, and the root of the mean
 * square; a model that expected the mean of everybody is the one to beat.
 * @throws INVALID_BASE, INVALID_OPTIONS, DAY_AFTER_AS_OF, and what `fitModel` throws
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { fitBgNbd, validateHoldout } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 3000, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const report = validateHoldout(summarizePurchases(orders, { asOf: "2025-12-31" }), fitBgNbd, { calibrationEnd: "2025-03-31" });
 * Math.abs(report.expected / report.actual - 1) < 0.2; // => true
 * @category Validation
 */
export function validateHoldout(
  base: CustomerBase,
  fitModel: (history: RepeatPurchases) => PurchaseModel,
  options: ValidateHoldoutOptions,
): HoldoutReport {
  requireFunction(fitModel, "fitModel");
  checkOptions<ValidateHoldoutOptions>(options, { calibrationEnd: anything, timeUnit: anything }, ["calibrationEnd"]);
  const { calibrationEnd, timeUnit = "week" } = options;
  const repeats = repeatPurchases(base, { timeUnit, calibrationEnd });
  const model = fitModel(repeats);
  const process = processOf(model);
  const length = repeats.holdoutLength as number;
  const { bought, frequency, recency, age, holdout } = repeats.columns;
  const forecast = remembered((history: History) => {
    const alive = process.alive(history);
    const probability = (count: number): number =>
      alive * process.probability(history, length, count) + (count === 0 ? 1 - alive : 0);
    return { expected: alive * process.expected(history, length), ...middle(probability) };
  });
  const groups = Array.from({ length: HIGHEST + 1 }, () => ({ customers: 0, actual: 0, expected: 0 }));
  let [customers, absolute, square, inside] = [0, 0, 0, 0];
  for (let index = 0; index < bought.length; index++) {
    if (bought[index] === 0) continue;
    const { expected, from, to } = forecast({ x: frequency[index]!, recency: recency[index]!, age: age[index]! });
    const actual = holdout!.frequency[index]!;
    const group = groups[Math.min(HIGHEST, frequency[index]!)]!;
    group.customers++;
    group.actual += actual;
    group.expected += expected;
    customers++;
    absolute += Math.abs(actual - expected);
    square += (actual - expected) ** 2;
    if (actual >= from && actual <= to) inside++;
  }
  const sum = (name: "actual" | "expected"): number => groups.reduce((total, group) => total + group[name], 0);
  const per = (total: number, count: number): number => (count === 0 ? 0 : total / count);
  return {
    calibrationEnd,
    end: base.asOf.slice(0, 10),
    model,
    actual: sum("actual"),
    expected: sum("expected"),
    meanAbsoluteError: per(absolute, customers),
    rootMeanSquareError: Math.sqrt(per(square, customers)),
    coverage: customers === 0 ? unknown(["customers"]) : known(inside / customers),
    byFrequency: groups.map((group, x) => ({
      frequency: x === HIGHEST ? `${x}+` : String(x),
      customers: group.customers,
      actual: per(group.actual, group.customers),
      expected: per(group.expected, group.customers),
    })),
  };
}

const MOST = 10_000;

/** The counts between which nine tenths of the probability lie: at most 5 % below, at most 5 % above. */
function middle(probability: (count: number) => number): { readonly from: number; readonly to: number } {
  let below = 0;
  let from = -1;
  for (let count = 0; count < MOST; count++) {
    const upTo = below + probability(count);
    if (from < 0 && upTo > 0.05) from = count;
    if (upTo >= 0.95) return { from, to: count };
    below = upTo;
  }
  return { from: Math.max(0, from), to: MOST };
}
