import type { Column } from "../../core/index.js";
import { checker, checkOptions, refusal, text } from "../../core/shared.js";
import { type CustomerBase, type RepeatPurchases, repeatPurchases } from "../../history/index.js";
import { digamma, logGamma, stableSum, type ValueWithGradient } from "../../math/index.js";
import { fitLikelihood } from "./fit-likelihood.js";
import type { FitModelOptions, FittedModel } from "./fitted-model.js";

/**
 * How many repeat purchases customers made and what they spent on average at each.
 * @category Statistics
 */
export interface SpendStatistics {
  readonly frequency: Column;
  readonly meanSpend: Column;
  readonly weight?: Column | undefined;
}

/**
 * Fits gamma-gamma: what customers spend at a purchase varies around a mean of their own, and the means vary over customers.
 *
 * P. S. Fader, B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value" (2013). Parameters `p` (shape within a customer), `q` (shape over
 * customers), `v` (scale); the mean over customers is p v / (q - 1), infinite where q ≤ 1. Customers without a repeat purchase, or with
 * nothing left of their repeats after refunds, say nothing here and are left out; the warning `value.left-out-of-spend` counts them.
 * Amounts are in units of the currency, not in minor units.
 * @throws INVALID_OPTIONS, INVALID_BASE, INVALID_SPEND_STATISTICS, TOO_FEW_REPEAT_CUSTOMERS
 * @example
 * import { fitGammaGamma } from "clientele/value";
 * const meanSpend = [20, 35, 28, 60, 15, 44, 31, 90, 22, 38, 27, 51];
 * const model = fitGammaGamma({ frequency: meanSpend.map((_, i) => 1 + (i % 4)), meanSpend });
 * Object.keys(model.parameters); // => ["p", "q", "v"]
 * @category Models
 */
export function fitGammaGamma(
  data: CustomerBase | RepeatPurchases | SpendStatistics,
  options: FitModelOptions = {},
): FittedModel<"gamma-gamma"> {
  checkOptions<FitModelOptions>(options, { id: text });
  const { rows, leftOut } = spendsOf(data);
  const { frequency, meanSpend, weight } = rows;
  let customers = 0;
  let total = 0;
  for (let i = 0; i < frequency.length; i++) {
    customers += weight[i]!;
    total += weight[i]! * meanSpend[i]!;
  }
  if (customers < FEWEST) {
    const received = { customers, leftOut };
    throw refusal("TOO_FEW_REPEAT_CUSTOMERS", [], `${FEWEST} customers or more with money spent at repeats`, received);
  }
  const mean = total / customers;
  const model = fitLikelihood(
    {
      kind: "gamma-gamma",
      timeUnit: "timeUnit" in data ? data.timeUnit : "week",
      minusLog: spendLikelihood(rows),
      starts: [
        [4, 4, (3 * mean) / 4],
        [1, 2, mean],
        [15, 3, (2 * mean) / 15],
      ].map((start) => start.map(Math.log)),
      customers,
    },
    options,
  );
  if (leftOut === 0) return model;
  const reasons = [...model.diagnostics.reasons, { code: "value.left-out-of-spend", params: { customers: leftOut } }];
  return { ...model, diagnostics: { ...model.diagnostics, reasons } };
}

const FEWEST = 10;

interface Spends {
  readonly frequency: Int32Array;
  readonly meanSpend: Float64Array;
  readonly weight: Float64Array;
}

function spendsOf(data: CustomerBase | RepeatPurchases | SpendStatistics): {
  readonly rows: Spends;
  readonly leftOut: number;
} {
  if (isStatistics(data)) {
    checkSpends(data);
    return kept(data.frequency, data.meanSpend, (i) => data.meanSpend[i]! > 0, data.weight);
  }
  const { frequency, meanSpend, bought } = ("end" in data ? data : repeatPurchases(data, { timeUnit: "week" })).columns;
  const found = kept(frequency, meanSpend.values, (i) => meanSpend.known[i] === 1, undefined);
  const strangers = bought.length - stableSum(bought);
  return { ...found, leftOut: found.leftOut - strangers };
}

