/** What other rooms of the library need of scorecards and users do not. It is in no subpath. */
export { bandAt, decideBand } from "./internal/band-decision.js";
export { type EvaluatedRules, evaluateRules, type TruthOf } from "./internal/compiled-rules.js";
export { scoredSubject } from "./internal/scored-subject.js";
export { type ScoringPlan, scoringPlan } from "./internal/scoring-plan.js";
export { confidenceOf, type Tally, type TallyDetails, tally } from "./internal/tally.js";
export { frameRules, subjectRunRules, tableRunRules } from "./judgement-options.js";
