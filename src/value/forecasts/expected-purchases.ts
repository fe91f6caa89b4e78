import type { Duration } from "../../core/index.js";
import { anything, checkOptions } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import type { PurchaseModel } from "../models/fitted-model.js";
import { processOf } from "../models/process-of.js";
import { NEW_CUSTOMER } from "../models/purchase-process.js";
import { type IntervalOption, intervalRule, intervals } from "./draws.js";
import { type Estimates, estimateTable, historiesOf } from "./histories.js";
import { horizonFrom, meanHorizon } from "./horizon.js";

/**
 * How many purchases after the first a new customer is expected to make within a horizon.
 *
 * The unconditional expectation of each model (Fader, Hardie, Lee 2005, eq. 9 for BG/NBD). A month counts 365.25 / 12 days.
 * @throws INVALID_DURATION also for hours
 * @example
 * import { expectedPurchases, fitNbd } from "clientele/value";
 * const frequency = [0, 0, 0, 1, 1, 0, 2, 1, 3, 5, 1, 1, 2, 0, 1, 1];
 * const model = fitNbd({ timeUnit: "week", frequency, recency: frequency.map((x) => 6 * x), age: frequency.map(() => 39) });
 * expectedPurchases(model, { weeks: 39 }); // ≈ 1.1875
 * @category Forecasts
 */
export function expectedPurchases(model: PurchaseModel, horizon: Duration): number {
  const process = processOf(model);
  return process.alive(NEW_CUSTOMER) * process.expected(NEW_CUSTOMER, meanHorizon(horizon, model.timeUnit));
}

/** Until when purchases are expected, and whether to say how surely. */
export interface ConditionalExpectedPurchasesOptions {
  readonly horizon: Duration;
  readonly interval?: IntervalOption | undefined;
}

/**
 * How many purchases each customer is expected to make within a horizon from the base's day on.
 *
 * E(Y(t) | x, t_x, T) of each model: the probability of being alive times the purchases of somebody who is. Days are counted on the calendar.
 * Unknown for who has not bought. An interval is about the model's parameters, not about chance: single customers scatter more.
 * @throws INVALID_BASE, INVALID_MODEL, INVALID_OPTIONS, INVALID_DURATION, NO_COVARIANCE
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { conditionalExpectedPurchases, fitBgNbd } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 2000, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const base = summarizePurchases(orders, { asOf: "2025-12-31" });
 * const expected = conditionalExpectedPurchases(base, fitBgNbd(base), { horizon: { weeks: 26 } });
 * expected.columns.estimate.known[0]; // => 1
 * @category Forecasts
 */
export function conditionalExpectedPurchases(
  base: CustomerBase,
  model: PurchaseModel,
  options: ConditionalExpectedPurchasesOptions,
): Estimates {
  const histories = historiesOf(base, model);
  checkOptions<ConditionalExpectedPurchasesOptions>(options, { horizon: anything, interval: intervalRule }, [
    "horizon",
  ]);
  const length = horizonFrom(base, options.horizon, model.timeUnit);
  const process = processOf(model);
  return estimateTable(
    histories,
    model,
    (history) => process.alive(history) * process.expected(history, length),
    options.interval && {
      intervals: intervals([model], options.interval),
      value: (parameters, history) => {
        const drawn = processOf(model, parameters);
        return drawn.alive(history) * drawn.expected(history, length);
      },
    },
  );
}
