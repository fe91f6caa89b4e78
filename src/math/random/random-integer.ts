import { checkInteger } from "../checks.js";
import { draw } from "./draw.js";

/**
 * A whole number from 0 to `bound - 1`, for bounds up to 2^32: for shuffles, samples and bootstraps.
 *
 * ⌊bound u⌋ of one uniform number u of 53 bits; no number is favoured by more than one part in 2^21.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { randomInteger, seededRandom } from "clientele/math";
 * randomInteger(seededRandom(42), 6); // => 2
 * @category Random numbers
 */
export function randomInteger(random: () => number, bound: number): number {
  checkInteger(bound, 1, 2 ** 32, ["bound"]);
  return Math.floor(bound * draw(random));
}
