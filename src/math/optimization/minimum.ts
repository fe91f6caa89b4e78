import type { Column } from "../../core/index.js";

/**
 * How a minimisation ended: `converged`, the slopes are flat to the tolerance; `stalled`, no step lowers the value any
 * further though they are not; `max-iterations`, it was still falling. In each case the point is the best one found.
 * @category Optimisation
 */
export type MinimumStatus = "converged" | "stalled" | "max-iterations";

/**
 * Where a minimisation ended and how. All numbers are finite.
 * @category Optimisation
 */
export interface Minimum {
  readonly status: MinimumStatus;
  readonly point: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
  /** max |slope| max(|coordinate|, 1) / max(|value|, 1): what the tolerance was held against. */
  readonly flatness: number;
  readonly iterations: number;
  /** How often the objective was asked, numeric slopes included. */
  readonly evaluations: number;
}

/** When a minimisation may stop. */
export interface MinimizeOptions {
  /** Largest flatness that counts as converged; default 1e-9. */
  readonly tolerance?: number | undefined;
  /** Default 200. */
  readonly maxIterations?: number | undefined;
}

/** A value with its slopes, for whoever computes both in one pass. */
export interface ValueWithGradient {
  readonly value: number;
  readonly gradient: Column;
}
