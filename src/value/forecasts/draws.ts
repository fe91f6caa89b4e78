import { choice, fields, finite, optional, type Rule, refusal, whole } from "../../core/shared.js";
import { choleskyFactor, normalQuantile, quantiles, randomNormal, seededRandom } from "../../math/index.js";
import { type FittedModel, type Interval, parametersOf } from "../models/fitted-model.js";

/**
 * How wide an estimate is: by seeded draws from the normal law of the logarithms of the parameters (default 300), or by the delta method, which
 * needs no seed and is rough where an estimate bends.
 * @category Forecasts
 */
export type IntervalOption =
  | { readonly level: number; readonly seed: number; readonly draws?: number | undefined }
  | { readonly level: number; readonly method: "delta" };

const level = finite({ above: 0, below: 1 });
export const intervalRule: Rule = (value, path, check) =>
  Object.hasOwn(Object(value), "method")
    ? fields({ level, method: choice(["delta"]) })(value, path, check)
    : fields({ level, seed: whole(), draws: optional(whole({ from: 50, to: 10_000 })) })(value, path, check);

/** Gives the interval of a value that is a function of the parameters of some models. */
export type IntervalOf = (value: (parameters: readonly (readonly number[])[]) => number, most?: number) => Interval;

/**
 * Prepares intervals for values of these models. Draws are made once and shared by all customers.
 * @throws NO_COVARIANCE where a model's fit gives no uncertainty
 */
export function intervals(models: readonly FittedModel<string>[], option: IntervalOption): IntervalOf {
  const logs = models.map((model) => parametersOf(model).map(Math.log));
  const covariances = models.map((model, at) => {
    const { covariance, diagnostics } = model as Partial<FittedModel<string>>;
    if (covariance !== null && covariance !== undefined) return covariance;
    const hint = "Its fit is not `ok`, so nobody knows how wide its estimates are: leave interval out";
    throw refusal("NO_COVARIANCE", ["models", at], "a model with a covariance", diagnostics?.status, hint);
  });
  const tail = (1 - option.level) / 2;
  if ("method" in option) {
    const z = normalQuantile(tail, "upper");
    return (value, most = Infinity) => {
      const exp = (shift?: readonly [model: number, parameter: number, by: number]) =>
        logs.map((of, m) =>
          of.map((log, i) => Math.exp(shift && shift[0] === m && shift[1] === i ? log + shift[2] : log)),
        );
      const here = value(exp());
      let variance = 0;
      for (const [m, covariance] of covariances.entries()) {
        const slopes = covariance.map((_, i) => (value(exp([m, i, STEP])) - value(exp([m, i, -STEP]))) / (2 * STEP));
        for (const [i, row] of covariance.entries()) {
          for (const [j, cell] of row.entries()) variance += slopes[i]! * cell * slopes[j]!;
        }
      }
      const half = z * Math.sqrt(Math.max(0, variance));
      return [Math.max(0, here - half), Math.min(most, here + half)];
    };
  }
  const random = seededRandom(option.seed);
  const factors = covariances.map(choleskyFactor);
  const draws = Array.from({ length: option.draws ?? 300 }, () =>
    factors.map((factor, m) => {
      const normals = factor.map(() => randomNormal(random));
      return factor.map((row, i) =>
        Math.exp(logs[m]![i]! + row.reduce((sum, cell, j) => (j <= i ? sum + cell * normals[j]! : sum), 0)),
      );
    }),
  );
  return (value) => {
    const found = Float64Array.from(draws, value);
    const [lower, upper] = quantiles(found, [tail, 1 - tail]);
    return [lower!, upper!];
  };
}

const STEP = 1e-4;
