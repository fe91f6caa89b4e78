import { type Assessed, known, type Reason, type ReasonParam, unknown } from "../../core/index.js";
import type { Evidence, TruthOf } from "../rules/compiled-rules.js";
import { type BandDecision, bandAt, decideBand, openOverrides, type PlannedScorecard } from "./band-decision.js";
import { calibratedRate } from "./calibrated-rate.js";
import type { ScorecardBand } from "./scorecard.js";
import type { BandOverride, Scored } from "./scored.js";
import { confidenceOf, type GivenPoints, type TallyDetails, tally } from "./tally.js";

/** The whole judgement of one subject, with reasons. */
export function scoredSubject(planned: PlannedScorecard, truthOf: TruthOf, evidence: Evidence): Assessed<Scored> {
  const { scorecard, plan } = planned;
  const details: TallyDetails = { contributions: [], given: [], open: [] };
  const added = tally(plan, truthOf, details);
  const { score } = added;
  const confidence = confidenceOf(plan, added);
  const decided = decideBand(planned, truthOf, added);
  const open = [...details.open, ...openOverrides(plan, truthOf)];
  const missing = [...new Set(open.flatMap((condition) => evidence.behind(condition).missing))];
  const reasonsOfBand = bandReasons(decided, evidence);
  if (decided.by === "too-little") {
    const { minConfidence = 0 } = scorecard;
    return unknown(missing, [{ code: "scorecards.confidence-too-low", params: { confidence, minConfidence } }]);
  }
  if (decided.band === undefined) return unknown(missing, reasonsOfBand);
  const { action } = scorecard.bands.find(({ id }) => id === decided.band) as ScorecardBand;
  const probability = calibratedRate(scorecard.calibration ?? [], score);
  const override = overrideIn(decided, bandAt(scorecard.bands, score).id);
  const reasons = [...reasonsOfBand, ...reasonsFor(details.given, evidence)];
  const scored: Scored = {
    score,
    minScore: plan.minScore,
    maxScore: plan.maxScore,
    possible: [added.lowest, added.highest],
    band: decided.band,
    ...(action === undefined ? {} : { action }),
    ...(probability === undefined ? {} : { probability }),
    confidence,
    ...(override === undefined ? {} : { override }),
    contributions: details.contributions,
    reasons,
    missing,
  };
  return known(scored, reasons);
}

function bandReasons(decided: BandDecision, evidence: Evidence): readonly Reason[] {
  switch (decided.by) {
    case "score":
    case "too-little":
      return [];
    case "override": {
      const { override, condition } = decided.override;
      return [{ code: override.reason, params: paramsOf(condition, override.show ?? [], evidence) }];
    }
    case "unknown-override":
      return [{ code: "scorecards.override-unknown", params: { override: decided.override.override.id } }];
  }
}

function overrideIn(decided: BandDecision, bandByScore: string): BandOverride | undefined {
  switch (decided.by) {
    case "score":
    case "too-little":
      return undefined;
    case "override":
      return { id: decided.override.override.id, bandByScore };
    case "unknown-override":
      return { id: decided.override.override.id, bandByScore, unknown: true };
  }
}

/** One reason per ground that moved the score, the weightiest first; equal weights in the order of the definition. */
function reasonsFor(given: readonly GivenPoints[], evidence: Evidence): readonly Reason[] {
  return given
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ reason, points, condition, show }) => ({
      code: reason,
      params: { ...paramsOf(condition, show, evidence), points },
    }));
}

/** The facts that decided, and those that the definition wants shown beside them. */
function paramsOf(
  condition: number,
  show: readonly string[],
  evidence: Evidence,
): Readonly<Record<string, ReasonParam>> {
  const shown = Object.fromEntries(show.map((name) => [name, evidence.fact(name)]));
  return { ...shown, ...evidence.behind(condition).params };
}
