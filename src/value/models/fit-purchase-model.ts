import { bgNbdLikelihood } from "./bg-nbd-likelihood.js";
import { fitLikelihood } from "./fit-likelihood.js";
import type { FittedModel } from "./fitted-model.js";
import { nbdLikelihood } from "./nbd-likelihood.js";
import { paretoNbdLikelihood } from "./pareto-nbd-likelihood.js";
import { type FitOptions, type PurchaseHistory, readHistory } from "./purchase-history.js";
import type { Compressed } from "./purchase-statistics.js";

/**
 * Fits the NBD: customers buy at their own constant rate, gamma distributed over customers, and never leave.
 *
 * A. S. C. Ehrenberg, "The Pattern of Consumer Purchases" (Applied Statistics 8, 1959). Parameters: `r` (shape) and `alpha` (rate, in the time
 * unit); a customer buys r / alpha times a unit on average. Maximum likelihood by BFGS and a Newton step on the logarithms.
 * @throws INVALID_OPTIONS, INVALID_BASE, INVALID_PURCHASE_STATISTICS, TOO_FEW_REPEAT_CUSTOMERS
 * @example
 * import { fitNbd } from "clientele/value";
 * const frequency = [0, 0, 0, 1, 1, 0, 2, 1, 3, 5, 1, 1, 2, 0, 1, 1];
 * const recency = frequency.map((x) => 6 * x);
 * const model = fitNbd({ timeUnit: "week", frequency, recency, age: frequency.map(() => 39) });
 * model.diagnostics.status; // => "ok"
 * model.parameters.r / model.parameters.alpha; // ≈ 0.0304
 * @category Models
 */
export function fitNbd(data: PurchaseHistory, options: FitOptions = {}): FittedModel<"nbd"> {
  const { statistics, timeUnit } = readHistory(data, options);
  return fitLikelihood(nbdOf(statistics, timeUnit), options);
}

/**
 * Fits BG/NBD: as the NBD, and after each repeat purchase a customer leaves for good with a probability of their own, beta distributed.
 *
 * P. S. Fader, B. G. S. Hardie, K. L. Lee (Marketing Science 24, 2005). Parameters `r`, `alpha` of buying, `a`, `b` of leaving: a / (a + b) on
 * average. Somebody who never bought again counts as alive for certain: the model lets customers leave after repeat purchases only; ask
 * {@link fitMbgNbd} or {@link fitParetoNbd} where that misleads. Where leaving adds no more to the likelihood of the NBD than
 * chance would (a likelihood ratio test at 5 %) the status is `not-identified`.
 * @throws INVALID_OPTIONS, INVALID_BASE, INVALID_PURCHASE_STATISTICS, TOO_FEW_REPEAT_CUSTOMERS
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * import { summarizePurchases } from "clientele/history";
 * import { fitBgNbd } from "clientele/value";
 * const orders = syntheticTransactions({ customers: 3000, seed: 1, from: "2024-01-01", to: "2025-12-31" });
 * const model = fitBgNbd(summarizePurchases(orders, { asOf: "2025-12-31" }));
 * model.diagnostics.status; // => "ok"
 * Object.keys(model.parameters); // => ["r", "alpha", "a", "b"]
 * @category Models
 */
export function fitBgNbd(data: PurchaseHistory, options: FitOptions = {}): FittedModel<"bg-nbd"> {
  return fitDroppingOut("bg-nbd", data, options);
}

/**
 * Fits MBG/NBD: BG/NBD in which a customer may leave after the first purchase too.
 *
 * E. P. Batislam, M. Denizel, A. Filiztekin (IJRM 24, 2007). Parameters as {@link fitBgNbd}.
 * @throws INVALID_OPTIONS, INVALID_BASE, INVALID_PURCHASE_STATISTICS, TOO_FEW_REPEAT_CUSTOMERS
 * @example
 * import { fitMbgNbd } from "clientele/value";
 * const frequency = [0, 0, 0, 1, 1, 0, 2, 1, 3, 5, 1, 1, 2, 0, 1, 1];
 * const model = fitMbgNbd({ timeUnit: "week", frequency, recency: frequency.map((x) => 3 * x), age: frequency.map(() => 39) });
 * model.kind; // => "mbg-nbd"
 * @category Models
 */
