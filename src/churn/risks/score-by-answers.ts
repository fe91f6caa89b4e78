import { calibratedRate, type Scorecard } from "../../scorecards/index.js";
import { confidenceOf, decideBand, type ScoringPlan, type TruthOf, tally } from "../../scorecards/shared.js";

/** What the answers to all conditions come to; without a band nothing can be said. */
export interface AnswersScore {
  readonly band: string | undefined;
  readonly score: number;
  readonly confidence: number;
  /** The calibrated rate; undefined where the scorecard has none. */
  readonly rate: number | undefined;
}

/** Three answers a condition: so many conditions still make one exact number. */
const MOST_IN_A_NUMBER = 33;

/**
 * Scores by answers. Customers by the million answer a dozen rules in some hundred ways, and whoever answers alike has the same score: each way is
 * added up once.
 */
export function scoreByAnswers(planned: {
  readonly scorecard: Scorecard<string>;
  readonly plan: ScoringPlan;
}): (truthOf: TruthOf) => AnswersScore {
  const { scorecard, plan } = planned;
  const conditions = plan.conditions.length;
  const score = (truthOf: TruthOf): AnswersScore => {
    const added = tally(plan, truthOf);
    return {
      band: conditions === 0 ? undefined : decideBand(planned, truthOf, added).band,
      score: added.score,
      confidence: confidenceOf(plan, added),
      rate: calibratedRate(scorecard.calibration ?? [], added.score),
    };
  };
  if (conditions > MOST_IN_A_NUMBER) return score;
  const known = new Map<number, AnswersScore>();
  return (truthOf) => {
    let answers = 0;
    for (let condition = 0; condition < conditions; condition++) answers = 3 * answers + truthOf(condition);
    let found = known.get(answers);
    if (found === undefined) {
      found = score(truthOf);
      known.set(answers, found);
    }
    return found;
  };
}
