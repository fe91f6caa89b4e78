import { checkInteger, checkProbability } from "../checks.js";
import { betaTail } from "../special/beta-tail.js";
import { isUpper, type Tail } from "./tail.js";

/**
 * P(X ≤ successes) or P(X > successes) for a binomial count of `trials` (0 to 1e12), each a success with the given
 * probability. "At least k" is `binomialTail(k - 1, …, "upper")`; successes below 0 or above the trials are allowed.
 *
 * I_p(successes + 1, trials - successes), the regularised incomplete beta function (DLMF 8.17.5). The work grows with
 * the root of the trials.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, INVALID_OPTIONS
 * @example
 * import { binomialTail } from "clientele/math";
 * binomialTail(2, 10, 0.5, "lower"); // ≈ 0.054687500000
 * @category Distributions
 */
export function binomialTail(successes: number, trials: number, probability: number, tail: Tail): number {
  checkInteger(trials, 0, 1e12, ["trials"]);
  checkInteger(successes, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, ["successes"]);
  checkProbability(probability, ["probability"]);
  const upper = isUpper(tail);
  if (successes < 0) return upper ? 1 : 0;
  if (successes >= trials) return upper ? 0 : 1;
  return betaTail(successes + 1, trials - successes, probability, 1 - probability, !upper);
}
