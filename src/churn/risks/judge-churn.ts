import type { Assessed, MaybeColumn } from "../../core/index.js";
import { refuseAll } from "../../core/shared.js";
import type { FactTable } from "../../model/index.js";
import { calibratedRate, type Scorecard, type Scored } from "../../scorecards/index.js";
import {
  confidenceOf,
  decideBand,
  type EvaluatedRules,
  evaluateRules,
  type ScoringPlan,
  scoredSubject,
  scoringPlan,
  tally,
} from "../../scorecards/shared.js";
import type { ChurnRules } from "../rules/churn-rules.js";
import { validateChurnRules } from "../rules/define-churn-rules.js";
import { rulesThatApply } from "../rules/rules-that-apply.js";
import type { ChurnInputs } from "../signals/churn-inputs.js";
import type { ChurnColumns, ChurnStatus } from "./churn-risks.js";
import { statusOf } from "./status-of.js";

/** Everybody judged, in columns; what explains one customer stays at hand. */
export interface JudgedChurn {
  readonly card: Scorecard<string>;
  readonly plan: ScoringPlan;
  readonly evaluated: EvaluatedRules;
  readonly columns: ChurnColumns;
  /** The whole judgement of one customer. */
  scoredAt(customer: number): Assessed<Scored>;
}

/** Scores every customer of certain statuses, by default those who can be scored. The rules are those of the definition that apply, over facts that hold the signals. */
export function judgeChurn(
  inputs: ChurnInputs,
  rules: ChurnRules,
  facts: FactTable,
  statuses: readonly ChurnStatus[] = ["scored"],
): JudgedChurn {
  refuseAll(validateChurnRules(rules, facts.schema), "INVALID_DEFINITION");
  const card = rulesThatApply(rules.scorecard, inputs.missing);
  const plan = scoringPlan(card);
  const planned = { scorecard: card, plan };
  const evaluated = evaluateRules(facts, { ...card, ...plan }, {});
  const { size } = inputs.base;
  const known = new Uint8Array(size);
  const numbers = (): MaybeColumn & { readonly values: Float64Array } => ({ values: new Float64Array(size), known });
  const [score, confidence] = [numbers(), numbers()];
  const probability = { values: new Float64Array(size), known: new Uint8Array(size) };
  const status = new Array<ChurnStatus>(size);
  const band = { values: new Array<string>(size).fill(""), known };
  for (let customer = 0; customer < size; customer++) {
    status[customer] = statusOf(inputs, customer).status;
    if (!statuses.includes(status[customer]!)) continue;
    const truthOf = evaluated.truthsAt(customer);
    const added = tally(plan, truthOf);
    const decided = decideBand(planned, truthOf, added);
    if (decided.band === undefined || plan.conditions.length === 0) {
      status[customer] = "unknown";
      continue;
    }
    known[customer] = 1;
    score.values[customer] = added.score;
    confidence.values[customer] = confidenceOf(plan, added);
    band.values[customer] = decided.band;
    const rate = calibratedRate(card.calibration ?? [], added.score);
    if (rate === undefined) continue;
    probability.known[customer] = 1;
    probability.values[customer] = rate;
  }
  return {
    card,
    plan,
    evaluated,
    columns: { status, score, band, probability, confidence },
    scoredAt: (customer) => scoredSubject(planned, evaluated.truthsAt(customer), evaluated.evidenceAt(customer)),
  };
}
