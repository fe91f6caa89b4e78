import type { Assessed, Day, Duration } from "../core/index.js";
import type { LifecycleStage } from "./lifecycle-stage.js";

/** How many customers of one stage bought again. */
export interface StageReturn {
  readonly stage: LifecycleStage;
  /** At the stage on the evidence's day, contract customers left out. */
  readonly customers: number;
  /** Of these, with a purchase after that day and up to `asOf`. */
  readonly boughtAgain: number;
  /** The second over the first, 0 to 1; unknown without customers. */
  readonly share: Assessed<number>;
  /** Wilson's 95 % interval of the share. */
  readonly interval: readonly [lower: number, upper: number];
}

/**
 * What the stages were worth: told as of one horizon earlier, by the same rules and from what was known then, and held against what came.
 * @category Lifecycle
 */
export interface StageEvidence {
  /** The day as of which the stages were told. */
  readonly day: Day;
  readonly horizon: Duration;
  /** Every stage, in the order of a customer's life. */
  readonly stages: readonly StageReturn[];
}
