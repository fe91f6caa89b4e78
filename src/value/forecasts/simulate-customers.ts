import { currencyDecimals, DAY_MS, type Day, formatInstant, formatMinorUnits, parseDay } from "../../core/index.js";
import { anything, checkOptions, type OptionRules, refusal, whole } from "../../core/shared.js";
import { daysPerUnit } from "../../history/shared.js";
import { randomBeta, randomGamma, seededRandom } from "../../math/index.js";
import type { Transaction } from "../../model/index.js";
import { type PurchaseModel, parametersOf, purchaseKinds, requireModel } from "../models/fitted-model.js";
import type { LifetimeValueModels } from "./customer-lifetime-value.js";

/** Whom to invent. */
export interface SimulateCustomersOptions {
  readonly customers: number;
  /** The same seed, models and options give the same transactions. */
  readonly seed: number;
  /** First and last day, in UTC; customers arrive evenly between them. */
  readonly from: Day;
  readonly to: Day;
  /** Default `"USD"`. */
  readonly currency?: string | undefined;
}

const rules: OptionRules<SimulateCustomersOptions> = {
  customers: whole({ from: 0 }),
  seed: whole(),
  from: anything,
  to: anything,
  currency: anything,
};

/**
 * Invents customers who buy just as the models say: to try a fit on known truth, to size a test, to show a report before there are data.
 *
 * Each customer has a rate, a way of leaving and a spend of their own, drawn from the models' laws; every order is an instant in UTC with an amount
 * of at least one minor unit. Invented: never to be mixed with real orders. A generator: nothing is kept.
 * @throws INVALID_MODEL, INVALID_OPTIONS, INVALID_DAY, INVALID_CURRENCY
 * @example
 * import { fitGammaGamma, fitNbd, simulateCustomers } from "clientele/value";
 * const frequency = [0, 0, 0, 1, 1, 0, 2, 1, 3, 5, 1, 1, 2, 0, 1, 1, 1, 2];
 * const purchases = fitNbd({ timeUnit: "week", frequency, recency: frequency.map((x) => 6 * x), age: frequency.map(() => 39) });
 * const spend = fitGammaGamma({ frequency, meanSpend: frequency.map((x) => 10 + 7 * x) });
 * const orders = [...simulateCustomers({ purchases, spend }, { customers: 10, seed: 1, from: "2025-01-01", to: "2025-12-31" })];
 * new Set(orders.map(({ customerId }) => customerId)).size; // => 10
 * @category Forecasts
 */
export function* simulateCustomers(
  models: LifetimeValueModels,
  options: SimulateCustomersOptions,
): Generator<Transaction, void> {
  checkOptions<SimulateCustomersOptions>(options, rules, ["customers", "seed", "from", "to"]);
  const { purchases, spend } = Object(models) as LifetimeValueModels;
  requireModel(purchases, purchaseKinds, ["models", "purchases"]);
  requireModel(spend, ["gamma-gamma"], ["models", "spend"]);
  const { customers, seed, currency = "USD" } = options;
  const start = parseDay(options.from, ["from"]) * DAY_MS;
  const end = (parseDay(options.to, ["to"]) + 1) * DAY_MS;
  if (end <= start) throw refusal("INVALID_OPTIONS", ["to"], "a day not before from", options.to);
  const scale = currencyDecimals(currency);
  const unit = daysPerUnit[purchases.timeUnit] * DAY_MS;
  const [p, q, v] = parametersOf(spend) as [number, number, number];
  const random = seededRandom(seed);
  for (let customer = 1; customer <= customers; customer++) {
    const perOrder = randomGamma(random, q, v);
    let number = 0;
    for (const at of purchaseTimes(purchases, random, start + random() * (end - start), end, unit)) {
      const minor = Math.max(1, Math.round(randomGamma(random, p, perOrder) * 10 ** scale));
      const [id, amount] = [`s${customer}-${++number}`, formatMinorUnits(minor, scale)];
      yield { id, customerId: `s${customer}`, at: formatInstant(Math.floor(at)), amount, currency };
    }
  }
}

/** The instants at which one customer buys, from the first on. */
function* purchaseTimes(
  model: PurchaseModel,
  random: () => number,
  first: number,
  end: number,
  unit: number,
): Generator<number> {
  const [r, alpha, a, b] = parametersOf(model) as [number, number, number, number];
  const rate = randomGamma(random, r, alpha) / unit;
  const leaves = model.kind === "pareto-nbd" ? first + exponential(random, randomGamma(random, a, b) / unit) : Infinity;
  const leaving = model.kind === "bg-nbd" || model.kind === "mbg-nbd" ? randomBeta(random, a, b) : 0;
  yield first;
  if (model.kind === "mbg-nbd" && random() < leaving) return;
  for (let at = first + exponential(random, rate); at < Math.min(end, leaves); at += exponential(random, rate)) {
    yield at;
    if (leaving > 0 && random() < leaving) return;
  }
}

const exponential = (random: () => number, rate: number): number => -Math.log1p(-random()) / rate;
