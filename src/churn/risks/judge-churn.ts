import type { Assessed, MaybeColumn } from "../../core/index.js";
import { refuseAll } from "../../core/shared.js";
import type { FactTable } from "../../model/index.js";
import type { Scorecard, Scored } from "../../scorecards/index.js";
import {
  type EvaluatedRules,
  evaluateRules,
  type ScoringPlan,
  scoredSubject,
  scoringPlan,
} from "../../scorecards/shared.js";
import type { ChurnRules } from "../rules/churn-rules.js";
import { validateChurnRules } from "../rules/define-churn-rules.js";
import { rulesThatApply } from "../rules/rules-that-apply.js";
import type { ChurnInputs } from "../signals/churn-inputs.js";
import type { ChurnColumns, ChurnStatus } from "./churn-risks.js";
import { scoreByAnswers } from "./score-by-answers.js";
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
  const scoreOf = scoreByAnswers(planned);
  const { size } = inputs.base;
  const known = new Uint8Array(size);
  const numbers = (): MaybeColumn & { readonly values: Float64Array } => ({ values: new Float64Array(size), known });
  const [score, confidence] = [numbers(), numbers()];
  const probability = { values: new Float64Array(size), known: new Uint8Array(size) };
  const status = new Array<ChurnStatus>(size);
  const band = { values: new Array<string>(size).fill(""), known };
  for (let customer = 0; customer < size; customer++) {
    status[customer] = statusOf(inputs, customer);
    if (!statuses.includes(status[customer]!)) continue;
    const found = scoreOf(evaluated.truthsAt(customer));
    if (found.band === undefined) {
      status[customer] = "unknown";
      continue;
    }
    known[customer] = 1;
    score.values[customer] = found.score;
    confidence.values[customer] = found.confidence;
    band.values[customer] = found.band;
    if (found.rate === undefined) continue;
    probability.known[customer] = 1;
    probability.values[customer] = found.rate;
  }
  return {
    card,
    plan,
    evaluated,
    columns: { status, score, band, probability, confidence },
    scoredAt: (customer) => scoredSubject(planned, evaluated.truthsAt(customer), evaluated.evidenceAt(customer)),
  };
}
