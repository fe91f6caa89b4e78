import { type Assessed, known, type Reason, unknown } from "../../core/index.js";
import { calibratedRate } from "../calibrated-rate.js";
import type { Scorecard, ScorecardBand } from "../scorecard.js";
import type { Scored } from "../scored.js";
import type { Answers, EvidenceOf } from "./judge.js";
import type { ScoringPlan } from "./scoring-plan.js";
import { confidenceOf, type Ground, type Tally, type TallyDetails, tally } from "./tally.js";

/** A scorecard with its plan. */
export interface PlannedScorecard {
  readonly scorecard: Scorecard<string>;
  readonly plan: ScoringPlan;
}

/** The whole judgement of one subject, with reasons. */
export function scoredSubject(
  { scorecard, plan }: PlannedScorecard,
  answers: Answers,
  evidenceOf: EvidenceOf,
): Assessed<Scored> {
  const details: TallyDetails = { contributions: [], grounds: [], open: [] };
  const added = tally(plan, answers, details);
  const confidence = confidenceOf(plan, added);
  const override = overrideOf(plan, answers, details.open);
  const missing = [...new Set(details.open.flatMap((condition) => evidenceOf(condition).missing))];
  const { score } = added;
  const bandByScore = bandAt(scorecard.bands, score);
  const band = override === undefined ? bandByScore : bandNamed(scorecard.bands, override.override.band);
  if (override === undefined && isTooLittle(scorecard, confidence, added)) {
    const { minConfidence = 0 } = scorecard;
    return unknown(missing, [{ code: "scorecards.confidence-too-low", params: { confidence, minConfidence } }]);
  }
  const probability = calibratedRate(scorecard.calibration ?? [], score);
  const reasons: readonly Reason[] = [
    ...(override === undefined
      ? []
      : [{ code: override.override.reason, params: evidenceOf(override.condition).params }]),
    ...reasonsFor(details.grounds, evidenceOf),
  ];
  const scored: Scored = {
    score,
    minScore: plan.minScore,
    maxScore: plan.maxScore,
    possible: [added.lowest, added.highest],
    band: band.id,
    ...(band.action === undefined ? {} : { action: band.action }),
    ...(probability === undefined ? {} : { probability }),
    confidence,
    ...(override === undefined ? {} : { override: { id: override.override.id, bandByScore: bandByScore.id } }),
    contributions: details.contributions,
    reasons,
    missing,
  };
  return known(scored, reasons);
}

/** The first override that holds; unknown ones before it are noted as open. */
export function overrideOf(
  plan: ScoringPlan,
  answers: Answers,
  open?: number[],
): ScoringPlan["overrides"][number] | undefined {
  for (const override of plan.overrides) {
    const answer = answers(override.condition);
    if (answer === 1) return override;
    if (answer === 2) open?.push(override.condition);
  }
  return undefined;
}

/** True where so little is known that a score would mislead. */
export function isTooLittle(
  { minConfidence = 0 }: Pick<Scorecard<string>, "minConfidence">,
  confidence: number,
  { lowest, highest }: Tally,
): boolean {
  return confidence < minConfidence || (confidence <= 0 && lowest < highest);
}

/** The band that a score lies in: bands go up and the first holds the least score. */
export function bandAt(bands: readonly ScorecardBand[], score: number): ScorecardBand {
  let band = bands[0] as ScorecardBand;
  for (const next of bands) if (next.min <= score) band = next;
  return band;
}

function bandNamed(bands: readonly ScorecardBand[], id: string): ScorecardBand {
  return bands.find((band) => band.id === id) as ScorecardBand;
}

/** One reason per ground that moved the score, the weightiest first; equal weights in the order of the definition. */
function reasonsFor(grounds: readonly Ground[], evidenceOf: EvidenceOf): readonly Reason[] {
  return grounds
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ reason, points, condition }) => ({ code: reason, params: { ...evidenceOf(condition).params, points } }));
}
