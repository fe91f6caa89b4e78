import type { Assessed } from "../../core/index.js";
import { checkOptions } from "../../core/shared.js";
import type { FactSchema, Facts } from "../../model/index.js";
import { type SubjectRunOptions, subjectRunRules } from "../rules/judgement-options.js";
import { compileScorecard } from "./compile-scorecard.js";
import type { Scorecard } from "./scorecard.js";
import type { Scored } from "./scored.js";

/**
 * Scores one subject: the same points, band, reasons and missing facts as in {@link applyScorecard}, without a table.
 *
 * An order being placed, a referral being checked. For many subjects under one frame use {@link compileScorecard}.
 * @throws INVALID_DEFINITION with all faults as `issues`, INVALID_OPTIONS, what `compileCondition` throws
 * @example
 * import { defineSchema } from "clientele/model";
 * import { defineScorecard, scoreSubject } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { sameDevice: { type: "boolean" }, sameAddress: { type: "boolean" } } });
 * const same = (field: string, points: number) => ({
 *   id: field,
 *   when: { type: "compare", subject: { type: "attribute", field }, op: "eq", value: true } as const,
 *   points,
 *   reason: `shop.${field}`,
 * });
 * const fraud = defineScorecard({
 *   id: "referral-fraud",
 *   version: 1,
 *   rules: [same("sameDevice", 60), same("sameAddress", 40)],
 *   bands: [{ id: "pass", min: 0 }, { id: "review", min: 40 }, { id: "hold", min: 80 }],
 * }, schema);
 * const scored = scoreSubject({ attributes: { sameDevice: true } }, fraud, { schema, asOf: "2026-04-01" });
 * scored.status === "known" && [scored.value.score, scored.value.possible, scored.value.confidence]; // => [60, [60, 100], 0.6]
 * @category Scorecards
 */
export function scoreSubject<S extends FactSchema>(
  facts: Facts<S>,
  scorecard: Scorecard<string>,
  options: SubjectRunOptions<S>,
): Assessed<Scored> {
  checkOptions<SubjectRunOptions<FactSchema>>(options, subjectRunRules);
  const { schema, ...frame } = options;
  return compileScorecard(scorecard, schema, frame).score(facts);
}
