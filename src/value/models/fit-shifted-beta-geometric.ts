import type { Column } from "../../core/index.js";
import { checkOptions, refusal, text } from "../../core/shared.js";
import { digamma, logBeta, type ValueWithGradient } from "../../math/index.js";
import { fitLikelihood } from "./fit-likelihood.js";
import type { FitModelOptions, FittedModel } from "./fitted-model.js";

/**
 * Fits the shifted beta-geometric model of contracts: at each renewal somebody cancels with a probability of their own, beta distributed over
 * customers, so that the rate of retention of a cohort rises with its age.
 *
 * P. S. Fader, B. G. S. Hardie, "How to Project Customer Retention" (Journal of Interactive Marketing 21, 2007). `survivors` are how many were left
 * at each renewal, the first those who began. Parameters `alpha`, `beta`: alpha / (alpha + beta) cancel at the first renewal.
 * @throws INVALID_OPTIONS, INVALID_SURVIVORS
 * @example
 * import { fitShiftedBetaGeometric, retentionCurve } from "clientele/value";
 * const model = fitShiftedBetaGeometric([1000, 631, 468, 382, 326, 289, 262, 241]);
 * model.parameters.alpha; // ≈ 0.7041
 * retentionCurve(model, 12).at(-1)?.survival; // ≈ 0.1700
 * @category Models
 */
export function fitShiftedBetaGeometric(
  survivors: Column,
  options: FitModelOptions = {},
): FittedModel<"shifted-beta-geometric"> {
  checkOptions<FitModelOptions>(options, { id: text });
  checkSurvivors(survivors);
  const starts = [
    [1, 1],
    [0.5, 4],
  ].map((start) => start.map(Math.log));
  return fitLikelihood(
    {
      kind: "shifted-beta-geometric",
      timeUnit: "year",
      minusLog: likelihood(survivors),
      starts,
      customers: survivors[0]!,
    },
    options,
  );
}

function checkSurvivors(survivors: Column): void {
  const length = typeof survivors === "object" && survivors !== null ? survivors.length : 0;
  const expected = "those who began and who was left at two renewals or more";
  if (!(length >= 3)) throw refusal("INVALID_SURVIVORS", ["survivors"], expected, survivors);
  for (let at = 0; at < length; at++) {
    const most = at === 0 ? Number.MAX_SAFE_INTEGER : survivors[at - 1]!;
    const count = survivors[at]!;
    if (Number.isFinite(count) && count >= 0 && count <= most && (at > 0 || count > 0)) continue;
    throw refusal("INVALID_SURVIVORS", ["survivors", at], at === 0 ? "a finite number above 0" : `0 to ${most}`, count);
  }
  if (survivors[0] === survivors[length - 1]) {
    throw refusal("INVALID_SURVIVORS", ["survivors"], "a cohort of which somebody left", survivors);
  }
}

/** Fader and Hardie (2007), eq. B3: who left at renewal t, and who is left at the end. */
function likelihood(survivors: Column): (logs: readonly number[]) => ValueWithGradient {
  const last = survivors.length - 1;
  return (logs) => {
    const [alpha, beta] = logs.map(Math.exp) as [number, number];
    const whole = logBeta(alpha, beta);
    const both = digamma(alpha + beta);
    let [value, inAlpha, inBeta] = [0, 0, 0];
    const add = (count: number, left: number, stayed: number): void => {
      const together = digamma(alpha + left + beta + stayed);
      value += count * (logBeta(alpha + left, beta + stayed) - whole);
      inAlpha += count * (digamma(alpha + left) - digamma(alpha) + both - together);
      inBeta += count * (digamma(beta + stayed) - digamma(beta) + both - together);
    };
    for (let t = 1; t <= last; t++) add(survivors[t - 1]! - survivors[t]!, 1, t - 1);
    add(survivors[last]!, 0, last);
    return { value: -value, gradient: [-inAlpha * alpha, -inBeta * beta] };
  };
}