const isStatistics = (data: object): data is SpendStatistics => !("columns" in Object(data));

function kept(frequency: Column, spend: Column, counts: (i: number) => boolean, weight: Column | undefined) {
  const rows: number[] = [];
  let leftOut = 0;
  for (let i = 0; i < frequency.length; i++) {
    if (frequency[i]! > 0 && counts(i)) rows.push(i);
    else leftOut += weight?.[i] ?? 1;
  }
  return {
    rows: {
      frequency: Int32Array.from(rows, (i) => frequency[i]!),
      meanSpend: Float64Array.from(rows, (i) => spend[i]!),
      weight: Float64Array.from(rows, (i) => weight?.[i] ?? 1),
    },
    leftOut,
  };
}

function checkSpends(statistics: SpendStatistics): void {
  const { frequency, meanSpend, weight } = Object(statistics) as SpendStatistics;
  const check = checker("INVALID_SPEND_STATISTICS");
  const length = frequency?.length;
  for (const [name, column] of Object.entries({ frequency, meanSpend, ...(weight === undefined ? {} : { weight }) })) {
    if (typeof Object(column).length !== "number") check.report([name], "a column of numbers", column);
    else if (column.length !== length) check.report([name], `${length} numbers, as many as frequency`, column.length);
  }
  check.refuseFaults("INVALID_SPEND_STATISTICS");
  for (let i = 0; i < frequency.length && check.issues.length < 20; i++) {
    const [x, z] = [frequency[i]!, meanSpend[i]!];
    if (!(Number.isInteger(x) && x >= 0)) check.report(["frequency", i], "repeat purchases, a whole number from 0", x);
    const n = weight?.[i] ?? 1;
    if (!(Number.isFinite(n) && n >= 0)) check.report(["weight", i], "a number of customers, not below zero", n);
    if (!Number.isFinite(z)) check.report(["meanSpend", i], "a finite number", z);
    else if (z < 0)
      check.report(["meanSpend", i], "an amount from zero", z, "Refunds belong to the mean, not beside it");
  }
  check.refuseFaults("INVALID_SPEND_STATISTICS");
}

/** Minus the log-likelihood of mean spends in the logarithms of p, q, v: Fader and Hardie (2013), eq. 1a; gamma functions once per frequency. */
function spendLikelihood({ frequency, meanSpend, weight }: Spends): (logs: readonly number[]) => ValueWithGradient {
  const most = frequency.reduce((most, x) => Math.max(most, x), 0);
  const customersBy = new Float64Array(most + 1);
  let logs1 = 0; // Σ w ln z
  let logsX = 0; // Σ w x ln(x z)
  for (let i = 0; i < frequency.length; i++) {
    const log = Math.log(meanSpend[i]!);
    customersBy[frequency[i]!]! += weight[i]!;
    logs1 += weight[i]! * log;
    logsX += weight[i]! * frequency[i]! * (log + Math.log(frequency[i]!));
  }
  const customers = customersBy.reduce((sum, count) => sum + count, 0);
  return (logs) => {
    const [p, q, v] = logs.map(Math.exp) as [number, number, number];
    let value = p * logsX - logs1 + customers * (q * logs[2]! - logGamma(q));
    let inP = logsX;
    let inQ = customers * (logs[2]! - digamma(q));
    let inV = (customers * q) / v;
    for (let x = 1; x <= most; x++) {
      const n = customersBy[x]!;
      if (n === 0) continue;
      value += n * (logGamma(p * x + q) - logGamma(p * x));
      const slope = digamma(p * x + q);
      inP += n * x * (slope - digamma(p * x));
      inQ += n * slope;
    }
    for (let i = 0; i < frequency.length; i++) {
      const x = frequency[i]!;
      const n = weight[i]!;
      const spent = v + x * meanSpend[i]!;
      const log = Math.log(spent);
      value -= n * (p * x + q) * log;
      inP -= n * x * log;
      inQ -= n * log;
      inV -= (n * (p * x + q)) / spent;
    }
    return { value: -value, gradient: [-inP * p, -inQ * q, -inV * v] };
  };
}
