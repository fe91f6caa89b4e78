import type { EvaluationFrame } from "../conditions/index.js";
import { anything, type OptionRules } from "../core/shared.js";
import type { FactSchema } from "../model/index.js";

// What is wrong inside them is told by the compilation of the conditions.
export const tableRunRules: OptionRules<TableRunOptions> = { parameters: anything, references: anything };
export const frameRules: OptionRules<EvaluationFrame> = { ...tableRunRules, asOf: anything, timeZone: anything };
export const subjectRunRules: OptionRules<SubjectRunOptions<FactSchema>> = { ...frameRules, schema: anything };

/**
 * What a run over a fact table supplies besides the table, which carries its own instant and zone.
 * @category Scorecards
 */
export type TableRunOptions = Pick<EvaluationFrame, "parameters" | "references">;

/**
 * What judging one subject takes: what its facts mean, and the run.
 * @category Scorecards
 */
export interface SubjectRunOptions<S extends FactSchema> extends EvaluationFrame {
  readonly schema: S;
}
