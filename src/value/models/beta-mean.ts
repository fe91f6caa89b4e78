/**
 * The mean of f(p) where p is beta (a, b), at any a and b: by the trapezoid rule in u = ln(p / (1 - p)), which converges exponentially for what is
 * analytic and falls off at both ends (L. N. Trefethen, J. A. C. Weideman, SIAM Review 56 (2014) 385).
 *
 * From the peak of the density outwards. Where a small a or b lets it fall slowly, p is soon 0 or 1 to the last digit, and the rest of the sum is geometric.
 */
export function betaMean(a: number, b: number, f: (p: number) => number): number {
  const peak = a / (a + b);
  const step = Math.min(0.25, 0.7 * Math.sqrt(1 / a + 1 / b));
  let weights = 1;
  let sum = f(peak);
  for (const towards of [-1, 1] as const) {
    const decay = towards < 0 ? a : b;
    const last = f(towards < 0 ? 0 : 1);
    for (let k = 1; ; k++) {
      const moved = towards * k * step;
      const grown = peak * Math.expm1(moved);
      const weight = Math.exp(a * moved - (a + b) * Math.log1p(grown));
      if (weight < NEGLIGIBLE) break;
      const p = (peak * Math.exp(moved)) / (1 + grown);
      const left = towards < 0 ? p : (1 - peak) / (1 + grown);
      const value = f(p);
      weights += weight;
      sum += weight * value;
      if (left * (a + b) > Number.EPSILON || Math.abs(value - last) > Number.EPSILON * Math.abs(last)) continue;
      const rest = weight / Math.expm1(decay * step);
      weights += rest;
      sum += rest * last;
      break;
    }
  }
  return sum / weights;
}

const NEGLIGIBLE = 1e-18;
