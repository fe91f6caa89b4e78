// (1 + z) R(z) over z >= 0 as a Chebyshev series in t = (z - 4) / (z + 4), where R(z) = P(Z > z) / φ(z) is Mills' ratio:
// the method of J. L. Schonfelder, "Chebyshev Expansions for the Error and Related Functions", Math. Comp. 32 (1978)
// 1232; coefficients computed in 50 digits. The first is halved in the sum.
const MILLS = [
  2.3341050701764945, -0.1610195767134654, -0.028002821825452974, 0.03167452189239266, -0.012103231162345369,
  0.0027056129762167095, -0.00029931636202703166, -1.716686526879361e-5, 1.0178489264109868e-5, -4.894829570004192e-7,
  -2.844006500151048e-7, 3.0766283713811506e-8, 9.180378674469537e-9, -1.2756102213808737e-9, -3.660279376104134e-10,
  4.5926359348595205e-11, 1.7189314687646526e-11, -1.2726833698700693e-12, -8.668081913316188e-13,
  1.1061557204136741e-15, 4.2750210770103334e-14, 3.790937692263904e-15, -1.8474103010592332e-15,
  -4.0419094130708177e-16, 5.340854385017358e-17, 2.941479937590055e-17,
];

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** P(Z > z) of the standard normal distribution, for any finite z. */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  if (z > 40) return 0; // below the smallest double
  const t = (z - 4) / (z + 4);
  let current = 0;
  let previous = 0;
  for (let k = MILLS.length - 1; k > 0; k--) {
    const next = 2 * t * current - previous + MILLS[k]!;
    previous = current;
    current = next;
  }
  const mills = (t * current - previous + MILLS[0]! / 2) / (1 + z);
  // Rounding z² would cost digits far out: exp(-z²/2) is taken in two factors, the first of an exact square.
  const rough = Math.trunc(z * 16) / 16;
  return INVERSE_ROOT_TWO_PI * Math.exp(-rough * rough * 0.5) * Math.exp((rough - z) * (rough + z) * 0.5) * mills;
}
