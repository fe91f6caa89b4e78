import { checkPositive } from "../checks.js";
import { draw } from "./draw.js";
import { randomNormal } from "./random-normal.js";

/**
 * A draw from the gamma distribution of the given shape and rate: mean shape / rate. Shape 1 is the exponential.
 *
 * Rejection by G. Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000) 363;
 * below shape 1 by their boost with u^(1/shape), which for tiny shapes may round to 0.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { randomGamma, seededRandom } from "clientele/math";
 * randomGamma(seededRandom(7), 2, 0.5) > 0; // => true
 * @category Random numbers
 */
export function randomGamma(random: () => number, shape: number, rate: number): number {
  checkPositive(shape, ["shape"]);
  checkPositive(rate, ["rate"]);
  if (shape >= 1) return marsagliaTsang(random, shape) / rate;
  return (marsagliaTsang(random, shape + 1) * (1 - draw(random)) ** (1 / shape)) / rate;
}

/** Shape at least 1, rate 1. */
function marsagliaTsang(random: () => number, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = randomNormal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - draw(random)) < (z * z) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}
