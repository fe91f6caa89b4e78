/**
 * x ln(x / mean) + mean - x, never negative, without cancellation where x is near the mean: the "saddle-point deviance"
 * of C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000). For x, mean > 0.
 */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  const share = difference / (x + mean);
  if (Math.abs(share) > 0.3) {
    const ratio = x / mean;
    // Only where the ratio leaves the range of doubles do two logarithms keep more than their quotient's.
    const log = ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(x) - Math.log(mean);
    return x * log - difference;
  }
  // ln((1 + v) / (1 - v)) = 2 (v + v³/3 + v⁵/5 + …)
  let sum = difference * share;
  let power = 2 * x * share;
  for (let odd = 3; ; odd += 2) {
    power *= share * share;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
