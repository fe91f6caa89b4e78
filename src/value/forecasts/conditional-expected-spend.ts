import { type CustomerTable, customerTable, known, unknown } from "../../core/index.js";
import { maybeNumbers } from "../../core/shared.js";
import { type CustomerBase, repeatPurchases, requireBase } from "../../history/index.js";
import type { FittedModel } from "../models/fitted-model.js";
import { parametersOf, requireModel, warningsOf } from "../models/fitted-model.js";
import type { Estimate, EstimateColumns } from "./histories.js";

/** What an expected spend rests on: mostly the customer's own purchases, those drawn towards the others, or the others alone. */
export type SpendSource = "own" | "shrunk" | "population";

/** What one customer is expected to spend at a purchase. */
export interface ExpectedSpend extends Estimate {
  readonly source: SpendSource;
}

/** The mean spend that gamma-gamma expects of somebody with x repeats of mean z: Fader and Hardie (2013), eq. 5; undefined where it is infinite. */
export function expectedSpend([p, q, v]: readonly number[], x: number, z: number): number | undefined {
  return p! * x + q! > 1 ? (p! * (v! + x * z)) / (p! * x + q! - 1) : undefined;
}

/**
 * What each customer is expected to spend at a purchase: the own mean, drawn towards that of all the more the fewer purchases it rests on.
 *
 * E(M | p, q, v, x, z) = p (v + x z) / (p x + q - 1) (Fader and Hardie 2013). Without repeats it is the mean over customers, so that somebody who
 * bought once may come out above one who buys often: `source` says what each number rests on, `own` where the customer's purchases weigh 0.9
 * or more. Unknown where the mean is infinite (q ≤ 1 and nothing bought again).
 * @throws INVALID_BASE
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { conditionalExpectedSpend, fitGammaGamma } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 500, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const base = summarizePurchases(orders, { asOf: "2025-12-31" });
 * const spend = conditionalExpectedSpend(base, fitGammaGamma(base));
 * new Set([...spend].map(({ source }) => source)).has("shrunk"); // => true
 * @category Forecasts
 */
export function conditionalExpectedSpend(
  base: CustomerBase,
  model: FittedModel<"gamma-gamma">,
): CustomerTable<ExpectedSpend, EstimateColumns> {
  requireModel(model, ["gamma-gamma"]);
  requireBase(base);
  const { bought, frequency, meanSpend } = repeatPurchases(base, { timeUnit: "day" }).columns;
  const parameters = parametersOf(model);
  const [p, q] = parameters as [number, number];
  const repeatsOf = (index: number): number => (meanSpend.known[index] === 1 ? frequency[index]! : 0);
  const estimate = maybeNumbers(base.size, (index) =>
    bought[index] === 1 ? expectedSpend(parameters, repeatsOf(index), meanSpend.values[index]!) : undefined,
  );
  return customerTable<ExpectedSpend, EstimateColumns>({
    customerIds: base.customerIds,
    columns: { estimate },
    definition: { kind: model.kind, id: model.id, version: model.version },
    warnings: warningsOf(model),
    row(index) {
      const x = repeatsOf(index);
      const own = (p * x) / (p * x + q - 1);
      return {
        customerId: base.customerIds[index]!,
        estimate:
          estimate.known[index] === 1
            ? known(estimate.values[index]!)
            : unknown([bought[index] === 1 ? "finiteMean" : "purchases"]),
        source: x === 0 ? "population" : own >= 0.9 ? "own" : "shrunk",
      };
    },
  });
}
