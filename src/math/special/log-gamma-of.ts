import { polynomial } from "./polynomial.js";
import { HALF_LOG_TWO_PI, STIRLING_FROM, stirlingSeries } from "./stirling-series.js";

// 1 - γ, then (-1)^k (ζ(k) - 1) / k for k = 2 … 26, computed in 50 digits.
const AROUND_TWO = [
  0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6, -2.039215753801366e-6,
  9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8,
  -2.2711094608943164e-8, 1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9,
  5.731367241678862e-10,
];

/** ln Γ(2 + z), |z| <= 1/2: z (1 - γ) + Σ (-1)^k (ζ(k) - 1) z^k / k (from DLMF 5.7.3). Exact near its zero at z = 0. */
const logGammaTwoPlus = (z: number): number => z * polynomial(AROUND_TWO, z);

/** ln Γ(1 + z), |z| <= 1/2, exact near its zero at z = 0. */
export const logGammaOnePlus = (z: number): number => logGammaTwoPlus(z) - Math.log1p(z);

/** ln Γ(x) for x > 0, unchecked: the series around 1 and 2, Γ(x + 1) = x Γ(x) between, Stirling's series from 10. */
export function logGammaOf(x: number): number {
  if (x >= STIRLING_FROM) return (x - 0.5) * (Math.log(x) - 1) - 0.5 + HALF_LOG_TWO_PI + stirlingSeries(x);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaOnePlus(x - 1);
  let rest = x;
  let product = 1;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return logGammaTwoPlus(rest - 2) + Math.log(product);
}
