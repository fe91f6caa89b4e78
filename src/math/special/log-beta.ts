import { checkPositive, refuse } from "../checks.js";
import { logGammaOf } from "./log-gamma-of.js";
import { HALF_LOG_TWO_PI, STIRLING_FROM, stirlingSeries } from "./stirling-series.js";

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) - ln Γ(a + b) for a, b > 0 (DLMF 5.12.1).
 *
 * From 10 on the large parts of Stirling's formula are cancelled on paper, not in doubles (A. R. Didonato and
 * A. H. Morris, Algorithm 708, ACM TOMS 18 (1992) 360), so the difference keeps its digits for large arguments.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { logBeta } from "clientele/math";
 * Math.exp(-logBeta(2, 3)); // ≈ 12.000000000
 * @category Special functions
 */
export function logBeta(a: number, b: number): number {
  checkPositive(a, ["a"]);
  checkPositive(b, ["b"]);
  const value = logBetaOf(Math.min(a, b), Math.max(a, b));
  return Number.isFinite(value) ? value : refuse("NUMBER_OUT_OF_RANGE", ["b"], "an a and b whose sum is a double", b);
}

function logBetaOf(small: number, large: number): number {
  const sum = small + large;
  if (large < STIRLING_FROM) return logGammaOf(small) + logGammaOf(large) - logGammaOf(sum);
  const errors = stirlingSeries(large) - stirlingSeries(sum);
  const stretch = Math.log1p(small / large);
  if (small < STIRLING_FROM) {
    return logGammaOf(small) + errors - (large - 0.5) * stretch - small * (Math.log(sum) - 1);
  }
  const share = Math.log(small / large) - stretch;
  const halves = HALF_LOG_TWO_PI - 0.5 * Math.log(large);
  return stirlingSeries(small) + errors + halves + (small - 0.5) * share - large * stretch;
}
