import type { Assessed, Day, InstantInput } from "../core/index.js";
import type { LifecycleStage } from "./lifecycle-stage.js";

/** What is remembered of one customer: a row of an earlier result is one. */
export interface EarlierStage {
  readonly stage: Assessed<LifecycleStage>;
  /** The day of the return that made it `won-back`. */
  readonly returned?: Day | null | undefined;
}

/**
 * Stages as they were told at an earlier date: an earlier {@link LifecycleStages}, or its stored rows by customer id.
 * @category Lifecycle
 */
export interface EarlierStages {
  /** When they were told; before the `asOf` of the base. */
  readonly asOf: InstantInput;
  get(customerId: string): EarlierStage | undefined;
}