export function fitMbgNbd(data: PurchaseHistory, options: FitOptions = {}): FittedModel<"mbg-nbd"> {
  return fitDroppingOut("mbg-nbd", data, options);
}

function fitDroppingOut<Kind extends "bg-nbd" | "mbg-nbd">(
  kind: Kind,
  data: PurchaseHistory,
  options: FitOptions,
): FittedModel<Kind> {
  const { statistics, timeUnit } = readHistory(data, options);
  const nested = fitLikelihood(nbdOf(statistics, timeUnit), {});
  const { r, alpha } = nested.parameters;
  const start = (a: number, b: number): readonly number[] => [r * 0.7, alpha * 0.5, a, b].map(Math.log);
  return fitLikelihood(
    {
      kind,
      timeUnit,
      minusLog: bgNbdLikelihood(statistics, kind === "bg-nbd" ? 0 : 1),
      starts: [start(0.8, 2.5), start(0.1, 2), start(2, 10)],
      customers: statistics.customers,
      nested,
    },
    options,
  );
}

/**
 * Fits Pareto/NBD: as the NBD, and every customer leaves at a moment of their own, at a constant risk that is gamma distributed over customers.
 *
 * D. C. Schmittlein, D. G. Morrison, R. Colombo (Management Science 33, 1987). Parameters `r`, `alpha` of buying, `s`, `beta` of leaving.
 * The likelihood is taken as an integral over the time of leaving, finite for any frequency. Status as in {@link fitBgNbd}.
 * @throws INVALID_OPTIONS, INVALID_BASE, INVALID_PURCHASE_STATISTICS, TOO_FEW_REPEAT_CUSTOMERS
 * @example
 * import { fitParetoNbd } from "clientele/value";
 * const frequency = [0, 0, 0, 1, 1, 0, 2, 1, 3, 5, 1, 1, 2, 0, 1, 1];
 * const model = fitParetoNbd({ timeUnit: "week", frequency, recency: frequency.map((x) => 3 * x), age: frequency.map(() => 39) });
 * Object.keys(model.parameters); // => ["r", "alpha", "s", "beta"]
 * @category Models
 */
export function fitParetoNbd(data: PurchaseHistory, options: FitOptions = {}): FittedModel<"pareto-nbd"> {
  const { statistics, timeUnit } = readHistory(data, options);
  const nested = fitLikelihood(nbdOf(statistics, timeUnit), {});
  const { r, alpha } = nested.parameters;
  const longest = statistics.times.reduce((most, time) => Math.max(most, time), 0);
  const start = (s: number, beta: number): readonly number[] => [r, alpha, s, beta].map(Math.log);
  return fitLikelihood(
    {
      kind: "pareto-nbd",
      timeUnit,
      minusLog: paretoNbdLikelihood(statistics),
      starts: [start(0.6, longest / 3), start(1, longest * 2), start(0.2, longest / 10)],
      customers: statistics.customers,
      nested,
    },
    options,
  );
}

function nbdOf(statistics: Compressed, timeUnit: FittedModel<string>["timeUnit"]) {
  const { weight, frequency, ageAt, times, customers } = statistics;
  let purchases = 0;
  let time = 0;
  for (let row = 0; row < weight.length; row++) {
    purchases += weight[row]! * frequency[row]!;
    time += weight[row]! * times[ageAt[row]!]!;
  }
  return {
    kind: "nbd" as const,
    timeUnit,
    minusLog: nbdLikelihood(statistics),
    // The mean rate is right from the start; only how customers differ is not known.
    starts: [0.5, 2].map((r) => [Math.log(r), Math.log((r * time) / purchases)]),
    customers,
  };
}
