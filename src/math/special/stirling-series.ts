import { polynomial } from "./polynomial.js";

export const HALF_LOG_TWO_PI = 0.9189385332046728;

/** From here on the asymptotic series below is exact to the last digits of a double. */
export const STIRLING_FROM = 10;

// B(2k) / (2k (2k - 1)), k = 1 … 8 (DLMF 5.11.1).
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400];

/** The asymptotic part of the error of Stirling's formula, for x from {@link STIRLING_FROM}. */
export function stirlingSeries(x: number): number {
  return polynomial(SERIES, 1 / (x * x)) / x;
}
