import { itemsOf, refusal } from "../../core/shared.js";
import { chiSquareTail } from "../../math/index.js";
import type { FittedModel } from "./fitted-model.js";

/** How a model compares with the others. */
export interface ModelComparison {
  readonly id: string;
  readonly kind: string;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Against the simpler model inside it, where that is among those compared. */
  readonly likelihoodRatio?:
    | {
        readonly against: string;
        readonly chiSquare: number;
        readonly degreesOfFreedom: number;
        readonly pValue: number;
      }
    | undefined;
}

const nested: Readonly<Record<string, string>> = { "bg-nbd": "nbd", "mbg-nbd": "nbd", "pareto-nbd": "nbd" };

/**
 * Puts models of the same customers side by side, the lowest AIC first.
 *
 * AIC = 2k - 2 ln L, BIC = k ln n - 2 ln L. Against the NBD inside a model: 2 (ln L - ln L of the NBD), chi-square with two degrees of freedom; as no
 * leaving lies at the edge of what a model can say, the p value is on the safe side.
 * @throws INVALID_MODELS where they are of different numbers of customers
 * @example
 * import { compareModels, fitBgNbd, fitNbd } from "clientele/value";
 * const frequency = [0, 0, 0, 1, 1, 0, 2, 1, 3, 5, 1, 1, 2, 0, 1, 1];
 * const data = { timeUnit: "week" as const, frequency, recency: frequency.map((x) => 3 * x), age: frequency.map(() => 39) };
 * compareModels([fitNbd(data), fitBgNbd(data)]).length; // => 2
 * @category Models
 */
export function compareModels(fitted: readonly FittedModel<string>[]): readonly ModelComparison[] {
  const models = itemsOf(fitted, "models", "a fitted model", "kind", "parameters", "customers");
  const [first] = models;
  for (const [at, model] of models.entries()) {
    for (const name of ["logLikelihood", "aic", "bic", "customers"] as const) {
      if (!Number.isFinite(model[name]))
        throw refusal("INVALID_MODELS", ["models", at, name], "a finite number", model[name]);
    }
    if (model.customers === first!.customers) continue;
    const expected = `a model of ${first!.customers} customers, as the first`;
    throw refusal("INVALID_MODELS", ["models", at, "customers"], expected, model.customers);
  }
  const ratioOf = (model: FittedModel<string>): Pick<ModelComparison, "likelihoodRatio"> => {
    const simpler = models.find(({ kind }) => kind === nested[model.kind]);
    if (simpler === undefined) return {};
    const chiSquare = Math.max(0, 2 * (model.logLikelihood - simpler.logLikelihood));
    const degreesOfFreedom =
      Object.keys(Object(model.parameters)).length - Object.keys(Object(simpler.parameters)).length;
    const pValue = chiSquareTail(chiSquare, degreesOfFreedom, "upper");
    return { likelihoodRatio: { against: simpler.id, chiSquare, degreesOfFreedom, pValue } };
  };
  return models
    .map((model) => {
      const { id, kind, logLikelihood, aic, bic } = model;
      return { id, kind, logLikelihood, aic, bic, ...ratioOf(model) };
    })
    .sort((a, b) => a.aic - b.aic);
}
