import { deviance } from "./deviance.js";
import { stirlingError } from "./stirling-error.js";

/**
 * The regularised incomplete beta function I_x(a, b), or 1 - I_x(a, b) for the upper tail, for a, b > 0 and x + y = 1.
 * Both x and y are given, because a caller often knows the small one to more digits than 1 minus the other.
 */
export function betaTail(a: number, b: number, x: number, y: number, upper: boolean): number {
  if (x === 0) return upper ? 1 : 0;
  if (y === 0) return upper ? 0 : 1;
  // The fraction converges fast below the mean; above it the two sides change places (DLMF 8.17.4).
  const below = x * (a + b + 2) < a + 1;
  const near = Math.min(1, density(a, b, x, y) * (below ? fraction(a, b, x, y) : fraction(b, a, y, x)));
  return below === upper ? 1 - near : near;
}

/** x^a y^b / B(a, b), through Stirling's formula, so that no large logarithms cancel (Loader 2000). */
function density(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return Math.sqrt((a / n) * (b / (2 * Math.PI))) * Math.exp(errors - deviance(a, n * x) - deviance(b, n * y));
}

/**
 * The even part of DLMF 8.17.22 by Lentz's method, in the form of A. R. Didonato and A. H. Morris, Algorithm 708, ACM
 * TOMS 18 (1992) 360, equation 9: written with both x and y it keeps its digits where one of them is almost 1. At most
 * about √max(a, b) steps.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const lead = a > b ? (a + b) * y - b : a - (a + b) * x;
  let denominator = (a * (lead + 1)) / (a + 1);
  let d = 1 / denominator;
  let c = Number.MAX_VALUE;
  let value = d;
  for (let n = 1; ; n++) {
    const even = a + 2 * n;
    const weight = n * (b - n) * x;
    const numerator = ((a + n - 1) / (even - 1)) * ((a + b + n - 1) / (even - 1)) * weight * x;
    denominator = n + weight / (even - 1) + ((a + n) / (even + 1)) * (lead + 1 + n * (1 + y));
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= Number.EPSILON) return value;
  }
}
