import { checkFinite, checkNotNegative } from "../checks.js";
import { normalQuantile } from "../distributions/normal-quantile.js";
import { draw } from "./draw.js";

/**
 * A draw from the normal distribution. Inversion of one uniform number by `normalQuantile`, so the draw rises with it
 * and none is kept back; out to 8.2 standard deviations.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { seededRandom, randomNormal } from "clientele/math";
 * randomNormal(seededRandom(7), 100, 0); // => 100
 * @category Random numbers
 */
export function randomNormal(random: () => number, mean = 0, standardDeviation = 1): number {
  checkFinite(mean, ["mean"]);
  checkNotNegative(standardDeviation, ["standardDeviation"]);
  return mean + standardDeviation * normalQuantile(openUniform(random), "lower");
}

/** From (0, 1): the middle of the cell of width 2^-53 that a uniform number names by its lower end. */
const openUniform = (random: () => number): number => Math.min(draw(random) + 2 ** -54, 1 - 2 ** -53);
