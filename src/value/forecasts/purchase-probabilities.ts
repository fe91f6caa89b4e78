import type { Duration } from "../../core/index.js";
import { anything, checkOptions, fields, type Rule, whole } from "../../core/shared.js";
import type { PurchaseModel } from "../models/fitted-model.js";
import { processOf } from "../models/process-of.js";
import { checkPast } from "../models/purchase-history.js";
import { type History, NEW_CUSTOMER } from "../models/purchase-process.js";
import { meanHorizon } from "./horizon.js";

/** The repeat purchases of one customer, and the times of the last one and of the end, in the model's unit since the first purchase. */
export interface PurchaseHistoryOfOne {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
}

/**
 * How probable 0, 1, 2, … purchases within a horizon are, of a new customer or given a history; up to `most`.
 *
 * The counting distribution of each model (Fader, Hardie, Lee 2005, eq. 8 for BG/NBD; for Pareto/NBD by quadrature over the time of leaving).
 * @throws INVALID_MODEL, INVALID_DURATION, INVALID_OPTIONS
 * @example
 * import { fitNbd, purchaseProbabilities } from "clientele/value";
 * const frequency = [0, 0, 0, 1, 1, 0, 2, 1, 3, 5, 1, 1, 2, 0, 1, 1];
 * const model = fitNbd({ timeUnit: "week", frequency, recency: frequency.map((x) => 6 * x), age: frequency.map(() => 39) });
 * const chances = purchaseProbabilities(model, { weeks: 39 }, { most: 50 });
 * chances.reduce((sum, chance) => sum + chance, 0); // ≈ 1.000000
 * @category Forecasts
 */
export function purchaseProbabilities(
  model: PurchaseModel,
  horizon: Duration,
  options: { readonly given?: PurchaseHistoryOfOne | undefined; readonly most?: number | undefined } = {},
): readonly number[] {
  checkOptions<typeof options>(options, { given: historyRule, most: whole({ from: 0, to: 10_000 }) });
  const { given, most = 10 } = options;
  const history: History = given === undefined ? NEW_CUSTOMER : { ...given, x: given.frequency };
  const process = processOf(model);
  const alive = process.alive(history);
  const length = meanHorizon(horizon, model.timeUnit);
  return Array.from({ length: most + 1 }, (_, count) => {
    const chance = alive * process.probability(history, length, count);
    return count === 0 ? 1 - alive + chance : chance;
  });
}

const parts = fields({ frequency: anything, recency: anything, age: anything });
const historyRule: Rule = (value, path, check) => {
  const past = parts(value, path, check) as PurchaseHistoryOfOne | undefined;
  if (past !== undefined) checkPast(past, (name) => [...path, name], check);
};
