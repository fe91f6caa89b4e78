import { logGammaOf } from "./log-gamma-of.js";
import { HALF_LOG_TWO_PI, STIRLING_FROM, stirlingSeries } from "./stirling-series.js";

/** What Stirling's formula leaves out: ln Γ(x) - ((x - 1/2) ln x - x + ln(2π) / 2), for x > 0 (DLMF 5.11.1). */
export function stirlingError(x: number): number {
  if (x >= STIRLING_FROM) return stirlingSeries(x);
  return logGammaOf(x) - (x - 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}
