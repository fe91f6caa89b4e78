import type { Duration } from "../../core/index.js";
import { anything, checkOptions } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import type { PurchaseModel } from "../models/fitted-model.js";
import { processOf } from "../models/process-of.js";
import type { History, PurchaseProcess } from "../models/purchase-process.js";
import { type IntervalOption, intervalRule, intervals } from "./draws.js";
import { type Estimates, estimateTable, historiesOf } from "./histories.js";
import { horizonFrom } from "./horizon.js";

/** When customers are asked to be alive, and whether to say how surely. */
export interface ProbabilityAliveOptions {
  /** So long from the base's day on; default now. */
  readonly at?: Duration | undefined;
  readonly interval?: IntervalOption | undefined;
}

/**
 * How probable it is that each customer is still a customer, now or some time ahead.
 *
 * P(alive | x, t_x, T) of each model, times the survival from there on. By BG/NBD and NBD nobody leaves before a repeat purchase, so who bought once
 * has 1 now, with the reason `value.alive-by-model`. Unknown for who has not bought.
 * @throws INVALID_BASE, INVALID_MODEL, INVALID_OPTIONS, INVALID_DURATION, NO_COVARIANCE
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { fitParetoNbd, probabilityAlive } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 500, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const base = summarizePurchases(orders, { asOf: "2025-12-31" });
 * const alive = probabilityAlive(base, fitParetoNbd(base));
 * Array.from(alive.columns.estimate.values).every((share) => share >= 0 && share <= 1); // => true
 * @category Forecasts
 */
export function probabilityAlive(
  base: CustomerBase,
  model: PurchaseModel,
  options: ProbabilityAliveOptions = {},
): Estimates {
  const histories = historiesOf(base, model);
  checkOptions<ProbabilityAliveOptions>(options, { at: anything, interval: intervalRule });
  const { at, interval } = options;
  const length = at === undefined ? 0 : horizonFrom(base, at, model.timeUnit, "at");
  const of = (process: PurchaseProcess, history: History): number =>
    process.alive(history) * (length === 0 ? 1 : process.survival(history, length));
  const process = processOf(model);
  const certain = model.kind === "nbd" || model.kind === "bg-nbd";
  return estimateTable(
    histories,
    model,
    (history) => of(process, history),
    interval && {
      intervals: intervals([model], interval),
      value: (parameters, history) => of(processOf(model, parameters), history),
      most: 1,
    },
    ({ x }) => (certain && x === 0 ? [{ code: "value.alive-by-model", params: { model: model.kind } }] : []),
  );
}
