import { type FestivalId, festivals } from "../../core/index.js";
import type { LifecycleRules } from "./lifecycle-rules.js";

/**
 * The default rules of {@link classifyLifecycle}: own cadence from three gaps on, at 1.5, 3 and 5 times the gap.
 *
 * Their thresholds are proposals, not findings: read the `stageEvidence` of your own base before you act on them.
 * @example
 * import { defaultLifecycleRules } from "clientele/lifecycle";
 * defaultLifecycleRules.thresholds.upTo; // => { active: 1.5, atRisk: 3, dormant: 5 }
 * @category Lifecycle
 */
export const defaultLifecycleRules: LifecycleRules = {
  kind: "lifecycle-rules",
  id: "own-cadence",
  version: 1,
  schemaVersion: 1,
  thresholds: { mode: "own-cadence", upTo: { active: 1.5, atRisk: 3, dormant: 5 }, minGaps: 3, minGapDays: 7 },
  newFor: { atLeast: { days: 90 }, medianGaps: 1 },
  wonBackFor: { days: 90 },
  hysteresis: 0.1,
  seasons: {
    minSeasons: 2,
    aroundDays: 15,
    festivals: Object.keys(festivals) as FestivalId[],
    upTo: { active: 0, atRisk: 1, dormant: 2 },
  },
  contractEndsWithin: { days: 30 },
};
