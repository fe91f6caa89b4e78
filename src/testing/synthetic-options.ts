import type { Day } from "../core/index.js";

/**
 * How synthetic customers buy: the parameters of two published models, so that fits can be checked against what is true.
 * The defaults were estimated on the CDNOW customers: `r`, `alpha`, `a`, `b` by Fader, Hardie and Lee (2005), `p`, `q`, `gamma` by Fader and
 * Hardie (2013).
 * @category Synthetic customers
 */
export interface SyntheticHabits {
  /** BG/NBD: a customer's purchases a week are Poisson, their rate is gamma over customers with shape `r` … */
  readonly r: number;
  /** … and rate `alpha`, in weeks. */
  readonly alpha: number;
  /** BG/NBD: after each repeat purchase a customer leaves for good with a chance that is beta(`a`, `b`) over customers. */
  readonly a: number;
  readonly b: number;
  /** Gamma-Gamma: an order's amount is gamma with shape `p` and a rate that is gamma over customers with shape `q` … */
  readonly p: number;
  readonly q: number;
  /** … and rate `gamma`, so that the mean order is `p * gamma / (q - 1)`. */
  readonly gamma: number;
}

/**
 * What to generate.
 * @category Synthetic customers
 */
export interface SyntheticOptions {
  /** How many customers; all of them buy at least once. */
  readonly customers: number;
  /** A safe integer: the same seed and options give the same transactions. */
  readonly seed: number;
  /** First and last day, in UTC. */
  readonly from: Day;
  readonly to: Day;
  /** Default `"USD"`. */
  readonly currency?: string | undefined;
  /** Share of the orders that are taken back, half of them wholly, 0 to 1; default 0.05. */
  readonly refunds?: number | undefined;
  /** Orders of guests for each order of a customer, 0 to 1; default 0.05. */
  readonly guests?: number | undefined;
  /** Also the lines of orders and refunds; default false. */
  readonly lines?: boolean | undefined;
  readonly habits?: Partial<SyntheticHabits> | undefined;
}
