import { filledIn } from "../../conditions/shared.js";
import type { Issue, Written } from "../../core/index.js";
import { completed } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { checkDecisionTable } from "./check-decision-table.js";
import type { DecisionRow, DecisionTable, OutputFields, OutputOf } from "./decision-table.js";

/** A decision table as it is written: `kind`, `schemaVersion` and `language` may be left out. */
export type DecisionTableInput<F extends OutputFields, Kind extends string> = Omit<
  Written<DecisionTable<OutputOf<F>, Kind>>,
  "outputs" | "rows"
> & {
  readonly outputs: F;
  readonly rows: readonly DecisionRow<NoInfer<OutputOf<F>>>[];
};

/**
 * Defines a decision table: cases in rows, checked whole against a schema. The result is JSON, to be stored and versioned.
 *
 * A cell is a test of its input, `null` stands for any value or none. Refused are cases that no row decides (unless `gaps: "allowed"` or
 * the hit policy is `collect`), rows that can never decide, cases that two rows decide (`unique`), or that two rows decide differently (`any`); each
 * is named with an example, as `analyzeDecisionTable` finds them. Outputs are declared and every row gives each of them.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineSchema } from "clientele/model";
 * import { defineDecisionTable } from "clientele/scorecards";
 * const schema = defineSchema({
 *   attributes: { valueClass: { type: "string", values: ["high", "potential", "ordinary"] } },
 * });
 * const treatments = defineDecisionTable({
 *   id: "treatments",
 *   version: 1,
 *   hitPolicy: "unique",
 *   inputs: [{ type: "attribute", field: "valueClass" }],
 *   outputs: { treatment: { type: "string", values: ["exclusive-gift", "focused-promotion", "broad-publicity"] } },
 *   rows: [
 *     { cells: [{ op: "eq", value: "high" }], output: { treatment: "exclusive-gift" } },
 *     { cells: [{ op: "eq", value: "potential" }], output: { treatment: "focused-promotion" } },
 *     { cells: [{ op: "eq", value: "ordinary" }], output: { treatment: "broad-publicity" } },
 *   ],
 * }, schema);
 * treatments.rows.length; // => 3
 * @category Decision tables
 */
export function defineDecisionTable<const F extends OutputFields, const Kind extends string = "decision-table">(
  definition: DecisionTableInput<F, Kind>,
  schema: FactSchema,
): DecisionTable<OutputOf<F>, Kind> {
  const whole = completed(definition, filledIn("decision-table"));
  checkDecisionTable(whole, schema).refuseFaults();
  return whole as unknown as DecisionTable<OutputOf<F>, Kind>;
}

/**
 * Checks a stored decision table against a schema: all faults at once, none where it is sound.
 * @example
 * import { defineSchema } from "clientele/model";
 * import { validateDecisionTable } from "clientele/scorecards";
 * validateDecisionTable({ id: "treatments" }, defineSchema({ attributes: {} })).length > 0; // => true
 * @category Decision tables
 */
export function validateDecisionTable(json: unknown, schema: FactSchema): readonly Issue[] {
  return checkDecisionTable(json, schema).issues;
}
