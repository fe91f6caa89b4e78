import { customerTable, known, unknown } from "../../core/index.js";
import { checkOptions, finite, maybeNumbers } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import { type PurchaseModel, warningsOf } from "../models/fitted-model.js";
import { processOf } from "../models/process-of.js";
import type { History, PurchaseProcess } from "../models/purchase-process.js";
import { type Estimate, type EstimateColumns, type Estimates, historiesOf, remembered } from "./histories.js";

/** Which part of the customers is to be left. */
export interface RemainingLifetimeOptions {
  /** The time by which this share of such customers has left; default 0.5, the median. */
  readonly quantile?: number | undefined;
}

/**
 * How long each customer will stay, if alive today: the median, with the times by which 5 % and 95 % of such customers have left.
 *
 * From the survival of each model: β′ (2^(1/s) - 1) for Pareto/NBD, β′ = beta + T; for BG/NBD solved for. In the model's time unit. The mean is not
 * told: it is infinite for many parameters, which the reason `value.infinite-mean-lifetime` says where the model is Pareto/NBD with s ≤ 1. By the NBD nobody
 * ever leaves: unknown.
 * @throws INVALID_BASE, INVALID_MODEL, INVALID_OPTIONS
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { fitParetoNbd, remainingLifetime } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 500, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const base = summarizePurchases(orders, { asOf: "2025-12-31" });
 * const [first] = remainingLifetime(base, fitParetoNbd(base));
 * first?.estimate.status; // => "known"
 * @category Forecasts
 */
export function remainingLifetime(
  base: CustomerBase,
  model: PurchaseModel,
  options: RemainingLifetimeOptions = {},
): Estimates {
  const histories = historiesOf(base, model);
  checkOptions<RemainingLifetimeOptions>(options, { quantile: finite({ above: 0, below: 1 }) });
  const process = processOf(model);
  const shares = [options.quantile ?? 0.5, 0.05, 0.95];
  const times = remembered((history) => shares.map((share) => timeUntil(share, process, history)));
  const [estimate, lower, upper] = shares.map((_, at) =>
    maybeNumbers(base.size, (index) => {
      const history = histories.at(index);
      return history && times(history)[at];
    }),
  ) as [EstimateColumns["estimate"], EstimateColumns["estimate"], EstimateColumns["estimate"]];
  const s = "s" in model.parameters ? model.parameters.s : Infinity;
  const reasons = s <= 1 ? [{ code: "value.infinite-mean-lifetime", params: { s } }] : [];
  return customerTable<Estimate, EstimateColumns>({
    customerIds: base.customerIds,
    columns: { estimate, lower, upper },
    definition: { kind: model.kind, id: model.id, version: model.version },
    warnings: [...warningsOf(model), ...reasons],
    row(index) {
      const customerId = base.customerIds[index]!;
      if (histories.at(index) === undefined) return { customerId, estimate: unknown(["purchases"]) };
      if (estimate.known[index] !== 1) return { customerId, estimate: unknown(["end"]) };
      return {
        customerId,
        estimate: known(estimate.values[index]!, reasons),
        interval: [lower.values[index]!, upper.known[index] === 1 ? upper.values[index]! : Number.MAX_VALUE],
      };
    },
  });
}

/** When the share has left; undefined where it never does within any time that a number holds. */
function timeUntil(share: number, process: PurchaseProcess, history: History): number | undefined {
  const left = (log: number): number => 1 - process.survival(history, Math.exp(log));
  // Bisection on the logarithm of the time: survival falls, and by many orders of magnitude of time.
  let [from, to] = [-10, 14];
  if (left(to) < share) return undefined;
  while (to - from > 1e-12) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    if (left(middle) < share) from = middle;
    else to = middle;
  }
  return Math.exp(to);
}
