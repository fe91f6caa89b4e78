import { checkOpenProbability } from "../checks.js";
import { polynomial } from "../special/polynomial.js";
import { isUpper, type Tail } from "./tail.js";

// Algorithm AS 241, PPND16: numerator and denominator of three rational approximations, each printed
// constant rounded to a double.
const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const;
const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const FAR = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

const ratio = ([above, below]: typeof CENTRE | typeof MIDDLE | typeof FAR, x: number): number =>
  polynomial(above, x) / polynomial(below, x);

/**
 * The z at which a tail of the standard normal distribution holds the given probability: the inverse of `normalTail`.
 *
 * Algorithm AS 241, PPND16 (M. J. Wichura, Applied Statistics 37 (1988) 477), relative error about 1e-16. For the far
 * upper tail ask for `"upper"`: `1 - probability` would have lost it. Probabilities 0 and 1 have no finite z.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, INVALID_OPTIONS
 * @example
 * import { normalQuantile } from "clientele/math";
 * normalQuantile(0.975, "lower"); // ≈ 1.959964
 * normalQuantile(1e-20, "upper"); // ≈ 9.262340
 * @category Distributions
 */
export function normalQuantile(probability: number, tail: Tail): number {
  checkOpenProbability(probability, ["probability"]);
  const z = lowerQuantile(probability);
  return isUpper(tail) ? -z : z;
}

function lowerQuantile(probability: number): number {
  const fromHalf = probability - 0.5;
  if (Math.abs(fromHalf) <= 0.425) return fromHalf * ratio(CENTRE, 0.180625 - fromHalf * fromHalf);
  const depth = Math.sqrt(-Math.log(fromHalf < 0 ? probability : 1 - probability));
  const z = depth <= 5 ? ratio(MIDDLE, depth - 1.6) : ratio(FAR, depth - 5);
  return fromHalf < 0 ? -z : z;
}
