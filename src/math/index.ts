/**
 * The arithmetic below the models: order statistics, special functions, distributions, survival, quadrature, optimisers, seeded
 * random numbers. Doubles in, finite doubles out: what is not defined is refused, never NaN.
 * @module math
 */

export { type GroupDifference, meanDifference } from "./comparison/mean-difference.js";
export { type MeanInterval, meanInterval } from "./comparison/mean-interval.js";
export type { IntervalOptions } from "./comparison/moments.js";
export { rateDifference, type Trials } from "./comparison/rate-difference.js";
export { type TrialsPerGroupOptions, trialsPerGroup } from "./comparison/trials-per-group.js";
export { binomialTail } from "./distributions/binomial-tail.js";
export { chiSquareTail } from "./distributions/chi-square-tail.js";
export { normalQuantile } from "./distributions/normal-quantile.js";
export { normalTail } from "./distributions/normal-tail.js";
export { poissonTail } from "./distributions/poisson-tail.js";
export { studentTTail } from "./distributions/student-t-tail.js";
export type { Tail } from "./distributions/tail.js";
export { type WilsonIntervalOptions, wilsonInterval } from "./distributions/wilson-interval.js";
export { type MathErrorCode, mathErrorCodes } from "./errors.js";
export { gaussLegendreRule, type QuadratureRule } from "./integration/gauss-legendre-rule.js";
export { type IntegrateOptions, integrate } from "./integration/integrate.js";
export { choleskyFactor } from "./linear/cholesky-factor.js";
export { choleskyInverse } from "./linear/cholesky-inverse.js";
export { choleskyLogDeterminant } from "./linear/cholesky-log-determinant.js";
export { choleskySolve } from "./linear/cholesky-solve.js";
export type { Matrix } from "./linear/matrix.js";
export { type FindRootOptions, findRoot } from "./optimization/find-root.js";
export { minimizeBfgs } from "./optimization/minimize-bfgs.js";
export { minimizeNewton, type NewtonMinimum, type ValueWithHessian } from "./optimization/minimize-newton.js";
export type { MinimizeOptions, Minimum, MinimumStatus, ValueWithGradient } from "./optimization/minimum.js";
export { numericGradient } from "./optimization/numeric-gradient.js";
export { numericHessian } from "./optimization/numeric-hessian.js";
export type { Objective } from "./optimization/objective.js";
export { type IsotonicFitOptions, isotonicFit } from "./order/isotonic-fit.js";
export { type NtilesOptions, ntiles } from "./order/ntiles.js";
export { quantile } from "./order/quantile.js";
export { quantiles } from "./order/quantiles.js";
export { type RanksOptions, ranks, type SharedRank } from "./order/ranks.js";
export { selectKth } from "./order/select-kth.js";
export { type SortedPositionsOptions, sortedPositions, type TieBreak } from "./order/sorted-positions.js";
export { randomBeta } from "./random/random-beta.js";
export { randomGamma } from "./random/random-gamma.js";
export { randomInteger } from "./random/random-integer.js";
export { randomNormal } from "./random/random-normal.js";
export { randomPoisson } from "./random/random-poisson.js";
export { seededRandom } from "./random/seeded-random.js";
export { digamma } from "./special/digamma.js";
export { incompleteBeta } from "./special/incomplete-beta.js";
export { incompleteGamma } from "./special/incomplete-gamma.js";
export { logBeta } from "./special/log-beta.js";
export { logGamma } from "./special/log-gamma.js";
export { trigamma } from "./special/trigamma.js";
export { stableSum } from "./stable-sum.js";
export { concordance } from "./survival/concordance.js";
export { conditionalSurvival } from "./survival/conditional-survival.js";
export {
  type KaplanMeierOptions,
  kaplanMeier,
  type SurvivalCurve,
  type SurvivalStep,
} from "./survival/kaplan-meier.js";
export { type LogRankTest, logRankTest } from "./survival/log-rank-test.js";
