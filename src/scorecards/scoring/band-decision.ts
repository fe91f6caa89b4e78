import { TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "../../conditions/shared.js";
import type { TruthOf } from "../rules/compiled-rules.js";
import type { Scorecard, ScorecardBand } from "./scorecard.js";
import type { OverridePlan, ScoringPlan } from "./scoring-plan.js";
import { confidenceOf, type Tally } from "./tally.js";

/** A scorecard with its plan. */
export interface PlannedScorecard {
  readonly scorecard: Scorecard<string>;
  readonly plan: ScoringPlan;
}

/** What sets the band: the score, or an override, known to hold or not; without a band the result is unknown. */
export type BandDecision =
  | { readonly by: "score"; readonly band: string }
  | { readonly by: "too-little"; readonly band?: undefined }
  | { readonly by: "override"; readonly band: string; readonly override: OverridePlan }
  | { readonly by: "unknown-override"; readonly band: string | undefined; readonly override: OverridePlan };

/**
 * Decides the band of one subject: the first override that holds, else the score. An override that is unknown decides too, by the band
 * that it names for that, unless what follows gives the override's own band anyway.
 */
export function decideBand(planned: PlannedScorecard, truthOf: TruthOf, added: Tally): BandDecision {
  const { scorecard, plan } = planned;
  let decided: BandDecision = isTooLittle(planned, added)
    ? { by: "too-little" }
    : { by: "score", band: bandAt(scorecard.bands, added.score).id };
  // From the last to the first, so that each override knows what follows if it does not hold.
  for (let index = plan.overrides.length - 1; index >= 0; index--) {
    const override = plan.overrides[index] as OverridePlan;
    const { band, unknown } = override.override;
    const truth = truthOf(override.condition);
    if (truth === TRUE_IN_COLUMN) decided = { by: "override", band, override };
    else if (truth === UNKNOWN_IN_COLUMN && decided.band !== band) {
      decided = { by: "unknown-override", band: unknown, override };
    }
  }
  return decided;
}

/** The overrides that are unknown and come before the first that holds: their facts are missing. */
export function openOverrides({ overrides }: ScoringPlan, truthOf: TruthOf): readonly number[] {
  const conditions = overrides.map(({ condition }) => condition);
  const first = conditions.findIndex((condition) => truthOf(condition) === TRUE_IN_COLUMN);
  const before = first === -1 ? conditions : conditions.slice(0, first);
  return before.filter((condition) => truthOf(condition) === UNKNOWN_IN_COLUMN);
}

/** The band that a score lies in: bands go up and the first holds the least score. */
export function bandAt(bands: readonly ScorecardBand[], score: number): ScorecardBand {
  let band = bands[0] as ScorecardBand;
  for (const next of bands) if (next.min <= score) band = next;
  return band;
}

/** Whether too little is known for a score. Points for the unknown are an answer that the author has given. */
function isTooLittle({ scorecard, plan }: PlannedScorecard, added: Tally): boolean {
  const confidence = confidenceOf(plan, added);
  if (scorecard.minConfidence !== undefined) return confidence < scorecard.minConfidence;
  return confidence <= 0 && plan.attributes.length === 0;
}
