import { filledIn } from "../../conditions/shared.js";
import type { Issue, Written } from "../../core/index.js";
import { completed } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { checkScorecard } from "./check-scorecard.js";
import type { Scorecard } from "./scorecard.js";

/** A scorecard as it is written: `kind`, `schemaVersion` and `language` may be left out. */
export type ScorecardInput<Kind extends string> = Written<Scorecard<Kind>>;

/**
 * Defines a scorecard: points per condition, checked whole against a schema. The result is JSON, to be stored and versioned.
 *
 * Of the rules of one `group` that hold only the highest counts, of equals the first. An attribute gives points by the bin that its value falls into; bins must hold
 * every value once, and gaps and overlaps are named with an example. Bands go up and must hold every score that can come out.
 * A calibration turns scores into rates and must rise or fall throughout. Points are whole numbers.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineSchema } from "clientele/model";
 * import { defineScorecard } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { age: { type: "number" }, complaints: { type: "number" } } });
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
 *   attributes: [
 *     {
 *       attribute: "age",
 *       subject: { type: "attribute", field: "age" },
 *       unknown: 0,
 *       reason: "shop.age",
 *       bins: [
 *         { points: 5, test: { op: "lt", value: 30 } },
 *         { points: 12, test: { op: "gte", value: 30 } },
 *       ],
 *     },
 *   ],
 *   bands: [{ id: "calm", min: 0 }, { id: "call", min: 20, action: "call" }],
 * }, schema);
 * card.kind; // => "scorecard"
 * @category Scorecards
 */
export function defineScorecard<const Kind extends string = "scorecard">(
  definition: ScorecardInput<Kind>,
  schema: FactSchema,
): Scorecard<Kind> {
  const whole = completed(definition, filledIn("scorecard"));
  checkScorecard(whole, schema).refuseFaults();
  return whole as Scorecard<Kind>;
}

/**
 * Checks a stored scorecard against a schema: all faults at once, none where it is sound.
 * @example
 * import { defineSchema } from "clientele/model";
 * import { validateScorecard } from "clientele/scorecards";
 * validateScorecard({ id: "care" }, defineSchema({ attributes: {} })).length > 0; // => true
 * @category Scorecards
 */
export function validateScorecard(json: unknown, schema: FactSchema): readonly Issue[] {
  return checkScorecard(json, schema).issues;
}
