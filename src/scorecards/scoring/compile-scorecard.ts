import type { EvaluationFrame } from "../../conditions/index.js";
import type { Assessed } from "../../core/index.js";
import { checkOptions } from "../../core/shared.js";
import type { FactSchema, Facts } from "../../model/index.js";
import { compileRules } from "../rules/compiled-rules.js";
import { frameRules } from "../rules/judgement-options.js";
import { checkScorecard } from "./check-scorecard.js";
import type { Scorecard } from "./scorecard.js";
import type { Scored } from "./scored.js";
import { scoredSubject } from "./scored-subject.js";
import { scoringPlan } from "./scoring-plan.js";

/** A scorecard compiled for one run. */
export interface CompiledScorecard<S extends FactSchema> {
  score(facts: Facts<S>): Assessed<Scored>;
}

/**
 * Compiles a scorecard for single subjects: checked once, it scores any number of them at one moment.
 * @throws INVALID_DEFINITION with all faults as `issues`, INVALID_OPTIONS, what `compileCondition` throws
 * @example
 * import { defineSchema } from "clientele/model";
 * import { compileScorecard, defineScorecard } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { complaints: { type: "number" } } });
 * const card = defineScorecard({
 *   id: "care",
 *   version: 1,
 *   rules: [
 *     {
 *       id: "complained",
 *       when: { type: "compare", subject: { type: "attribute", field: "complaints" }, op: "gte", value: 1 },
 *       points: 20,
 *       reason: "shop.complained",
 *     },
 *   ],
 *   bands: [{ id: "calm", min: 0 }, { id: "call", min: 20 }],
 * }, schema);
 * const { score } = compileScorecard(card, schema, { asOf: "2026-04-01" });
 * const [ann, ben] = [score({ attributes: { complaints: 2 } }), score({ attributes: {} })];
 * ann.status === "known" && ann.value.band; // => "call"
 * ben.status === "unknown" && ben.missing; // => ["complaints"]
 * @category Scorecards
 */
export function compileScorecard<S extends FactSchema>(
  scorecard: Scorecard<string>,
  schema: S,
  frame: EvaluationFrame,
): CompiledScorecard<S> {
  checkScorecard(scorecard, schema).refuseFaults();
  checkOptions<EvaluationFrame>(frame, frameRules);
  const plan = scoringPlan(scorecard);
  const { truths, evidence } = compileRules({ ...scorecard, ...plan }, schema, frame);
  return { score: (facts) => scoredSubject({ scorecard, plan }, truths(facts), evidence(facts)) };
}
