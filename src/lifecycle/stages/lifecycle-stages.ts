import type { Assessed, CustomerTable, Day, MaybeList } from "../../core/index.js";
import type { LifecycleReasonCode } from "../reasons.js";
import type { LifecycleRules, StageBounds, StageThresholds } from "./lifecycle-rules.js";
import type { LifecycleObjective, LifecycleStage } from "./lifecycle-stage.js";
import type { StageEvidence } from "./stage-evidence.js";

/** One customer's stage. */
export interface LifecycleRow {
  readonly customerId: string;
  readonly stage: Assessed<LifecycleStage, LifecycleReasonCode>;
  /** What the stage calls for; null where it is unknown. */
  readonly objective: LifecycleObjective | null;
  /** The day of the purchase that made the customer `won-back`; null at any other stage and under a contract. */
  readonly returned: Day | null;
}

/** The same in columns, base order. */
export interface LifecycleColumns {
  readonly stage: MaybeList<LifecycleStage>;
  readonly objective: MaybeList<LifecycleObjective>;
}

/** The thresholds that were applied, in days. */
export interface AppliedThresholds {
  readonly mode: StageThresholds["mode"];
  /** The median, over customers with two purchase days or more, of each one's own median gap. */
  readonly medianGapDays: Assessed<number>;
  readonly newDays: number;
  readonly wonBackDays: number;
  /** Days since the last purchase, for customers without a cadence of their own; null: never reached. Unknown if nobody has bought on two days. */
  readonly upTo: Assessed<StageBounds<number | null>>;
}

/**
 * The stages of a whole base, in base order.
 * @category Lifecycle
 */
export interface LifecycleStages extends CustomerTable<LifecycleRow, LifecycleColumns> {
  readonly asOf: string;
  readonly timeZone: string;
  readonly rules: LifecycleRules;
  readonly thresholds: AppliedThresholds;
  /** How many customers stand at each stage. */
  readonly customers: Readonly<Record<LifecycleStage | "unknown", number>>;
  readonly stageEvidence: StageEvidence;
}
