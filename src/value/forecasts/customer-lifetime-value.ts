import {
  type Assessed,
  type CustomerTable,
  customerTable,
  type Duration,
  known,
  type MaybeColumn,
  type Reason,
  unknown,
} from "../../core/index.js";
import { checkOptions, constant, finite, maybeNumbers, type OptionRules, refusal } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import { gaussLegendreRule } from "../../math/index.js";
import {
  type FittedModel,
  type Interval,
  type PurchaseModel,
  parametersOf,
  requireModel,
  warningsOf,
} from "../models/fitted-model.js";
import { processOf } from "../models/process-of.js";
import type { History, PurchaseProcess } from "../models/purchase-process.js";
import { expectedSpend } from "./conditional-expected-spend.js";
import { type IntervalOption, intervalRule, intervals } from "./draws.js";
import { type Estimates, estimateTable, historiesOf, remembered } from "./histories.js";
import { discountPerUnit, horizonFrom } from "./horizon.js";

/** The models that a lifetime value is made of. */
export interface LifetimeValueModels {
  readonly purchases: PurchaseModel;
  readonly spend: FittedModel<"gamma-gamma">;
}

/** What counts into a lifetime value. */
export interface LifetimeValueOptions {
  /** From the base's day on; for ever needs a discount rate above 0. */
  readonly horizon: Duration | "infinite";
  /** 0.1 is ten percent a year, continuously from today; default 0. */
  readonly annualDiscountRate?: number | undefined;
  /** The share of spend that is left after cost; default 1. */
  readonly margin?: number | undefined;
  readonly interval?: IntervalOption | undefined;
}

/** What one customer is expected to be worth. */
export interface LifetimeValue {
  readonly customerId: string;
  readonly value: Assessed<number>;
  readonly interval?: Interval | undefined;
}

/** The same in columns, base order. */
export interface LifetimeValueColumns {
  readonly value: MaybeColumn;
  readonly lower?: MaybeColumn | undefined;
  readonly upper?: MaybeColumn | undefined;
}

const shared = { annualDiscountRate: finite({ from: 0, to: 10 }), interval: intervalRule };
const valueRules: OptionRules<LifetimeValueOptions> = {
  ...shared,
  horizon: (value, path, check) => (typeof value === "string" ? constant("infinite")(value, path, check) : value),
  margin: finite({ from: 0, to: 1 }),
};

/**
 * What each customer is expected to be worth within a horizon: expected purchases, each discounted to today, times the expected spend at a purchase
 * times the margin. Residual: what was bought until now does not count.
 *
 * Σ over time of E(purchases at t) e^(-δ t), δ = ln(1 + annual rate), by Gauss-Legendre quadrature of the expected rate; for ever as DERT (Fader,
 * Hardie, Lee, "RFM and CLV", 2005). An estimate in units of the base's currency. The interval is of the parameters of both models.
 * Unknown for who has not bought, and where the spend has no finite mean. A purchase model whose fit is not `ok` warns.
 * @throws INVALID_BASE, INVALID_MODEL, INVALID_OPTIONS, INVALID_DURATION, NO_COVARIANCE
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { customerLifetimeValue, fitBgNbd, fitGammaGamma } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 2000, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const base = summarizePurchases(orders, { asOf: "2025-12-31" });
 * const models = { purchases: fitBgNbd(base), spend: fitGammaGamma(base) };
 * const year = customerLifetimeValue(base, models, { horizon: { months: 12 }, annualDiscountRate: 0.1, margin: 0.3 });
 * const undiscounted = customerLifetimeValue(base, models, { horizon: { months: 12 }, margin: 0.3 });
 * (year.columns.value.values[0] ?? 0) < (undiscounted.columns.value.values[0] ?? 0); // => true
 * @category Forecasts
 */
