import { checkNotNegative, refuse } from "../checks.js";
import { deviance } from "../special/deviance.js";
import { stirlingError } from "../special/stirling-error.js";
import { draw } from "./draw.js";

/**
 * A Poisson count of the given mean, 0 to 1e12. Mean 0 is always 0.
 *
 * Below 10 by counting uniform factors (D. E. Knuth, "The Art of Computer Programming" 2, 3.4.1), from 10 by transformed
 * rejection (W. Hörmann, "The transformed rejection method for generating Poisson random variables", Insurance:
 * Mathematics and Economics 12 (1993) 39, PTRS), whose cost does not grow with the mean.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { seededRandom, randomPoisson } from "clientele/math";
 * Number.isInteger(randomPoisson(seededRandom(7), 3.5)); // => true
 * @category Random numbers
 */
export function randomPoisson(random: () => number, mean: number): number {
  checkNotNegative(mean, ["mean"]);
  if (mean > 1e12) refuse("NUMBER_OUT_OF_RANGE", ["mean"], "at most 1e12", mean);
  return mean < 10 ? byFactors(random, mean) : byRejection(random, mean);
}

function byFactors(random: () => number, mean: number): number {
  const enough = Math.exp(-mean);
  let count = 0;
  for (let product = 1 - draw(random); product > enough; product *= 1 - draw(random)) count++;
  return count;
}

/** Hörmann's constants and names. */
function byRejection(random: () => number, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = draw(random) - 0.5;
    const v = 1 - draw(random);
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= logProbability(count, mean)) return count;
  }
}

/** ln(e^-mean mean^count / count!), by Loader's deviance: exact to the last digits for any mean. */
const logProbability = (count: number, mean: number): number =>
  count === 0 ? -mean : -deviance(count, mean) - stirlingError(count) - Math.log(2 * Math.PI * count) / 2;
