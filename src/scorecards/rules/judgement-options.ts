import type { EvaluationFrame } from "../../conditions/index.js";
import { anything, type OptionRules } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";

// What is wrong inside them is told by the compilation of the conditions.
export const tableRunRules: OptionRules<TableRunOptions> = { parameters: anything, references: anything };
export const frameRules: OptionRules<EvaluationFrame> = { ...tableRunRules, asOf: anything, timeZone: anything };
export const subjectRunRules: OptionRules<SubjectRunOptions<FactSchema>> = { ...frameRules, schema: anything };

/**
 * Options of a run over a fact table, which has its own moment and zone.
 * @category Scorecards
 */
export type TableRunOptions = Pick<EvaluationFrame, "parameters" | "references">;

/**
 * Options of judging one subject: the schema of its facts, the moment, the zone.
 * @category Scorecards
 */
export interface SubjectRunOptions<S extends FactSchema> extends EvaluationFrame {
  readonly schema: S;
}
