import { checkPositive } from "../checks.js";
import { randomGamma } from "./random-gamma.js";

/**
 * A draw from the beta distribution on 0 to 1: mean a / (a + b). The share of the first of two gamma draws (L. Devroye,
 * "Non-Uniform Random Variate Generation", 1986, IX.3); where both round to 0 they are drawn again.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { randomBeta, seededRandom } from "clientele/math";
 * randomBeta(seededRandom(7), 2, 3) < 1; // => true
 * @category Random numbers
 */
export function randomBeta(random: () => number, a: number, b: number): number {
  checkPositive(a, ["a"]);
  checkPositive(b, ["b"]);
  for (;;) {
    const first = randomGamma(random, a, 1);
    const second = randomGamma(random, b, 1);
    if (first + second > 0) return first / (first + second);
  }
}
