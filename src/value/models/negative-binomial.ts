import { incompleteBeta, logBeta } from "../../math/index.js";

/** The probability of `count` purchases in `length` at a rate that is gamma distributed with shape r and rate alpha. */
export function negativeBinomial(count: number, r: number, alpha: number, length: number): number {
  if (length === 0) return count === 0 ? 1 : 0;
  const staying = r * -Math.log1p(length / alpha);
  if (count === 0) return Math.exp(staying);
  const share = Math.log(length / (alpha + length));
  // Γ(r + n) / (Γ(r) n!) = 1 / (n B(r, n))
  return Math.exp(staying + count * share - Math.log(count) - logBeta(r, count));
}

/** The probability of `count` purchases or more. */
export function negativeBinomialTail(count: number, r: number, alpha: number, length: number): number {
  return count === 0 ? 1 : incompleteBeta(count, r, length / (alpha + length), "lower");
}
