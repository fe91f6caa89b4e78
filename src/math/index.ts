/**
 * The arithmetic below the models: order statistics, special functions, distributions, survival, quadrature, optimisers, seeded
 * random numbers. Doubles in, finite doubles out: what is not defined is refused, never NaN.
 * @module math
 */

export { binomialTail } from "./binomial-tail.js";
export { chiSquareTail } from "./chi-square-tail.js";
export { choleskyFactor } from "./cholesky-factor.js";
export { choleskyInverse } from "./cholesky-inverse.js";
export { choleskyLogDeterminant } from "./cholesky-log-determinant.js";
export { choleskySolve } from "./cholesky-solve.js";
export { digamma } from "./digamma.js";
export { type MathErrorCode, mathErrorCodes } from "./errors.js";
export { type FindRootOptions, findRoot } from "./find-root.js";
export { gaussLegendreRule, type QuadratureRule } from "./gauss-legendre-rule.js";
export { incompleteBeta } from "./incomplete-beta.js";
export { incompleteGamma } from "./incomplete-gamma.js";
export { type IntegrateOptions, integrate } from "./integrate.js";
export { type IsotonicFitOptions, isotonicFit } from "./isotonic-fit.js";
export { logBeta } from "./log-beta.js";
export { logGamma } from "./log-gamma.js";
export type { Matrix } from "./matrix.js";
export { minimizeBfgs } from "./minimize-bfgs.js";
export { minimizeNewton, type NewtonMinimum, type ValueWithHessian } from "./minimize-newton.js";
export type { MinimizeOptions, Minimum, MinimumStatus, ValueWithGradient } from "./minimum.js";
export { normalQuantile } from "./normal-quantile.js";
export { normalTail } from "./normal-tail.js";
export { type NtilesOptions, ntiles } from "./ntiles.js";
export { numericGradient } from "./numeric-gradient.js";
export { numericHessian } from "./numeric-hessian.js";
export type { Objective } from "./objective.js";
export { poissonTail } from "./poisson-tail.js";
export { quantile } from "./quantile.js";
export { quantiles } from "./quantiles.js";
export { randomBeta } from "./random-beta.js";
export { randomGamma } from "./random-gamma.js";
export { randomInteger } from "./random-integer.js";
export { randomNormal } from "./random-normal.js";
export { randomPoisson } from "./random-poisson.js";
export { type RanksOptions, ranks, type SharedRank } from "./ranks.js";
export { seededRandom } from "./seeded-random.js";
export { selectKth } from "./select-kth.js";
export { type SortedPositionsOptions, sortedPositions, type TieBreak } from "./sorted-positions.js";
export { stableSum } from "./stable-sum.js";
export { studentTTail } from "./student-t-tail.js";
export { concordance } from "./survival/concordance.js";
export { conditionalSurvival } from "./survival/conditional-survival.js";
export {
  type KaplanMeierOptions,
  kaplanMeier,
  type SurvivalCurve,
  type SurvivalStep,
} from "./survival/kaplan-meier.js";
export { type LogRankTest, logRankTest } from "./survival/log-rank-test.js";
export type { Tail } from "./tail.js";
export { trigamma } from "./trigamma.js";
export { type WilsonIntervalOptions, wilsonInterval } from "./wilson-interval.js";
