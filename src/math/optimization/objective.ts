import type { ValueWithGradient } from "./minimum.js";

/**
 * What is minimised: a value alone, its slopes then taken by differences, or a value with its slopes. Where it is not
 * defined it may return NaN or an infinity: such points count as higher than any other.
 * @category Optimisation
 */
export type Objective = (point: readonly number[]) => number | ValueWithGradient;
