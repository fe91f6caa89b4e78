/** What other rooms of the library need of scorecards and users do not. It is in no subpath. */

export { type EvaluatedRules, evaluateRules, type TruthOf } from "./rules/compiled-rules.js";
export { frameRules, subjectRunRules, tableRunRules } from "./rules/judgement-options.js";
export { bandAt, decideBand } from "./scoring/band-decision.js";
export { scoredSubject } from "./scoring/scored-subject.js";
export { type ScoringPlan, scoringPlan } from "./scoring/scoring-plan.js";
export { confidenceOf, type Tally, type TallyDetails, tally } from "./scoring/tally.js";
