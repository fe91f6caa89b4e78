/**
 * The arithmetic below the models: order statistics, special functions, distributions, quadrature, optimisers, seeded
 * random numbers. Doubles in, finite doubles out: what is not defined is refused, never NaN.
 * @module math
 */
export { type MathErrorCode, mathErrorCodes } from "./errors.js";
export { type NtilesOptions, ntiles } from "./ntiles.js";
export { quantile } from "./quantile.js";
export { quantiles } from "./quantiles.js";
export { type RanksOptions, ranks, type SharedRank } from "./ranks.js";
export { selectKth } from "./select-kth.js";
export { type SortedPositionsOptions, sortedPositions, type TieBreak } from "./sorted-positions.js";
