/**
 * The arithmetic below the models: order statistics, special functions, distributions, quadrature, optimisers, seeded
 * random numbers. Doubles in, finite doubles out: what is not defined is refused, never NaN.
 * @module math
 */

export { binomialTail } from "./binomial-tail.js";
export { chiSquareTail } from "./chi-square-tail.js";
export { digamma } from "./digamma.js";
export { type MathErrorCode, mathErrorCodes } from "./errors.js";
export { incompleteBeta } from "./incomplete-beta.js";
export { incompleteGamma } from "./incomplete-gamma.js";
export { logBeta } from "./log-beta.js";
export { logGamma } from "./log-gamma.js";
export { normalQuantile } from "./normal-quantile.js";
export { normalTail } from "./normal-tail.js";
export { type NtilesOptions, ntiles } from "./ntiles.js";
export { poissonTail } from "./poisson-tail.js";
export { quantile } from "./quantile.js";
export { quantiles } from "./quantiles.js";
export { type RanksOptions, ranks, type SharedRank } from "./ranks.js";
export { seededRandom } from "./seeded-random.js";
export { selectKth } from "./select-kth.js";
export { type SortedPositionsOptions, sortedPositions, type TieBreak } from "./sorted-positions.js";
export { studentTTail } from "./student-t-tail.js";
export type { Tail } from "./tail.js";
export { trigamma } from "./trigamma.js";
export { type WilsonIntervalOptions, wilsonInterval } from "./wilson-interval.js";