export function customerLifetimeValue(
  base: CustomerBase,
  models: LifetimeValueModels,
  options: LifetimeValueOptions,
): CustomerTable<LifetimeValue, LifetimeValueColumns> {
  const { purchases, spend } = Object(models) as LifetimeValueModels;
  const histories = historiesOf(base, purchases);
  checkOptions<LifetimeValueOptions>(options, valueRules, ["horizon"]);
  requireModel(spend, ["gamma-gamma"], ["models", "spend"]);
  const { margin = 1, interval } = options;
  const discounted = discounting(base, purchases, options);
  const expected = remembered((history: History) => discounted(processOf(purchases), history));
  const { meanSpend } = histories.repeats.columns;
  const worth = (times: number, parameters: readonly number[], index: number, history: History): number | undefined => {
    const x = meanSpend.known[index] === 1 ? history.x : 0;
    const mean = expectedSpend(parameters, x, meanSpend.values[index]!);
    return mean === undefined ? undefined : times * mean * margin;
  };
  const value = maybeNumbers(base.size, (index) => {
    const history = histories.at(index);
    return history && worth(expected(history), parametersOf(spend), index, history);
  });
  const intervalOf = interval && intervals([purchases, spend], interval);
  const intervalAt = (index: number): Interval | undefined => {
    const history = histories.at(index);
    if (value.known[index] !== 1 || history === undefined) return undefined;
    return intervalOf?.(([buying, spending]) => {
      const times = discounted(processOf(purchases, buying), history);
      return worth(times, spending!, index, history) ?? Number.MAX_VALUE;
    });
  };
  const bounds = intervalOf && Array.from({ length: base.size }, (_, index) => intervalAt(index));
  const columns: LifetimeValueColumns =
    bounds === undefined
      ? { value }
      : {
          value,
          lower: maybeNumbers(base.size, (index) => bounds[index]?.[0]),
          upper: maybeNumbers(base.size, (index) => bounds[index]?.[1]),
        };
  return customerTable<LifetimeValue, LifetimeValueColumns>({
    customerIds: base.customerIds,
    columns,
    definition: { kind: purchases.kind, id: purchases.id, version: purchases.version },
    warnings: [...warningsOf(purchases), ...warningsOf(spend)],
    row(index) {
      const customerId = base.customerIds[index]!;
      const history = histories.at(index);
      if (history === undefined) return { customerId, value: unknown(["purchases"]) };
      if (value.known[index] !== 1) return { customerId, value: unknown(["finiteMean"]) };
      const params = { purchases: expected(history), alive: processOf(purchases).alive(history) };
      const reasons: readonly Reason[] = [{ code: "value.expected-worth", params }];
      const judged = { customerId, value: known(value.values[index]!, reasons) };
      const wide = bounds?.[index];
      return wide === undefined ? judged : { ...judged, interval: wide };
    },
  });
}

/** Expected purchases of a history, each discounted to today, within the horizon of the options. */
function discounting(
  base: CustomerBase,
  model: PurchaseModel,
  { horizon, annualDiscountRate = 0 }: LifetimeValueOptions,
): (process: PurchaseProcess, history: History) => number {
  const rate = discountPerUnit(annualDiscountRate, model.timeUnit);
  if (horizon === "infinite") {
    if (rate > 0) return (process, history) => process.alive(history) * process.residual(history, rate);
    const hint = "Without discounting, for ever may be infinite";
    throw refusal("INVALID_OPTIONS", ["annualDiscountRate"], "a rate above 0", annualDiscountRate, hint);
  }
  const length = horizonFrom(base, horizon, model.timeUnit);
  if (rate === 0) return (process, history) => process.alive(history) * process.expected(history, length);
  const { nodes, weights } = gaussLegendreRule(12);
  const times = Array.from(nodes, (node) => (length / 2) * (1 + node));
  const discounts = times.map((time, i) => (length / 2) * weights[i]! * Math.exp(-rate * time));
  return (process, history) => {
    let sum = 0;
    for (let i = 0; i < times.length; i++) sum += discounts[i]! * process.rate(history, times[i]!);
    return process.alive(history) * sum;
  };
}

/** How residual transactions are discounted. */
export interface ResidualTransactionsOptions {
  readonly annualDiscountRate: number;
  readonly interval?: IntervalOption | undefined;
}

/**
 * DERT: the purchases that each customer is expected to make for ever, each discounted to today.
 *
 * Fader, Hardie, Lee (JMR 42, 2005, eq. 2) for Pareto/NBD, with a continuous rate δ = ln(1 + annual rate) and by quadrature that is stable for any
 * beta; for BG/NBD the integral of its expected rate. Times spend and margin it is the customer's residual lifetime value.
 * @throws INVALID_BASE, INVALID_MODEL, INVALID_OPTIONS, NO_COVARIANCE
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { discountedExpectedResidualTransactions, fitParetoNbd } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 500, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const base = summarizePurchases(orders, { asOf: "2025-12-31" });
 * const dert = discountedExpectedResidualTransactions(base, fitParetoNbd(base), { annualDiscountRate: 0.1 });
 * dert.columns.estimate.known[0]; // => 1
 * @category Forecasts
 */
export function discountedExpectedResidualTransactions(
  base: CustomerBase,
  model: PurchaseModel,
  options: ResidualTransactionsOptions,
): Estimates {
  const histories = historiesOf(base, model);
  checkOptions<ResidualTransactionsOptions>(options, shared, ["annualDiscountRate"]);
  const { annualDiscountRate, interval } = options;
  const of = discounting(base, model, { horizon: "infinite", annualDiscountRate });
  const process = processOf(model);
  return estimateTable(
    histories,
    model,
    (history) => of(process, history),
    interval && {
      intervals: intervals([model], interval),
      value: (parameters, history) => of(processOf(model, parameters), history),
    },
  );
}
