import { filledIn } from "../../conditions/shared.js";
import type { Issue, Written } from "../../core/index.js";
import {
  type Checker,
  checker,
  choice,
  completed,
  fields,
  finite,
  headFields,
  type Json,
  listOf,
  optional,
  text,
} from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { type ScorecardInput, validateScorecard } from "../../scorecards/index.js";
import type { ChurnRules } from "./churn-rules.js";

/** Churn rules as they are written: what can only have one value may be left out, in the scorecard too. */
export type ChurnRulesInput = Omit<Written<ChurnRules>, "scorecard"> & {
  readonly scorecard: ScorecardInput<"churn-scorecard">;
};

/**
 * Defines churn rules, checked whole against a schema made by {@link churnSchema}.
 *
 * Actions name bands of the scorecard. The result is JSON, to be stored under its id and version.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { conditions } from "clientele/conditions";
 * import { churnSchema, defineChurnRules } from "clientele/churn";
 * const schema = churnSchema();
 * const { attr } = conditions(schema);
 * const rules = defineChurnRules({
 *   id: "shop",
 *   version: 1,
 *   scorecard: {
 *     id: "shop",
 *     version: 1,
 *     rules: [{ id: "overdue", when: attr("churn.overdueRatio").gte(2), points: 30, reason: "churn.overdue" }],
 *     bands: [{ id: "calm", min: 0 }, { id: "high", min: 30 }],
 *   },
 *   actions: [{ band: "high", action: "call" }],
 * }, schema);
 * rules.scorecard.kind; // => "churn-scorecard"
 * @category Churn
 */
export function defineChurnRules(definition: ChurnRulesInput, schema: FactSchema): ChurnRules {
  const { scorecard } = Object(definition) as Partial<ChurnRulesInput>;
  const whole = completed(
    scorecard === undefined
      ? definition
      : { ...definition, scorecard: completed(scorecard, filledIn("churn-scorecard")) },
    { kind: "churn-rules" },
  );
  checkChurnRules(whole, schema).refuseFaults();
  return whole as unknown as ChurnRules;
}

/**
 * Checks stored churn rules against a schema: all faults at once, none where they are sound.
 * @example
 * import { churnSchema, defaultChurnRules, validateChurnRules } from "clientele/churn";
 * validateChurnRules(defaultChurnRules, churnSchema()); // => []
 * @category Churn
 */
export function validateChurnRules(json: unknown, schema: FactSchema): readonly Issue[] {
  return checkChurnRules(json, schema).issues;
}

function checkChurnRules(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_CHURN_RULES");
  const { scorecard } = Object(json) as Json;
  const { bands } = Object(scorecard) as Json;
  const named = Array.isArray(bands) ? bands.map((band) => String((Object(band) as Json).id)) : [];
  fields({
    ...headFields("churn-rules"),
    scorecard: (value, path) => check.adopt(validateScorecard(value, schema), path),
    leaveBelow: optional(finite({ from: 0 })),
    actions: optional(listOf(fields({ band: choice(named), reason: optional(text), action: text }))),
  })(json, [], check);
  return check;
}
