import type { Definition } from "../../core/index.js";
import type { Scorecard } from "../../scorecards/index.js";

/** What to do about customers of a band; with a reason, only where that reason weighs most. */
export interface ChurnAction {
  readonly band: string;
  readonly reason?: string | undefined;
  /** A code of the host. */
  readonly action: string;
}

/**
 * Rules of churn: a scorecard over the signals and the host's facts, and what to do about its bands. JSON, to be stored and versioned.
 * @category Churn
 */
export interface ChurnRules extends Definition<"churn-rules"> {
  readonly scorecard: Scorecard<"churn-scorecard">;
  /** A band is left only so many points below its `min`; by default at once. Points from 0. */
  readonly leaveBelow?: number | undefined;
  /** Looked at in order; the first that fits is recommended. */
  readonly actions?: readonly ChurnAction[] | undefined;
}
